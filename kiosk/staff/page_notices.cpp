#include "staff/pages.h"

namespace kiosk {
namespace {

int show_notice(Ui& ui, Rect area, Notice const& notice, Model const& model) {
    std::string const &title = ui.words().in(notice.title), &body = ui.words().in(notice.body);
    int const pad = ui.px(18), controls = ui.px(220), width = area.w - controls - ui.px(24);
    int const height =
        ui.measure(Cut::Strong, title, width).h + ui.px(6) + ui.measure(Cut::Small, body, width).h + 2 * pad;
    Point at{area.x, area.y + pad};
    at.y += ui.text(at, width, {Cut::Strong, palette::ink}, title) + ui.px(6);
    ui.text(at, width, {Cut::Small, palette::stone}, body);
    bool const on = model.settings.notice == notice.id;
    Rect const place{area.right() - controls, area.y + (height - ui.px(88)) / 2, controls, ui.px(88)};
    ui.toggle("notice." + notice.id, title, place, on, ShowNotice{on ? "" : notice.id});
    ui.fill({area.x, area.y + height, area.w, ui.px(2)}, palette::line);
    return height + ui.px(2);
}

}

int show_notices(Ui& ui, Rect area, Model const& model) {
    int y = area.y;
    y += ui.text({area.x, y}, area.w, {Cut::Body, palette::ink}, ui.words().say("notices_lead")) + ui.px(16);
    for (Notice const& notice : model.catalog.notices)
        y += show_notice(ui, {area.x, y, area.w, 0}, notice, model);
    return y - area.y;
}

}
