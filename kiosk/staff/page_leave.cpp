#include "staff/pages.h"

#include <algorithm>

namespace kiosk {

int show_leave(Ui& ui, Rect area, StaffPage& page) {
    Words const& words = ui.words();
    int const pad = ui.px(40), width = std::min(area.w, ui.px(960)), inner = width - 2 * pad;
    std::string const &question = words.say("leave_ask"), &lead = words.say("leave_lead");
    int const question_height = ui.measure(Cut::Figure, question, inner).h,
              lead_height = ui.measure(Cut::Body, lead, inner).h;
    int const height = 2 * pad + question_height + ui.px(8) + lead_height + ui.px(32 + 88);
    ui.card({area.x, area.y, width, height});

    Point at{area.x + pad, area.y + pad};
    ui.text(at, inner, {Cut::Figure, palette::ink}, question);
    at.y += question_height + ui.px(8);
    ui.text(at, inner, {Cut::Body, palette::ink}, lead);
    at.y += lead_height + ui.px(32);
    int const yes = ui.pill_width(words.say("yes")), no = ui.pill_width(words.say("no"));
    ui.pill("leave.yes", words.say("yes"), {at.x, at.y, yes, ui.px(88)}, palette::falu, palette::paper,
            LeaveKiosk{});
    if (ui.pill("leave.no", words.say("no"), {at.x + yes + ui.px(16), at.y, no, ui.px(88)},
                palette::sand_dark, palette::ink))
        page = StaffPage::Overview;
    return height;
}

}
