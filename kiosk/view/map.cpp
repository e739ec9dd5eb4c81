#include "view/chart.h"
#include "view/figure.h"
#include "view/ornament.h"
#include "view/pages.h"
#include "view/words.h"

namespace kiosk {
namespace {

/// Where the map, the card, its picture and the list stand.
struct Zones {
    Rect map, words, list;
    int list_columns = 2;
};

TextStyle list_style(Context const& c) {
    TextStyle style = type::small(c.m);
    style.weight = Weight::SemiBold;
    return style;
}

int list_padding(Context const& c) { return c.m.px(18); }

/// How wide the longest name makes the list's buttons.
int list_width(Context const& c) {
    int widest = c.m.target();
    for (Place const& place : c.catalog().places)
        widest = std::max(widest, c.ruler.measure(place.name, list_style(c), 1 << 20, c.language).size.w);
    return widest + 1 + 2 * list_padding(c);
}

int list_rows(Context const& c, int columns) {
    return (int(c.catalog().places.size()) + columns - 1) / columns;
}

int list_height(Context const& c, int columns) {
    int const rows = list_rows(c, columns);
    return rows * c.m.target() + (rows - 1) * c.m.px(16);
}

/// Map, card and list beside each other.
Zones lying(Context const& c) {
    Rect const all = c.m.content();
    int const gap = c.m.px(40), list = 2 * list_width(c) + c.m.px(16);
    int const words = (all.w - list - 2 * gap) * 41 / 100, map = all.w - list - 2 * gap - words;
    Zones z;
    int const into_margin = c.m.px(44);  // The county has but a corner there.
    z.map = {all.x - into_margin, all.y, map + into_margin, all.h};
    z.words = {z.map.right() + gap, all.y, words, all.h};
    z.list = {z.words.right() + gap, all.y, list, list_height(c, 2)};
    return z;
}

/// Map, card and list below each other, the picture beside the words.
Zones standing(Context const& c) {
    Rect const all = c.m.content();
    int const gap = c.m.px(32), fitting = (all.w + c.m.px(16)) / (list_width(c) + c.m.px(16));
    Zones z;
    z.list_columns = std::clamp(fitting, 2, 5);
    int const list = list_height(c, z.list_columns), card = c.m.px(500);
    z.list = {all.x, all.bottom() - list, all.w, list};
    z.words = {all.x, z.list.y - gap - card, all.w, card};
    z.map = {all.x, all.y - c.m.px(24), all.w, z.words.y - all.y - gap + c.m.px(24)};
    return z;
}

/// A figure of the place's card: the number, and beside it, or below, what it is and who says so.
int add_fact(Context const& c, Layer& layer, std::string const& id, Figure const& figure, Rect box) {
    TextPaint value =
        set_text(c, c.in(figure.value), {type::card(c.m), palette::falu, Align::Left, true}, box);
    Rect const number = value.rect;
    layer.elements.push_back(text(c, id + ".value", Role::Text, std::move(value)));
    int const across = number.right() + c.m.px(24);
    bool const beside = box.right() - across >= c.m.px(230);
    Rect const words = beside ? Rect{across, box.y, box.right() - across, box.h}
                              : Rect{box.x, number.bottom() + c.m.px(2), box.w, box.h};
    Layer parts;
    Column column(c, parts, words);
    column.add(id + ".unit", Role::Text, c.in(figure.unit),
               {type::small(c.m), palette::ink, Align::Left, true}, c.m.px(80));
    std::string const origin = figure.source.empty() ? "" : figure.year + " · " + figure.source;
    column.add(id + ".origin", Role::Text, origin, {type::small(c.m), palette::stone}, c.m.px(80));
    int const height = column.rest().y - words.y;
    for (Element& part : parts.elements) {
        if (beside) move(part, 0, (number.h - height) / 2);
        layer.elements.push_back(std::move(part));
    }
    return beside ? std::max(number.h, height) : number.h + c.m.px(2) + height;
}

Figure inhabitants(Context const& c, int number, std::string const& unit, Place const& source) {
    return {LocalizedText(say_number(c, number)), LocalizedText(unit), source.inhabitants_year,
            source.inhabitants_source, ""};
}

/// Both figures beside each other, or the one there is with its words beside it.
int add_facts(Context const& c, Layer& layer, Place const& place, Rect box) {
    Figure const people = inhabitants(c, place.inhabitants, c.say("map.people"), place);
    if (!place.rail_km) return add_figure(c, layer, people, box, type::heading(c.m));
    int const gap = c.m.px(28), left = (box.w - gap) / 2;
    std::string const km = fill(c.say("map.km"), {{"km", std::to_string(*place.rail_km)}});
    Figure const rail{LocalizedText(km), LocalizedText(c.say("map.rail")), "", "", ""};
    int const one = add_fact(c, layer, "inhabitants", people, {box.x, box.y, left, box.h});
    int const other =
        add_fact(c, layer, "rail", rail, {box.x + left + gap, box.y, box.w - left - gap, box.h});
    return std::max(one, other);
}

/// All municipalities together, while none is chosen.
int add_county(Context const& c, Layer& layer, Rect box) {
    auto const& places = c.catalog().places;
    int sum = 0;
    for (Place const& place : places) sum += place.inhabitants;
    return add_figure(c, layer, inhabitants(c, sum, c.say("map.county"), places.front()), box,
                      type::title(c.m));
}

/// A white card as high as the figures on it.
void add_figures(Context const& c, Layer& layer, Place const* place, Column& column) {
    if (c.catalog().places.empty()) return;
    int const pad = c.m.px(28);
    Rect const rest = column.rest(), box{rest.x + pad, rest.y + c.m.px(22), rest.w - 2 * pad, c.m.px(300)};
    Layer figures;
    int const height = (place ? add_facts(c, figures, *place, box) : add_county(c, figures, box));
    Panel panel{.rect = column.take(height + 2 * c.m.px(22)),
                .fill = palette::paper,
                .corners = Corners::all(card_radius(c.m))};
    panel.shadow = true;
    layer.elements.push_back(area("figures", std::move(panel)));
    std::ranges::move(figures.elements, std::back_inserter(layer.elements));
}

void add_words(Context const& c, Place const* place, Column& column) {
    column.add("kicker", Role::Text, in_capitals(c.say("map.kicker")), {type::kicker(c.m), palette::falu},
               c.m.px(50));
    column.skip(c.m.px(6));
    TextStyle headline = type::title(c.m);
    headline.px = c.m.px(c.m.portrait() ? 72 : 66);
    column.add("headline", Role::Heading, place ? place->name : c.say("map.title"),
               {headline, palette::ink, Align::Left, true}, c.m.px(170));
    column.skip(c.m.px(12));
    column.add("lead", Role::Text, place ? c.in(place->known_for) : c.say("map.lead"), {type::note(c.m)},
               c.m.px(260));
    if (!place) return;
    column.skip(c.m.px(10));
    column.add("getting_there", Role::Text, c.in(place->getting_there), {type::note(c.m), palette::stone},
               c.m.px(150));
}

/// Kurbits in the lower corner of `room`, where no picture is.
void add_spray(Context const& c, Layer& layer, Rect room, bool mirrored) {
    int const side = std::min({room.w, room.h, c.m.px(400)});
    if (side < c.m.px(200)) return;
    Rect const square{mirrored ? room.right() - side : room.x, room.bottom() - side, side, side};
    Color const flower = blend(palette::ochre.with_alpha(0.45), layer.ground);
    layer.elements.push_back(ornament("ornament", square, {palette::sand_dark, flower}, mirrored));
}

/// What is left of the column is the picture's.
void add_foot(Context const& c, Layer& layer, Image const* image, Rect rest) {
    if (!image) return add_spray(c, layer, rest, false);
    if (rest.h < c.m.px(130)) return;
    layer.elements.push_back(*picture(c, "picture", image, rest, Corners::all(card_radius(c.m))));
}

void add_card_lying(Context const& c, Layer& layer, Place const* place, Rect area) {
    Column column(c, layer, area);
    add_words(c, place, column);
    column.skip(c.m.px(20));
    add_figures(c, layer, place, column);
    column.skip(c.m.px(32));
    add_foot(c, layer, place ? c.catalog().image(place->image) : nullptr, column.rest());
}

void add_card_standing(Context const& c, Layer& layer, Place const* place, Rect area) {
    Image const* image = place ? c.catalog().image(place->image) : nullptr;
    int const gap = c.m.px(32), beside = c.m.px(350);
    Layer figures;
    Column foot(c, figures, area);
    add_figures(c, figures, place, foot);
    int const height = foot.rest().y - area.y;
    for (Element& element : figures.elements) {
        move(element, 0, area.h - height);
        layer.elements.push_back(std::move(element));
    }
    Rect const top{area.x, area.y, area.w, area.h - height - c.m.px(28)};
    Column column(c, layer, {top.x, top.y, top.w - beside - gap, top.h});
    add_words(c, place, column);
    Rect const right{top.right() - beside, top.y, beside, top.h};
    if (!image) return add_spray(c, layer, right, true);
    layer.elements.push_back(*picture(c, "picture", image, right, Corners::all(card_radius(c.m))));
}

Element place_button(Context const& c, Place const& place, bool chosen, Rect rect) {
    std::string const id = "place." + place.id;
    bool const down = pressed(c.model) == id;
    Panel const panel{.rect = rect,
                      .fill = chosen ? palette::falu
                              : down ? palette::sand_dark
                                     : palette::sand,
                      .corners = Corners::all(rect.h / 4)};
    TextPaint name =
        set_line(c, place.name, {list_style(c), chosen ? palette::paper : palette::ink, Align::Center},
                 rect.inset(list_padding(c)));
    return {id,
            Role::Button,
            place.name,
            c.language,
            rect,
            rect,
            Open{{Page::Kind::Map, place.id}, true},
            true,
            {panel, std::move(name)}};
}

/// In the order of the alphabet, down one column after the other.
void add_list(Context const& c, Layer& layer, Place const* chosen, Rect area, int columns) {
    auto const& places = c.catalog().places;
    int const rows = list_rows(c, columns);
    std::vector<Rect> const cells = grid(area, columns, rows, c.m.px(16));
    for (std::size_t i = 0; i < places.size(); ++i) {
        std::size_t const row = i % std::size_t(rows), column = i / std::size_t(rows);
        Rect const cell = cells[row * std::size_t(columns) + column];
        layer.elements.push_back(place_button(c, places[i], &places[i] == chosen, cell));
    }
}

}

Layer map_page(Context const& c, Place const* place) {
    Layer layer{"page map", palette::birch, {}};
    bool const tall = c.m.portrait();
    Zones const z = tall ? standing(c) : lying(c);
    TextPaint credit = set_text(c, c.say("map.credit"), {type::small(c.m), palette::stone, Align::Left, true},
                                {c.m.margin(), 0, z.map.w / 2, c.m.px(80)});
    credit.rect.y = z.map.bottom() - credit.rect.h;
    (tall ? add_card_standing : add_card_lying)(c, layer, place, z.words);
    add_chart(c, layer, place, z.map, credit.rect);
    add_list(c, layer, place, z.list, z.list_columns);
    layer.elements.push_back(text(c, "credit", Role::Text, std::move(credit)));
    return layer;
}

}
