#include "view/sections.h"

#include "content/markdown.h"
#include "view/words.h"

namespace kiosk {
namespace {

int row_gap(Context const& c) { return c.m.px(16); }
int tabs_room(Context const& c, Topic const& topic) {
    return topic.sections.size() > 1 ? c.m.target() + c.m.px(24) : 0;
}

int most_rows(Topic const& topic, int columns) {
    std::size_t most = 1;
    for (Section const& section : topic.sections) most = std::max(most, section.arguments.size());
    return (int(most) + columns - 1) / columns;
}

/// The parts of a row, its words placed in the middle of its height.
struct RowPlan {
    Rect disc, words, arrow;
};

RowPlan plan(Context const& c, Rect rect) {
    int const pad = c.m.px(24), disc = c.m.px(60), arrow = c.m.px(30);
    RowPlan plan;
    plan.disc = {rect.x + pad, rect.y + (rect.h - disc) / 2, disc, disc};
    plan.arrow = {rect.right() - pad - arrow, rect.y + (rect.h - arrow) / 2, arrow, arrow};
    int const inset = c.m.px(12), left = plan.disc.right() + pad;
    plan.words = {left, rect.y + inset, plan.arrow.x - pad - left, rect.h - 2 * inset};
    return plan;
}

/// One size for all titles of the page: the largest in which each fits into its row.
TextStyle title_style(Context const& c, Topic const& topic, Size words) {
    TextStyle style = type::label(c.m);
    for (std::string const& id : topic.arguments()) {
        if (Argument const* argument = c.catalog().argument(id))
            style = fitted(c, escape_markup(c.in(argument->title)), style, words);
    }
    return style;
}

Element argument_row(Context const& c, Argument const& argument, int number, Rect rect, TextStyle style) {
    Element row = raised(c, "argument." + argument.id, c.in(argument.title), rect,
                         Open{{Page::Kind::Argument, argument.id}});
    RowPlan const parts = plan(c, rect);
    row.paints.push_back(
        Panel{.rect = parts.disc, .fill = palette::sand, .corners = Corners::all(parts.disc.h / 2)});
    row.paints.push_back(
        set_line(c, std::to_string(number), {type::label(c.m), palette::falu, Align::Center}, parts.disc));
    row.paints.push_back(
        set_line(c, c.in(argument.title), {style, palette::ink, Align::Left, true}, parts.words));
    row.paints.push_back(draw_icon(Icon::Forward, parts.arrow, palette::falu));
    return row;
}

/// A last row that would stand beside nothing is as wide as two.
std::vector<Rect> row_places(Context const& c, std::size_t count, Rect area, int columns, int rows) {
    std::vector<Rect> places = grid(area, columns, rows, row_gap(c));
    places.resize(std::min(count, places.size()));
    if (columns == 2 && count % 2 == 1) places.back().w = area.w;
    return places;
}

void add_rows(Context const& c, Layer& layer, Topic const& topic, Section const& shown, Rect area,
              int columns) {
    std::vector<Argument const*> arguments;
    for (std::string const& id : shown.arguments) {
        if (Argument const* argument = c.catalog().argument(id)) arguments.push_back(argument);
    }
    if (arguments.empty()) return;
    int const rows = most_rows(topic, columns);
    TextStyle const style =
        title_style(c, topic, plan(c, grid(area, columns, rows, row_gap(c)).front()).words.size());
    std::vector<Rect> const places = row_places(c, arguments.size(), area, columns, rows);
    for (std::size_t i = 0; i < places.size(); ++i)
        layer.elements.push_back(argument_row(c, *arguments[i], int(i) + 1, places[i], style));
}

/// As wide as their words where there is room for that, else all alike.
std::vector<Rect> tab_places(Context const& c, Topic const& topic, Rect strip) {
    int const gap = c.m.px(20);
    std::vector<Rect> places;
    int x = strip.x;
    for (Section const& section : topic.sections) {
        places.push_back({x, strip.y, button_width(c, {c.in(section.title)}), strip.h});
        x = places.back().right() + gap;
    }
    bool const too_wide = places.back().right() > strip.right();
    return too_wide ? grid(strip, int(places.size()), 1, gap) : places;
}

void add_tabs(Context const& c, Layer& layer, Topic const& topic, Section const& shown, Rect strip) {
    std::vector<Rect> const places = tab_places(c, topic, strip);
    for (std::size_t i = 0; i < places.size(); ++i) {
        Section const& section = topic.sections[i];
        std::string const& title = c.in(section.title);
        std::string const which = say_which(c, int(i), int(places.size()));
        layer.elements.push_back(button(c, "section." + section.id, places[i],
                                        {title, Icon::None, title + ", " + which},
                                        &section == &shown ? Look::Chosen : Look::Quiet,
                                        Open{{Page::Kind::Topic, topic.id, int(i)}, true}));
    }
}

}

int sections_height(Context const& c, Topic const& topic, int columns, int row) {
    int const rows = most_rows(topic, columns);
    return tabs_room(c, topic) + rows * row + (rows - 1) * row_gap(c);
}

int add_sections(Context const& c, Layer& layer, Topic const& topic, Section const& shown, Rect area,
                 int columns) {
    int const height = std::min(area.h, sections_height(c, topic, columns, c.m.px(116)));
    area = {area.x, area.bottom() - height, area.w, height};
    int const tabs = tabs_room(c, topic);
    if (tabs > 0) add_tabs(c, layer, topic, shown, {area.x, area.y, area.w, c.m.target()});
    add_rows(c, layer, topic, shown, {area.x, area.y + tabs, area.w, area.h - tabs}, columns);
    return area.y;
}

}
