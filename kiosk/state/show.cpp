#include "state/show.h"

#include "content/window.h"

#include <algorithm>

namespace kiosk {
namespace {

/// Brings `item` in.
void go(Model& model, std::string const& item, Now const& now) {
    Show& show = model.show;
    Item const* entry = model.catalog.item(item);
    bool first = show.item.empty();
    show.leaving = show.item;
    show.item = item;
    show.since = now.steady;
    show.transition = first ? Transition::Crossfade : show.browsing ? Transition::Slide : entry->transition;
    if (!show.browsing) show.direction = 1;
    show.browsing = false;
    show.prepared.erase(item);
    show.next = neighbour(model, now, item, 1);
    show.due = now.steady + change_length(show) + entry->duration;
}

bool may_play(Model const& model, Item const& item, Now const& now) {
    return item.enabled && !model.show.skipped.contains(item.id) && is_open(item, now);
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

std::vector<std::string> playable(Model const& model, Now const& now) {
    std::vector<std::string> ids;
    for (Playlist const& playlist : model.catalog.playlists) {
        if (!is_on(playlist, model.settings)) continue;
        for (Item const& item : playlist.items) {
            if (may_play(model, item, now)) ids.push_back(item.id);
        }
    }
    return ids;
}

std::string neighbour(Model const& model, Now const& now, std::string const& from, int step) {
    std::vector<std::string> const ids = playable(model, now);
    if (ids.empty()) return "";
    auto it = std::ranges::find(ids, from);
    if (it == ids.end()) return ids.front();
    auto count = std::ptrdiff_t(ids.size());
    auto at = (it - ids.begin() + step % count + count) % count;
    return ids[std::size_t(at)];
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
    show.next = neighbour(model, now, show.item, step);
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
    show.next = neighbour(model, now, show.item, 1);
    show.since = now.steady - change_length(show);
    Item const* item = model.catalog.item(show.item);
    show.due = now.steady + (item ? item->duration : Millis{0});
    revise_show(model, now);
}

void revise_show(Model& model, Now const& now) {
    Show& show = model.show;
    std::vector<std::string> const ids = playable(model, now);
    auto plays = [&](std::string const& id) { return std::ranges::find(ids, id) != ids.end(); };
    std::erase_if(show.prepared, [&](std::string const& id) { return !plays(id); });
    if (!plays(show.item)) show.due = std::min(show.due, now.steady);
    if (ids.empty()) {  // The plain slide takes over.
        show.item.clear();
        show.leaving.clear();
    }
    if (!plays(show.next) || show.next == show.item) show.next = neighbour(model, now, show.item, 1);
}

}
