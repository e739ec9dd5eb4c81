#include "state/plays.h"

#include "state/show.h"

#include <algorithm>

namespace kiosk {
namespace {

/// The item that can be seen, "" while a visitor, staff or a notice have the screen.
std::string const& seen(Model const& model) {
    static std::string const none;
    return std::holds_alternative<Attract>(model.display) && !notice(model) ? model.show.item : none;
}

std::string title_of(Catalog const& catalog, Item const& item) {
    Language const& language = catalog.languages.empty() ? Language() : catalog.languages.front();
    if (Argument const* argument = catalog.argument(item.argument)) return argument->title.in(language);
    if (Topic const* topic = catalog.topic(item.page)) return topic->title.in(language);
    if (Workshop const* workshop = catalog.workshop(item.workshop)) return workshop->title.in(language);
    for (LocalizedText const* text : {&item.text, &item.headline}) {
        if (!text->empty()) return text->in(language);
    }
    return item.image;
}

OnAir begun(Model const& model, Now const& now) {
    OnAir on_air{.item = seen(model), .wall = now.wall, .since = now.steady};
    Item const* item = model.catalog.item(on_air.item);
    Playlist const* playlist = model.catalog.playlist_of(on_air.item);
    if (!item || !playlist) return on_air;
    on_air.title = title_of(model.catalog, *item);
    std::ranges::replace(on_air.title, '\n', ' ');
    on_air.exhibitor = playlist->exhibitor;
    on_air.playlist = playlist->id;
    return on_air;
}

NotePlay ended(OnAir const& on_air, std::string why, Now const& now) {
    return {on_air.item, on_air.title, on_air.exhibitor,          on_air.playlist,
            on_air.wall, on_air.since, now.steady - on_air.since, std::move(why)};
}

std::string reason(Model const& model, Action const& action) {
    if (on_page(model)) return "visit";
    if (!std::holds_alternative<Attract>(model.display)) return "staff";
    auto const* command = std::get_if<Command>(&action);
    bool const swiped = model.show.transition == Transition::Slide && std::holds_alternative<Touched>(action);
    if (swiped || (command && std::holds_alternative<Browse>(*command))) return "browsed";
    std::vector<std::string> const ids = playable(model);
    return std::ranges::find(ids, model.on_air.item) == ids.end() ? "removed" : "ended";
}

}

std::optional<NotePlay> account(Model& model, Action const& action, Now const& now) {
    if (seen(model) == model.on_air.item) return std::nullopt;
    std::optional<NotePlay> went;
    if (!model.on_air.item.empty()) went = ended(model.on_air, reason(model, action), now);
    model.on_air = begun(model, now);
    return went;
}

std::optional<NotePlay> last_play(Model const& model, Now const& now) {
    if (model.on_air.item.empty()) return std::nullopt;
    return ended(model.on_air, "closed", now);
}

}
