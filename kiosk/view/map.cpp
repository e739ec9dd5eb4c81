#include "view/figure.h"
#include "view/pages.h"
#include "view/words.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace kiosk {
namespace {

constexpr Color land_fill = Color::rgb(0xEEE5D3);

/// Longitude and latitude to pixels: equirectangular, true to scale at 61 degrees north (the middle of
/// Dalarna).
class Projection {
public:
    Projection(std::vector<MapFeature> const& map, Rect area) {
        double west = 180, east = -180, south = 90, north = -90;
        for (MapFeature const& feature : map) {
            if (feature.kind != MapFeature::Kind::County) continue;
            for (auto const& [longitude, latitude] : feature.points) {
                west = std::min(west, longitude), east = std::max(east, longitude);
                south = std::min(south, latitude), north = std::max(north, latitude);
            }
        }
        m_scale = std::min(area.w / ((east - west) * squeeze), area.h / (north - south));
        m_left = area.x + (area.w - (east - west) * squeeze * m_scale) / 2 - west * squeeze * m_scale;
        m_top = area.y + (area.h - (north - south) * m_scale) / 2 + north * m_scale;
    }

    PointF operator()(double longitude, double latitude) const {
        return {float(m_left + longitude * squeeze * m_scale), float(m_top - latitude * m_scale)};
    }

private:
    inline static double const squeeze = std::cos(61 * std::numbers::pi / 180);
    double m_scale = 1, m_left = 0, m_top = 0;
};

ShapePaint::Outline outline(Context const& c, MapFeature const& feature, Projection const& at) {
    ShapePaint::Outline line;
    for (auto const& [longitude, latitude] : feature.points) line.points.push_back(at(longitude, latitude));
    line.closed = feature.kind != MapFeature::Kind::River;
    switch (feature.kind) {
    case MapFeature::Kind::County:
        line.fill = land_fill, line.stroke = Color::rgb(0xCBBB9C), line.stroke_px = float(c.m.px(3));
        break;
    case MapFeature::Kind::Lake:
        line.fill = palette::siljan;
        break;
    case MapFeature::Kind::River:
        line.stroke = palette::siljan_pale, line.stroke_px = float(c.m.px(4));
        break;
    }
    return line;
}

Element land(Context const& c, Rect area, Projection const& at) {
    ShapePaint shape{area, {}};
    for (auto kind : {MapFeature::Kind::County, MapFeature::Kind::River, MapFeature::Kind::Lake}) {
        for (MapFeature const& feature : c.catalog().map) {
            if (feature.kind == kind) shape.outlines.push_back(outline(c, feature, at));
        }
    }
    return {"map", Role::Image, c.say("map.title"), c.language, area, area, {}, true, {std::move(shape)}};
}

Element dot(Context const& c, Place const& place, PointF at, bool chosen) {
    int const radius = c.m.px(chosen ? 17 : 12), reach = c.m.px(26);
    Point const middle{int(at.x), int(at.y)};
    bool const down = pressed(c.model) == "dot." + place.id;
    Rect const disc{middle.x - radius, middle.y - radius, 2 * radius, 2 * radius};
    Panel panel{.rect = disc,
                .fill = chosen || down ? palette::falu : palette::paper,
                .corners = Corners::all(radius)};
    panel.border = palette::falu;
    panel.border_px = c.m.px(4);
    // Towns lie closer than fingers are wide: the list beside the map holds the same targets in full size.
    Rect const hit{middle.x - reach, middle.y - reach, 2 * reach, 2 * reach};
    return {"dot." + place.id,
            Role::Button,
            place.name,
            c.language,
            disc,
            hit,
            Open{{Page::Kind::Map, place.id}, true},
            true,
            {panel}};
}

/// Names are set right or left of their dots, wherever they meet neither a name nor a dot that is already
/// there.
class Labels {
public:
    explicit Labels(Context const& c) : m_context(c) {}

    void block(Rect rect) { m_taken.push_back(rect); }

    std::optional<Element> place(Place const& place, PointF at, bool chosen) {
        TextStyle style = type::small(m_context.m);
        style.weight = chosen ? Weight::Bold : Weight::Medium;
        Size const size = m_context.ruler.measure(place.name, style, 1 << 20, m_context.language).size;
        int const away = m_context.m.px(24), middle = int(at.y) - size.h / 2, x = int(at.x);
        Rect const spots[] = {
            {x + away, middle, size.w + 1, size.h},
            {x - away - size.w, middle, size.w + 1, size.h},
            {x - size.w / 2, int(at.y) + away - m_context.m.px(6), size.w + 1, size.h},
            {x - size.w / 2, int(at.y) - away - size.h + m_context.m.px(6), size.w + 1, size.h}};
        for (Rect const& spot : spots) {
            if (std::ranges::any_of(m_taken, [&](Rect const& r) { return r.overlaps(spot); })) continue;
            m_taken.push_back(spot);
            Element label = text(m_context, "label." + place.id, Role::Decoration,
                                 {spot, place.name, style, palette::ink, Align::Left, m_context.language});
            // A plate in the land's colour keeps names readable over lakes.
            Panel plate{.rect = spot.inset(-m_context.m.px(3)),
                        .fill = land_fill.with_alpha(0.82),
                        .corners = Corners::all(m_context.m.px(8))};
            label.paints.insert(label.paints.begin(), std::move(plate));
            return label;
        }
        return std::nullopt;
    }

private:
    Context const& m_context;
    std::vector<Rect> m_taken;
};

void add_map(Context const& c, Layer& layer, Place const* chosen, Rect area) {
    Projection const at(c.catalog().map, area.inset(c.m.px(12)));
    layer.elements.push_back(land(c, area, at));
    Labels labels(c);
    for (Place const& place : c.catalog().places) {
        PointF const p = at(place.longitude, place.latitude);
        layer.elements.push_back(dot(c, place, p, &place == chosen));
        labels.block(layer.elements.back().rect);
    }
    if (chosen) {
        auto label = labels.place(*chosen, at(chosen->longitude, chosen->latitude), true);
        if (label) layer.elements.push_back(std::move(*label));
    }
    for (Place const& place : c.catalog().places) {
        if (&place == chosen) continue;
        auto label = labels.place(place, at(place.longitude, place.latitude), false);
        if (label) layer.elements.push_back(std::move(*label));
    }
}

/// A figure of the place card: number above, what it is below.
int add_fact(Context const& c, Layer& layer, std::string const& id, std::string const& value,
             std::string const& unit, Rect box) {
    Column column(c, layer, box);
    column.add(id + ".value", Role::Text, value, {type::card(c.m), palette::falu}, c.m.px(90));
    column.skip(c.m.px(4));
    column.add(id + ".unit", Role::Text, unit, {type::small(c.m), palette::stone}, c.m.px(80));
    return column.rest().y - box.y;
}

void add_facts(Context const& c, Layer& layer, Place const& place, Column& column) {
    Rect const box = column.rest();
    std::vector<Rect> const cells = grid({box.x, box.y, box.w, c.m.px(160)}, 2, 1, c.m.gap());
    std::string const unit = fill(c.say("map.inhabitants"),
                                  {{"year", place.inhabitants_year}, {"source", place.inhabitants_source}});
    int height = add_fact(c, layer, "inhabitants", say_number(c, place.inhabitants), unit, cells[0]);
    if (place.rail_km) {
        std::string const km = fill(c.say("map.km"), {{"km", std::to_string(*place.rail_km)}});
        height = std::max(height, add_fact(c, layer, "rail", km, c.say("map.rail"), cells[1]));
    }
    column.skip(height);
}

/// All municipalities together, while none is chosen.
void add_county(Context const& c, Layer& layer, Column& column) {
    auto const& places = c.catalog().places;
    if (places.empty()) return;
    int sum = 0;
    for (Place const& place : places) sum += place.inhabitants;
    column.skip(c.m.px(28));
    Figure const figure{LocalizedText(say_number(c, sum)), LocalizedText(c.say("map.county")),
                        places.front().inhabitants_year, places.front().inhabitants_source, ""};
    add_figure(c, layer, figure, column.rest(), type::title(c.m));
}

void add_card(Context const& c, Layer& layer, Place const* place, Rect area) {
    Column column(c, layer, area);
    column.add("kicker", Role::Text, in_capitals(c.say("map.kicker")), {type::kicker(c.m), palette::falu},
               c.m.px(50));
    column.skip(c.m.px(6));
    TextStyle headline = type::title(c.m);
    headline.px = c.m.px(68);
    column.add("headline", Role::Heading, place ? place->name : c.say("map.title"),
               {headline, palette::ink, Align::Left, true}, c.m.px(170));
    column.skip(c.m.px(12));
    column.add("lead", Role::Text, place ? c.in(place->known_for) : c.say("map.lead"),
               {type::note(c.m), palette::ink}, c.m.px(150));
    if (!place) return add_county(c, layer, column);
    if (!place->getting_there.empty()) {
        column.skip(c.m.px(6));
        column.add("getting_there", Role::Text, c.in(place->getting_there), {type::note(c.m), palette::stone},
                   c.m.px(120));
    }
    column.skip(c.m.px(16));
    add_facts(c, layer, *place, column);
}

Element place_button(Context const& c, Place const& place, bool chosen, Rect rect) {
    std::string const id = "place." + place.id;
    bool const down = pressed(c.model) == id;
    Panel const panel{.rect = rect,
                      .fill = chosen ? palette::falu
                              : down ? palette::sand_dark
                                     : palette::sand,
                      .corners = Corners::all(rect.h / 4)};
    TextStyle style = type::small(c.m);
    style.weight = Weight::SemiBold;
    TextPaint name = set_line(c, place.name, {style, chosen ? palette::paper : palette::ink, Align::Center},
                              rect.inset(c.m.px(8)));
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

int list_columns(Context const& c, int width) { return std::clamp(width / c.m.px(196), 2, 5); }

int list_height(Context const& c, int width) {
    int const columns = list_columns(c, width),
              rows = (int(c.catalog().places.size()) + columns - 1) / columns;
    return rows * c.m.target() + (rows - 1) * c.m.px(16);
}

void add_list(Context const& c, Layer& layer, Place const* chosen, Rect area) {
    auto const& places = c.catalog().places;
    int const columns = list_columns(c, area.w), rows = (int(places.size()) + columns - 1) / columns;
    std::vector<Rect> const cells = grid(area, columns, rows, c.m.px(16));
    for (std::size_t i = 0; i < places.size(); ++i) {
        layer.elements.push_back(place_button(c, places[i], &places[i] == chosen, cells[i]));
    }
}

}

Layer map_page(Context const& c, Place const* place) {
    Layer layer{"page map", palette::birch, {}};
    Rect const content = c.m.content();
    Rect map_rect = content, side = content;
    if (c.m.portrait()) {
        map_rect.h = content.h * 45 / 100;
        side.y = map_rect.bottom() + c.m.px(36);
        side.h = content.bottom() - side.y;
    } else {
        map_rect.w = content.w * 42 / 100;
        side.x = map_rect.right() + c.m.px(56);
        side.w = content.right() - side.x;
    }
    add_map(c, layer, place, map_rect);
    int const list = list_height(c, side.w);
    add_card(c, layer, place, {side.x, side.y, side.w, side.h - list - c.m.px(24)});
    add_list(c, layer, place, {side.x, side.bottom() - list, side.w, list});
    TextPaint credit = set_text(c, c.say("map.credit"), {type::small(c.m), palette::stone},
                                {map_rect.x, 0, map_rect.w / 2, c.m.px(40)});
    credit.rect.y = map_rect.bottom() - credit.rect.h;
    layer.elements.push_back(text(c, "credit", Role::Text, std::move(credit)));
    return layer;
}

}
