#include "view/figure.h"
#include "view/pages.h"
#include "view/words.h"

namespace kiosk {
namespace {

/// `number` 0: none is shown, the words need the room.
Element argument_row(Context const& c, Argument const& argument, int number, Rect rect) {
    Element row = raised(c, "argument." + argument.id, c.in(argument.title), rect,
                         Open{{Page::Kind::Argument, argument.id}});
    int const disc = c.m.px(60), pad = c.m.px(24), arrow = c.m.px(30);
    int left = rect.x + pad;
    if (number > 0) {
        Rect const circle{left, rect.y + (rect.h - disc) / 2, disc, disc};
        row.paints.push_back(Panel{.rect = circle, .fill = palette::sand, .corners = Corners::all(disc / 2)});
        row.paints.push_back(
            set_line(c, std::to_string(number), {type::label(c.m), palette::falu, Align::Center}, circle));
        left = circle.right() + pad;
    }
    Rect const words{left, rect.y, rect.right() - arrow - 2 * pad - left, rect.h};
    row.paints.push_back(set_line(c, c.in(argument.title), {type::label(c.m)}, words));
    Rect const tip{rect.right() - pad - arrow, rect.y + (rect.h - arrow) / 2, arrow, arrow};
    row.paints.push_back(draw_icon(Icon::Forward, tip, palette::falu));
    return row;
}

/// The rows share what is left; two columns when one would make them too low to touch.
void add_arguments(Context const& c, Layer& layer, Topic const& topic, Rect area) {
    std::vector<Argument const*> shown;
    for (std::string const& id : topic.arguments()) {
        if (Argument const* argument = c.catalog().argument(id)) shown.push_back(argument);
    }
    if (shown.empty()) return;
    int const gap = c.m.px(16), count = int(shown.size());
    bool const one_column = area.h >= count * c.m.px(92) + (count - 1) * gap;
    int const columns = one_column ? 1 : 2, rows = (count + columns - 1) / columns;
    area.h = std::min(area.h, rows * c.m.px(128) + (rows - 1) * gap);
    std::vector<Rect> const cells = grid(area, columns, rows, gap);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        layer.elements.push_back(argument_row(c, *shown[i], columns == 1 ? int(i) + 1 : 0, cells[i]));
    }
}

void add_words(Context const& c, Layer& layer, Topic const& topic, Rect area) {
    Column column(c, layer, area);
    column.add("kicker", Role::Text, in_capitals(c.in(topic.title)), {type::kicker(c.m), palette::falu},
               c.m.px(50));
    column.skip(c.m.px(8));
    TextStyle headline = type::title(c.m);
    headline.px = c.m.px(78);
    column.add("headline", Role::Heading, c.in(topic.headline), {headline, palette::ink, Align::Left, true},
               c.m.px(190));
    column.skip(c.m.px(28));
    if (topic.figure) {
        TextStyle value = type::title(c.m);
        value.px = c.m.px(104);
        column.skip(
            add_figure(c, layer, *topic.figure, {area.x, column.rest().y, area.w, c.m.px(220)}, value));
        column.skip(c.m.px(32));
    }
    add_arguments(c, layer, topic, column.rest());
}

}

Layer topic_page(Context const& c, Topic const& topic) {
    Layer layer{"page topic " + topic.id, palette::birch, {}};
    Rect const page = c.m.page(), content = c.m.content();
    Rect picture_rect = page;
    Rect words = content;
    if (c.m.portrait()) {
        picture_rect.h = page.h * 38 / 100;
        words = {content.x, picture_rect.bottom() + c.m.px(56), content.w,
                 content.bottom() - picture_rect.bottom() - c.m.px(56)};
    } else {
        picture_rect.w = page.w * 42 / 100;
        words.x = picture_rect.right() + c.m.px(72);
        words.w = content.right() - words.x;
    }
    if (auto image = picture(c, "picture", c.catalog().image(topic.image), picture_rect))
        layer.elements.push_back(std::move(*image));
    add_words(c, layer, topic, words);
    return layer;
}

}
