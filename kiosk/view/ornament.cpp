#include "view/ornament.h"

#include <array>
#include <cmath>
#include <numbers>

namespace kiosk {
namespace {

using Curve = std::array<PointF, 4>;  // Bézier, in a square of one by one.

PointF operator+(PointF a, PointF b) { return {a.x + b.x, a.y + b.y}; }
PointF operator-(PointF a, PointF b) { return {a.x - b.x, a.y - b.y}; }
PointF operator*(PointF a, float by) { return {a.x * by, a.y * by}; }

PointF point_on(Curve const& c, float t) {
    float const u = 1 - t;
    return c[0] * (u * u * u) + c[1] * (3 * u * u * t) + c[2] * (3 * u * t * t) + c[3] * (t * t * t);
}

PointF along(Curve const& c, float t) {
    float const u = 1 - t;
    return (c[1] - c[0]) * (u * u) + (c[2] - c[1]) * (2 * u * t) + (c[3] - c[2]) * (t * t);
}

PointF towards(float degrees) {
    float const radians = degrees * std::numbers::pi_v<float> / 180;
    return {std::cos(radians), -std::sin(radians)};
}

float heading(PointF v) { return std::atan2(-v.y, v.x) * 180 / std::numbers::pi_v<float>; }

/// How wide a stroke of the brush is on its way: a comma is laid down round and drawn out to a point.
float comma(float t) { return 2.6F * std::sqrt(t) * (1 - t); }
float stalk(float t) { return std::min(1.F, 6 * t) * (1 - 0.7F * t); }

/// Paints strokes into a shape, scaled from the square of one by one.
class Brush {
public:
    Brush(Rect square, bool mirrored) : m_shape{square, {}}, m_mirrored(mirrored) {}

    void stroke(Curve const& curve, float width, float (*swell)(float), Color color) {
        constexpr int steps = 32;
        std::vector<PointF> left, right;
        for (int i = 0; i <= steps; ++i) {
            float const t = float(i * i) / (steps * steps);  // Closest at the start, where it is roundest.
            PointF const at = point_on(curve, t), way = along(curve, t);
            float const length = std::max(1e-4F, std::hypot(way.x, way.y)), half = width / 2 * swell(t);
            PointF const across{-way.y / length * half, way.x / length * half};
            left.push_back(placed(at + across));
            right.push_back(placed(at - across));
        }
        left.insert(left.end(), right.rbegin(), right.rend());
        add(std::move(left), color);
    }

    void dot(PointF at, float radius, Color color) {
        std::vector<PointF> points;
        for (int i = 0; i < 24; ++i) points.push_back(placed(at + towards(float(i) * 15) * radius));
        add(std::move(points), color);
    }

    ShapePaint take() { return std::move(m_shape); }

private:
    PointF placed(PointF p) const {
        Rect const r = m_shape.rect;
        float const x = m_mirrored ? 1 - p.x : p.x;
        return {float(r.x) + x * float(r.w), float(r.y) + p.y * float(r.h)};
    }
    void add(std::vector<PointF> points, Color color) {
        m_shape.outlines.push_back({std::move(points), true, color, Color{0, 0, 0, 0}, 0});
    }

    ShapePaint m_shape;
    bool m_mirrored;
};

/// A comma whose tail leaves `root` in the direction `from` and whose head lies at `length` in the direction
/// `to`, drawn out with a fine line in the second colour.
void petal(Brush& brush, PointF root, float from, float to, float length, float width,
           OrnamentColors colors) {
    PointF const tip = root + towards(to) * length;
    PointF const near_root = root + towards(from) * (length * 0.5F);
    PointF const near_tip = near_root + (tip - near_root) * 0.5F + towards(from) * (length * 0.12F);
    brush.stroke({tip, near_tip, near_root, root}, width, comma, colors.leaf);
    Curve const whole{{tip, near_tip, near_root, root}};
    Curve const line{
        {point_on(whole, 0.2F), point_on(whole, 0.4F), point_on(whole, 0.6F), point_on(whole, 0.8F)}};
    brush.stroke(line, width * 0.16F, comma, colors.flower);
}

/// Two leaves that curl back, a cup of petals, and a crown of dots.
void flower(Brush& brush, PointF at, float on, float size, OrnamentColors const& colors) {
    OrnamentColors const bloom{colors.flower, colors.leaf};
    for (float const side : {-1.F, 1.F}) {
        petal(brush, at, on + side * 70, on + side * 125, size * 0.8F, size * 0.24F, colors);
        petal(brush, at, on + side * 52, on + side * 86, size * 0.95F, size * 0.25F, bloom);
        petal(brush, at, on + side * 70, on + side * 40, size, size * 0.28F, bloom);
    }
    petal(brush, at, on, on, size * 1.1F, size * 0.36F, bloom);
    for (float const side : {-1.F, 1.F})
        petal(brush, at, on + side * 40, on + side * 17, size * 0.72F, size * 0.16F, colors);
    for (int i = -2; i <= 2; ++i)
        brush.dot(at + towards(on + float(i) * 17) * (size * (1.3F - 0.05F * float(i * i))), size * 0.05F,
                  colors.leaf);
    brush.dot(at, size * 0.12F, colors.leaf);
}

/// Leaves in pairs along a stalk, smaller and smaller.
void leaves(Brush& brush, Curve const& stalk, std::initializer_list<float> places, float length,
            OrnamentColors const& colors) {
    for (float const t : places) {
        PointF const at = point_on(stalk, t);
        float const on = heading(along(stalk, t)), size = length * (1 - 0.45F * t);
        petal(brush, at, on + 10, on + 80, size, size * 0.3F, colors);
        petal(brush, at, on - 10, on - 80, size, size * 0.3F, colors);
    }
}

}

Element ornament(std::string id, Rect square, OrnamentColors colors, bool mirrored) {
    Brush brush(square, mirrored);
    Curve const main{{{0.05F, 0.95F}, {0.36F, 0.88F}, {0.36F, 0.54F}, {0.62F, 0.38F}}};
    Curve const low{{{0.08F, 0.94F}, {0.4F, 0.94F}, {0.66F, 0.88F}, {0.79F, 0.72F}}};
    Curve const high{{{0.07F, 0.92F}, {0.13F, 0.62F}, {0.13F, 0.44F}, {0.24F, 0.25F}}};
    for (Curve const& each : {low, high}) brush.stroke(each, 0.018F, stalk, colors.leaf);
    brush.stroke(main, 0.024F, stalk, colors.leaf);
    leaves(brush, low, {0.57F, 0.8F}, 0.15F, colors);
    leaves(brush, high, {0.46F, 0.72F}, 0.17F, colors);
    leaves(brush, main, {0.42F, 0.66F}, 0.22F, colors);
    flower(brush, low[3], heading(along(low, 1)), 0.15F, colors);
    flower(brush, high[3], heading(along(high, 1)), 0.15F, colors);
    flower(brush, main[3], heading(along(main, 1)), 0.27F, colors);
    return {std::move(id), Role::Decoration, "", "", square, square, {}, true, {brush.take()}};
}

}
