#include "view/notice.h"

namespace kiosk {
namespace {

/// Title and body in one language, set as large as `area` allows; returns the height used.
int add_words(Context const& c, Layer& layer, Notice const& notice, Language const& language, bool first,
              Rect area) {
    Context const own{c.model, c.now, c.ruler, c.m, language};
    TextStyle title = type::display(c.m), body = type::heading(c.m);
    title.px = c.m.px(first ? 150 : 84);
    body.face = Face::Text, body.weight = Weight::Medium;
    body.px = c.m.px(first ? 56 : 44);
    body.line_height = 1.35;
    Column column(own, layer, area);
    std::string const id = "notice." + language;
    column.add(id, Role::Heading, notice.title.in(language), {title, palette::paper, Align::Left, true},
               area.h / 2);
    column.skip(c.m.px(first ? 36 : 20));
    column.add(id + ".body", Role::Text, notice.body.in(language), {body, palette::paper, Align::Left, true},
               column.rest().h);
    return column.rest().y - area.y;
}

}

Layer notice_slide(Context const& c, Notice const& notice) {
    bool const emergency = notice.level == Notice::Level::Emergency;
    Layer layer{"notice " + notice.id, emergency ? palette::falu : palette::spruce, {}};
    int const band = c.m.px(24), margin = c.m.margin() + band;
    Size const s = c.m.size();
    if (emergency)
        layer.elements.push_back(area("band", {.rect = {0, 0, s.w, band}, .fill = palette::ochre_light}));
    Rect rest = Rect{0, 0, s.w, s.h}.inset(margin);
    int const gap = c.m.px(72);
    bool first = true;
    for (Language const& language : c.catalog().languages) {
        Rect const room = first ? Rect{rest.x, rest.y, rest.w, rest.h * 60 / 100} : rest;
        int const used = add_words(c, layer, notice, language, first, room) + gap;
        rest.y += used, rest.h -= used;
        first = false;
        if (rest.h < c.m.px(200)) break;
    }
    // What was set from the top stands in the middle of the height.
    int const down = std::max(0, rest.h / 2);
    for (Element& element : layer.elements) {
        if (element.id != "band") move(element, 0, down);
    }
    return layer;
}

Element held_mark(Context const& c) {
    ButtonText const words{c.say("attract.held"), Icon::Pause};
    int const width = button_width(c, words), height = c.m.target(), top = c.m.px(108);
    // A standing glass is too narrow for it beside the code in the other corner.
    int const left = c.m.portrait() ? c.m.margin() : (c.m.size().w - width) / 2;
    Element mark = button(c, "held", {left, top, width, height}, words, Look::OnDark, {});
    mark.role = Role::Text;
    mark.command.reset();
    return mark;
}

}
