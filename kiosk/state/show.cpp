#include "state/show.h"

#include "state/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace kiosk {
namespace {

constexpr std::size_t longest_history = 50;

bool plays(Model const& model, std::string const& id) {
    return std::ranges::any_of(model.show.turnout, [&](Turnout const& turnout) {
        auto const& items = model.catalog.playlists[turnout.playlist].items;
        return std::ranges::any_of(turnout.items, [&](std::size_t number) { return items[number].id == id; });
    });
}

/// What follows the item on the screen: what a visitor came back from, else whose turn it is.
std::string following(Model& model, Now const& now) {
    Show& show = model.show;
    while (!show.ahead.empty() && !plays(model, show.ahead.back())) show.ahead.pop_back();
    return show.ahead.empty() ? choose(model, show.schedule, show.item, now) : show.ahead.back();
}

/// What was on before, if it still plays; else the one listed before.
std::string previous(Model& model) {
    Show& show = model.show;
    while (!show.history.empty()) {
        std::string const last = std::move(show.history.back());
        show.history.pop_back();
        if (last != show.item && plays(model, last)) return last;
    }
    std::vector<std::string> const ids = playable(model);
    if (ids.empty()) return "";
    auto const it = std::ranges::find(ids, show.item);
    return it == ids.begin() || it == ids.end() ? ids.back() : *(it - 1);
}

/// Keeps what was on for whoever browses, and the playlists' accounts.
void remember(Model& model, std::string const& item, Now const& now) {
    Show& show = model.show;
    bool const back = show.browsing && show.direction < 0;
    if (back) return show.ahead.push_back(show.item);
    if (!show.item.empty()) show.history.push_back(show.item);
    if (show.history.size() > longest_history) show.history.erase(show.history.begin());
    bool const again = !show.ahead.empty() && show.ahead.back() == item;
    if (again) return show.ahead.pop_back();
    show.ahead.clear();
    note(show.schedule, model, item, now);
}

/// Brings `item` in.
void go(Model& model, std::string const& item, Now const& now) {
    Show& show = model.show;
    Item const* entry = model.catalog.item(item);
    remember(model, item, now);
    show.transition = show.item.empty() ? Transition::Crossfade
                      : show.browsing   ? Transition::Slide
                                        : entry->transition;
    show.leaving = show.item;
    show.item = item;
    show.left_since = std::exchange(show.since, now.steady);
    if (!show.browsing) show.direction = 1;
    show.browsing = false;
    show.prepared.erase(item);
    show.next = following(model, now);
    show.due = now.steady + change_length(show) + entry->duration;
}

}

Millis change_length(Show const& show) {
    switch (show.transition) {
    case Transition::Cut:
        return Millis{0};
    case Transition::Slide:
        return browse_change;
    case Transition::Crossfade:
        break;
    }
    return show_change;
}

std::optional<Millis> answer_time(Model const& model) {
    Item const* item = model.catalog.item(model.show.item);
    if (!item || item->answer.empty()) return std::nullopt;
    return model.show.since + change_length(model.show) + item->duration / 2;
}

bool drifts(Model const& model, Item const& item) {
    return item.motion == Motion::KenBurns && !item.image.empty() && item.fit == Fit::Cover &&
           !model.reduced_motion;
}

double drift(Model const& model, Item const& item, Now const& now) {
    Show const& show = model.show;
    bool const leaves = item.id == show.leaving;
    if (!drifts(model, item) || (!leaves && item.id != show.item)) return 0;
    Millis const since = now.steady - (leaves ? show.left_since : show.since);
    double const t = std::clamp(double(since.count()) / double(item.duration.count()), 0.0, 1.0);
    return t < 1 ? std::sin(t * std::numbers::pi / 2) : 1;
}

std::vector<std::string> playable(Model const& model) {
    std::vector<std::string> ids;
    for (Turnout const& turnout : model.show.turnout) {
        auto const& items = model.catalog.playlists[turnout.playlist].items;
        for (std::size_t number : turnout.items) ids.push_back(items[number].id);
    }
    return ids;
}

std::string after_next(Model const& model, Now const& now) {
    Show const& show = model.show;
    if (show.ahead.size() > 1) return show.ahead[show.ahead.size() - 2];
    Schedule then = show.schedule;
    if (show.ahead.empty()) note(then, model, show.next, now);
    return choose(model, then, show.next, now);
}

void run_show(Model& model, Now const& now) {
    Show& show = model.show;
    if (!show.leaving.empty() && now.steady >= show.since + change_length(show)) show.leaving.clear();
    if (now.steady < show.due || show.next.empty() || show.next == show.item) return;
    if (!show.prepared.contains(show.next)) return;  // The picture on the screen stays until it is.
    go(model, show.next, now);
}

void browse(Model& model, int step, Now const& now) {
    Show& show = model.show;
    show.leaving.clear();
    show.next = step < 0 ? previous(model) : following(model, now);
    show.direction = step < 0 ? -1 : 1;
    show.browsing = true;
    show.due = now.steady;
    run_show(model, now);
}

void resume_show(Model& model, Now const& now) {
    Show& show = model.show;
    show.leaving.clear();
    show.browsing = false;
    show.direction = 1;
    show.ahead.clear();
    show.next = following(model, now);
    show.since = now.steady - change_length(show);
    Item const* item = model.catalog.item(show.item);
    show.due = now.steady + (item ? item->duration : Millis{0});
    revise_show(model, now);
}

void revise_show(Model& model, Now const& now) {
    Show& show = model.show;
    show.minute = local_minute(now);
    show.turnout = turnout(model, now);
    std::vector<std::string> const all = playable(model);
    std::set<std::string, std::less<>> const ids(all.begin(), all.end());
    std::erase_if(show.prepared, [&](std::string const& id) { return !ids.contains(id); });
    if (!ids.contains(show.item)) show.due = std::min(show.due, now.steady);
    if (ids.empty()) {  // The plain slide takes over.
        show.item.clear();
        show.leaving.clear();
    }
    if (!ids.contains(show.next) || show.next == show.item) show.next = following(model, now);
}

void watch_windows(Model& model, Now const& now) {
    if (local_minute(now) != model.show.minute) revise_show(model, now);
}

}
