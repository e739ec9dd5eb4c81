#include "state/update.h"

#include "base/overloaded.h"
#include "content/expiry.h"
#include "content/last_good.h"
#include "state/clock_watch.h"
#include "state/intake.h"
#include "state/pin.h"
#include "state/plays.h"
#include "state/show.h"
#include "state/visit.h"

#include <algorithm>

namespace kiosk {
namespace {

bool page_exists(Catalog const& catalog, Page const& page) {
    switch (page.kind) {
    case Page::Kind::Topic:
        return catalog.topic(page.id);
    case Page::Kind::Argument:
        return catalog.argument(page.id);
    case Page::Kind::Workshop:
        return catalog.workshop(page.id);
    case Page::Kind::Map:
        return page.id.empty() || catalog.place(page.id);
    default:
        return true;
    }
}

/// What is shown today of everything there is. What was on display stays if it still exists.
void show_today(Model& model, Now const& now) {
    model.today = local_day(now);
    model.catalog = current(model.library, model.today);
    model.leaving.reset();
    OnPage const* page = on_page(model);
    if (page && !page_exists(model.catalog, page->page)) model.display = OnPage{};
    revise_show(model, now);
}

void on_tick(Model& model, Now const& now) {
    if (local_day(now) != model.today) show_today(model, now);
    watch_corner(model, now);
    watch_idle(model, now);
    if (model.leaving && now.steady - model.leaving->since >= page_change) model.leaving.reset();
    watch_windows(model, now);
    if (notice(model) && on_page(model)) end_visit(model, now);
    watch_hold(model, now);
    if (!std::holds_alternative<Attract>(model.display) || notice(model)) return;
    if (!model.leaving) run_show(model, now);
}

Effects on_item_failed(Model& model, ItemFailed const& failed, Now const& now) {
    bool fresh = model.show.skipped.emplace(failed.item, failed.why).second;
    revise_show(model, now);
    if (!fresh) return {};
    return {LogWarning{failed.item + " is left out: " + failed.why}};
}

/// New content. A file that was bad gets another chance.
Effects on_catalog(Model& model, CatalogLoaded const& loaded, Now const& now) {
    Catalog fresh = loaded.catalog;
    // A library that still waits for its documents has nothing better.
    if (model.library.unread_files == 0) keep_last_good(model.library, fresh);
    model.library = std::move(fresh);
    model.show.skipped.clear();
    model.show.prepared.clear();
    show_today(model, now);
    Effects effects;
    for (Problem const& problem : model.catalog.problems) effects.push_back(LogWarning{problem.what});
    return effects;
}

void on_seats(Model& model, SeatsChanged const& changed) {
    model.seats = changed.seats;
    model.signup_base = changed.signup_base;
    model.service_up = true;
}

Millis display_wake(Model const& model, Now const& now) {
    using std::chrono::seconds;
    if (std::holds_alternative<Attract>(model.display)) {
        if (notice(model)) return now.steady + std::chrono::minutes{1};
        bool const comes =
            model.show.next != model.show.item && model.show.prepared.contains(model.show.next);
        if (auto answer = answer_time(model); answer && now.steady < *answer)
            return std::min(*answer, model.show.due);
        bool const waits = now.steady >= model.show.due && !comes;
        return waits ? now.steady + seconds{1} : model.show.due;
    }
    if (auto* asking = std::get_if<Asking>(&model.display)) {  // The countdown shows whole seconds.
        return now.steady + seconds{1} - (now.steady - asking->since) % seconds{1};
    }
    if (auto* pad = std::get_if<PinPad>(&model.display)) {
        Millis const closes = model.last_touch + pin_idle;
        return now.steady < pad->wait_until ? std::min(closes, now.steady + seconds{1}) : closes;
    }
    if (std::holds_alternative<Staff>(model.display)) return now.steady + seconds{1};
    return model.last_touch + seconds{model.settings.idle_seconds};
}

}

bool moves(Model const& model, Now const& now) {
    if (model.leaving) return true;
    if (!std::holds_alternative<Attract>(model.display) || notice(model)) return false;
    Show const& show = model.show;
    if (!show.leaving.empty() && now.steady < show.since + change_length(show)) return true;
    std::optional<Millis> const answer = answer_time(model);
    if (answer && now.steady >= *answer && now.steady < *answer + answer_change) return true;
    Item const* item = model.catalog.item(show.item);
    return item && drifts(model, *item) && drift(model, *item, now) < 1;
}

Model begin(Catalog catalog, Settings settings, Glass glass, Now const& now) {
    Model model;
    model.library = std::move(catalog);
    model.today = local_day(now);
    model.catalog = current(model.library, model.today);
    model.settings = std::move(settings);
    model.glass = glass;
    model.language = model.settings.language;
    model.last_touch = now.steady;
    model.show.due = now.steady;
    revise_show(model, now);
    return model;
}

namespace {

Effects react(Model& model, Action const& action, Now const& now) {
    return std::visit(
        overloaded{
            [&](Tick const&) { return on_tick(model, now), Effects{}; },
            [&](Touched const& touch) { return on_touch(model, touch, now); },
            [&](Command const& command) { return on_command(model, command, now); },
            [&](ItemPrepared const& item) { return model.show.prepared.insert(item.item), Effects{}; },
            [&](ItemFailed const& failed) { return on_item_failed(model, failed, now); },
            [&](CatalogLoaded const& loaded) { return on_catalog(model, loaded, now); },
            [&](SeatsChanged const& changed) { return on_seats(model, changed), Effects{}; },
            [&](ServiceLost const&) { return model.service_up = false, Effects{}; },
            [&](PinAnswer const& answer) { return on_pin_answer(model, answer, now), Effects{}; },
            [&](HealthMeasured const& measured) { return model.health = measured.health, Effects{}; },
            [&](GlassChanged const& changed) { return model.glass = changed.glass, Effects{}; },
            [&](StickPut const& put) { return on_stick_put(model, put); },
            [&](StickPulled const& pulled) { return on_stick_pulled(model, pulled); },
            [&](IntakeProgress const& progress) { return on_intake_progress(model, progress), Effects{}; },
            [&](SurveyDone const& done) { return on_survey_done(model, done), Effects{}; },
            [&](BroughtIn const& brought) { return on_brought_in(model, brought); },
        },
        action);
}

}

Effects update(Model& model, Action const& action, Now const& now) {
    Effects effects = react(model, action, now);
    if (std::optional<LogWarning> warning = watch_clock(model, now)) effects.push_back(std::move(*warning));
    if (std::optional<NotePlay> play = account(model, action, now)) effects.push_back(std::move(*play));
    return effects;
}

Millis next_wake(Model const& model, Now const& now) {
    if (moves(model, now)) return now.steady;
    Millis wake = std::min(now.steady + std::chrono::minutes{1}, display_wake(model, now));
    if (model.finger && !model.finger->spent) {
        for (Millis const hold : {slide_hold, corner_hold}) {
            if (now.steady < model.finger->since + hold) wake = std::min(wake, model.finger->since + hold);
        }
    }
    return std::max(wake, now.steady);
}

}
