#include "view/chart.h"

#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace kiosk {
namespace {

constexpr Color land_fill = Color::rgb(0xEEE5D3), shore = Color::rgb(0xCBBB9C),
                lake_fill = Color::rgb(0x4C7396);

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
        line.fill = land_fill, line.stroke = shore, line.stroke_px = float(c.m.px(3));
        break;
    case MapFeature::Kind::Lake:
        line.fill = lake_fill;
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

int dot_radius(Context const& c, bool chosen) { return c.m.px(chosen ? 17 : 12); }

Element dot(Context const& c, Place const& place, Point middle, bool chosen) {
    int const radius = dot_radius(c, chosen), reach = c.m.px(26);
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

/// One place whose name is still to be set.
struct Name {
    Place const* place;
    TextStyle style;
    Point dot;
    std::vector<Rect> spots;  ///< Beside the dot, the best first.
    std::vector<Rect> far;    ///< Off the dot, to which a line must lead.
};

/// Finds a spot for every name: beside its dot, diagonally, above or below; where it is crowded, further away
/// with a line. Never on another name or dot, and on a lake only if nothing else is free.
class Names {
public:
    Names(Context const& c, Rect bounds, ShapePaint const& map) : m_c(c), m_bounds(bounds), m_map(map) {}

    void keep_free(Rect rect) { m_taken.push_back(rect); }

    void add(Place const& place, Point dot, bool chosen) {
        TextStyle style = type::small(m_c.m);
        style.weight = chosen ? Weight::Bold : Weight::Medium;
        Size const size = m_c.ruler.measure(place.name, style, 1 << 20, m_c.language).size;
        Size const box{size.w + 1, size.h};
        Name name{&place, style, dot, within_bounds(around(dot, dot_radius(m_c, chosen), box)),
                  within_bounds(away_from(dot, box))};
        std::ranges::stable_partition(name.spots, [&](Rect const& spot) { return !on_lake(spot); });
        m_open.push_back(std::move(name));
    }

    /// Sets all names: `chosen` first, so that it is never left out, then always the one with the fewest
    /// spots left.
    std::vector<Element> take(Place const* chosen) {
        auto urgency = [&](Name const& name) { return name.place == chosen ? -1 : left(name); };
        while (!m_open.empty()) {
            auto const next = std::ranges::min_element(m_open, {}, urgency);
            Name const name = std::move(*next);
            m_open.erase(next);
            set_where_free(name);
        }
        return std::move(m_set);
    }

private:
    std::vector<Rect> around(Point dot, int radius, Size size) const {
        int const away = radius + m_c.m.px(10), near = m_c.m.px(14), up = m_c.m.px(7);
        int const right = dot.x + away, left = dot.x - away - size.w, level = dot.y - size.h / 2;
        int const above = dot.y - size.h - up, below = dot.y + up, clear = radius + m_c.m.px(3);
        auto at = [&](int x, int y) { return Rect{x, y, size.w, size.h}; };
        return {at(right, level),
                at(left, level),
                at(dot.x + near, above),
                at(dot.x + near, below),
                at(dot.x - near - size.w, above),
                at(dot.x - near - size.w, below),
                at(dot.x - size.w / 2, dot.y + clear),
                at(dot.x - size.w / 2, dot.y - clear - size.h)};
    }

    std::vector<Rect> away_from(Point dot, Size size) const {
        std::vector<Rect> spots;
        for (int distance : {m_c.m.px(56), m_c.m.px(84), m_c.m.px(116)}) {
            for (auto [right, down] : {std::pair{-1, 1}, {1, 1}, {-1, -1}, {1, -1}, {0, 1}, {0, -1}}) {
                int const x = dot.x + right * distance, y = dot.y + down * distance;
                spots.push_back({right > 0   ? x
                                 : right < 0 ? x - size.w
                                             : x - size.w / 2,
                                 down > 0 ? y : y - size.h, size.w, size.h});
            }
        }
        return spots;
    }

    std::vector<Rect> within_bounds(std::vector<Rect> spots) const {
        std::erase_if(spots, [this](Rect const& spot) { return !m_bounds.contains(spot); });
        return spots;
    }

    bool is_free(Rect const& spot) const {
        return std::ranges::none_of(m_taken, [&](Rect const& r) { return r.overlaps(spot); });
    }

    std::ptrdiff_t left(Name const& name) const {
        return std::ranges::count_if(name.spots, [this](Rect const& spot) { return is_free(spot); });
    }

    /// The spot that leaves most to the others; of equals the best.
    std::optional<Rect> kindest_free(Name const& name) const {
        std::optional<Rect> kindest;
        int least = std::numeric_limits<int>::max();
        for (int rank = 0; Rect const& spot : name.spots) {
            int cost = rank++;
            if (!is_free(spot)) continue;
            for (Name const& other : m_open)
                for (Rect const& wanted : other.spots) cost += wanted.overlaps(spot) ? 2 : 0;
            if (cost < least) least = cost, kindest = spot;
        }
        return kindest;
    }

    /// Where the line from the dot to a spot further away begins and ends.
    std::array<PointF, 2> line_to(Name const& name, Rect spot) const {
        Point const end{std::clamp(name.dot.x, spot.x, spot.right()),
                        std::clamp(name.dot.y, spot.y, spot.bottom())};
        float const x = float(end.x - name.dot.x), y = float(end.y - name.dot.y);
        float const skip = float(m_c.m.px(25)) / std::hypot(x, y);
        return {PointF{float(name.dot.x) + x * skip, float(name.dot.y) + y * skip},
                PointF{float(end.x), float(end.y)}};
    }

    bool is_clear(std::array<PointF, 2> const& line) const {
        constexpr int steps = 16;
        for (int i = 0; i <= steps; ++i) {
            float const share = float(i) / steps;
            Point const at{int(std::lerp(line[0].x, line[1].x, share)),
                           int(std::lerp(line[0].y, line[1].y, share))};
            if (std::ranges::any_of(m_taken, [&](Rect const& r) { return r.contains(at); })) return false;
        }
        return true;
    }

    void set_where_free(Name const& name) {
        if (auto spot = kindest_free(name)) return set(name, *spot);
        for (Rect const& spot : name.far) {
            std::array<PointF, 2> const line = line_to(name, spot);
            if (!is_free(spot) || !is_clear(line)) continue;
            set(name, spot);
            ShapePaint::Outline const leader{
                {line[0], line[1]}, false, palette::none, palette::stone, float(m_c.m.px(2))};
            Rect const reach = spot.united({name.dot.x, name.dot.y, 1, 1});
            m_set.push_back({"leader." + name.place->id,
                             Role::Decoration,
                             "",
                             "",
                             reach,
                             reach,
                             {},
                             true,
                             {ShapePaint{reach, {leader}}}});
            return;
        }
    }

    bool on_lake(Rect spot) const {
        return std::ranges::any_of(m_map.outlines, [&](ShapePaint::Outline const& outline) {
            return outline.fill == lake_fill && std::ranges::any_of(outline.points, [&](PointF p) {
                       return spot.contains(Point{int(p.x), int(p.y)});
                   });
        });
    }

    void set(Name const& name, Rect spot) {
        m_taken.push_back(spot);
        Element label = text(m_c, "label." + name.place->id, Role::Decoration,
                             {spot, name.place->name, name.style, palette::ink, Align::Left, m_c.language});
        if (on_lake(spot)) {  // A plate in the land's colour keeps it readable over water.
            Panel plate{.rect = spot.inset(-m_c.m.px(3)),
                        .fill = land_fill.with_alpha(0.88),
                        .corners = Corners::all(m_c.m.px(8))};
            label.paints.insert(label.paints.begin(), std::move(plate));
        }
        m_set.push_back(std::move(label));
    }

    Context const& m_c;
    Rect m_bounds;
    ShapePaint const& m_map;
    std::vector<Rect> m_taken;
    std::vector<Name> m_open;
    std::vector<Element> m_set;
};

}

void add_chart(Context const& c, Layer& layer, Place const* chosen, Rect area, Rect kept_free) {
    Projection const at(c.catalog().map, area.inset(c.m.px(12)));
    auto dot_of = [&](Place const& place) {
        PointF const p = at(place.longitude, place.latitude);
        return Point{int(p.x), int(p.y)};
    };
    Element map = land(c, area, at);
    int const beyond = c.m.px(32);  // Margins and gaps leave that much.
    Names names(c, {area.x - beyond, area.y, area.w + 2 * beyond, area.h},
                std::get<ShapePaint>(map.paints.front()));
    names.keep_free(kept_free);
    std::vector<Element> dots;
    for (Place const& place : c.catalog().places) {
        dots.push_back(dot(c, place, dot_of(place), &place == chosen));
        names.keep_free(dots.back().rect);
    }
    for (Place const& place : c.catalog().places) names.add(place, dot_of(place), &place == chosen);
    std::vector<Element> labels = names.take(chosen);
    layer.elements.push_back(std::move(map));
    std::ranges::move(dots, std::back_inserter(layer.elements));
    std::ranges::move(labels, std::back_inserter(layer.elements));
}

}
