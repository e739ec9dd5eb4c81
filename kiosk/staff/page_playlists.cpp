#include "staff/pages.h"

namespace kiosk {
namespace {

std::string note_of(Words const& words, Playlist const& playlist, std::string const& item) {
    std::string note = words.count("items", playlist.items.size());
    if (!playlist.exhibitor.empty()) note += " · " + playlist.exhibitor;
    if (item.starts_with(playlist.id + "/")) note += " · " + words.say("on_screen");
    return note;
}

int show_playlist(Ui& ui, Rect area, Playlist const& playlist, Model const& model) {
    std::string const& title = ui.words().in(playlist.title);
    std::string const note = note_of(ui.words(), playlist, model.show.item);
    int const pad = ui.px(18), controls = ui.px(220), width = area.w - controls - ui.px(24);
    int const height =
        ui.measure(Cut::Strong, title, width).h + ui.px(6) + ui.measure(Cut::Small, note, width).h + 2 * pad;
    Point at{area.x, area.y + pad};
    at.y += ui.text(at, width, {Cut::Strong, palette::ink}, title) + ui.px(6);
    ui.text(at, width, {Cut::Small, palette::stone}, note);

    bool const on = is_on(playlist, model.settings);
    Rect const place{area.right() - controls, area.y + (height - ui.px(88)) / 2, controls, ui.px(88)};
    ui.toggle("playlist." + playlist.id, title, place, on, TurnPlaylist{playlist.id, !on});
    ui.fill({area.x, area.y + height, area.w, ui.px(2)}, palette::line);
    return height + ui.px(2);
}

}

int show_playlists(Ui& ui, Rect area, Model const& model) {
    if (model.catalog.playlists.empty())
        return ui.text({area.x, area.y}, area.w, {}, ui.words().say("no_playlists"));
    int y = area.y;
    for (Playlist const& playlist : model.catalog.playlists)
        y += show_playlist(ui, {area.x, y, area.w, 0}, playlist, model);
    return y - area.y;
}

}
