#include "state/visit.h"

#include "base/overloaded.h"
#include "state/intake.h"
#include "state/pin.h"
#include "state/show.h"

namespace kiosk {
namespace {

void leave_behind(Model& model, Now const& now, int direction) {
    OnPage const* page = on_page(model);
    model.leaving = Leaving{page ? std::optional{page->page} : std::nullopt, model.language,
                            model.text_percent, now.steady, direction};
}

void open(Model& model, Open const& open, Now const& now) {
    OnPage const* from = on_page(model);
    OnPage to{open.page, from ? from->back : std::vector<Page>{}};
    if (from && from->page == open.page) return;
    if (from && !open.beside) to.back.push_back(from->page);
    // From the loop straight into a topic: back leads home first, so that nobody is stranded.
    if (!from && open.page.kind != Page::Kind::Home) to.back.push_back(Page{});
    if (open.page.kind == Page::Kind::Home) to.back.clear();
    bool const earlier = from && open.beside && open.page.part < from->page.part;
    leave_behind(model, now, earlier ? -1 : 1);
    model.display = std::move(to);
}

void go_back(Model& model, Now const& now) {
    OnPage const* from = on_page(model);
    if (!from) return;
    if (from->back.empty()) return end_visit(model, now);
    OnPage to = *from;
    to.page = to.back.back();
    to.back.pop_back();
    leave_behind(model, now, -1);
    model.display = std::move(to);
}

/// Other sizes cut pages into other parts: each begins anew.
void choose_text_size(Model& model, int percent) {
    auto* on = std::get_if<OnPage>(&model.display);
    if (!on) return;
    model.text_percent = percent;
    on->page.part = 0;
    for (Page& page : on->back) page.part = 0;
}

void stay(Model& model) {
    if (auto* asking = std::get_if<Asking>(&model.display)) {
        OnPage under = std::move(asking->under);
        model.display = std::move(under);
    }
}

Effects turn_playlist(Model& model, TurnPlaylist const& turn, Now const& now) {
    Settings& settings = model.settings;
    (turn.on ? settings.playlists_off : settings.playlists_on).erase(turn.playlist);
    (turn.on ? settings.playlists_on : settings.playlists_off).insert(turn.playlist);
    revise_show(model, now);
    return {SaveSettings{model.settings}};
}

Effects show_notice(Model& model, ShowNotice const& show) {
    model.settings.notice = show.notice;
    return {SaveSettings{model.settings}};
}

Effects set_default_language(Model& model, SetDefaultLanguage const& set) {
    model.settings.language = set.language;
    model.language = set.language;
    return {SaveSettings{model.settings}};
}

template <class... Kinds> bool is_any(Command const& command) {
    return (std::holds_alternative<Kinds>(command) || ...);
}

bool is_for_staff(Command const& command) {
    return is_any<TurnPlaylist, ShowNotice, SetDefaultLanguage, LookAtStick, ApproveImport, DeclineImport,
                  LeaveKiosk>(command);
}

}

std::string pressed(Model const& model) {
    bool shows = model.finger && model.finger->inside && !model.finger->spent && model.finger->command;
    return shows ? model.finger->element : "";
}

Notice const* notice(Model const& model) {
    return model.settings.notice.empty() ? nullptr : model.catalog.notice(model.settings.notice);
}

bool is_held(Model const& model) {
    return std::holds_alternative<Attract>(model.display) && model.finger && model.finger->holds;
}

OnPage const* on_page(Model const& model) {
    if (auto* asking = std::get_if<Asking>(&model.display)) return &asking->under;
    return std::get_if<OnPage>(&model.display);
}

void end_visit(Model& model, Now const& now) {
    if (on_page(model)) leave_behind(model, now, -1);
    model.display = Attract{};
    model.language = model.settings.language;
    model.text_percent = 100;
    resume_show(model, now);
}

Effects on_command(Model& model, Command const& command, Now const& now) {
    model.last_touch = now.steady;
    bool const staff = std::holds_alternative<Staff>(model.display);
    if (is_for_staff(command) && !staff) return {};
    if (notice(model) && !staff && !std::holds_alternative<PinKey>(command)) return {};
    return std::visit(
        overloaded{
            [&](Open const& to) { return open(model, to, now), Effects{}; },
            [&](GoBack const&) { return go_back(model, now), Effects{}; },
            [&](EndVisit const&) { return end_visit(model, now), Effects{}; },
            [&](Stay const&) { return stay(model), Effects{}; },
            [&](ChooseLanguage const& choice) {
                if (on_page(model))
                    model.language = choice.language;  // The loop speaks the stand's language.
                return Effects{};
            },
            [&](ChooseTextSize const& choice) { return choose_text_size(model, choice.percent), Effects{}; },
            [&](Browse const& step) {
                if (std::holds_alternative<Attract>(model.display)) browse(model, step.step, now);
                return Effects{};
            },
            [&](PinKey const& key) { return on_pin_key(model, key, now); },
            [&](TurnPlaylist const& turn) { return turn_playlist(model, turn, now); },
            [&](ShowNotice const& show) { return show_notice(model, show); },
            [&](SetDefaultLanguage const& set) { return set_default_language(model, set); },
            [&](LookAtStick const& look) { return look_at_stick(model, look); },
            [&](ApproveImport const&) { return approve_import(model); },
            [&](DeclineImport const&) { return decline_import(model); },
            [&](CloseStaff const&) { return end_visit(model, now), Effects{}; },
            [&](LeaveKiosk const&) { return model.quit = true, Effects{}; },
        },
        command);
}

void watch_idle(Model& model, Now const& now) {
    Millis const quiet = now.steady - model.last_touch;
    if (auto* page = std::get_if<OnPage>(&model.display)) {
        if (quiet >= std::chrono::seconds{model.settings.idle_seconds}) {
            model.finger.reset();  // One that has not moved for so long was lost.
            OnPage under = *page;
            model.display = Asking{std::move(under), now.steady};
        }
    } else if (auto* asking = std::get_if<Asking>(&model.display)) {
        if (now.steady - asking->since >= std::chrono::seconds{model.settings.still_there_seconds})
            end_visit(model, now);
    } else if (std::holds_alternative<PinPad>(model.display)) {
        // Also while it waits: the pad may ask for minutes, and whoever keeps the PINs remembers that.
        if (quiet >= pin_idle) end_visit(model, now);
    } else if (std::holds_alternative<Staff>(model.display)) {
        if (quiet >= staff_idle) end_visit(model, now);
    }
}

}
