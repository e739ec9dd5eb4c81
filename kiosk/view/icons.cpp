#include "view/icons.h"

#include <cmath>
#include <numbers>

namespace kiosk {
namespace {

using Points = std::vector<PointF>;  // In a square of 24 by 24.

struct Stroke {
    Points points;
    bool closed = false;
    bool filled = false;
};

Points circle(float cx, float cy, float radius) {
    Points points;
    for (int i = 0; i < 32; ++i) {
        double angle = i * std::numbers::pi / 16;
        points.push_back({cx + radius * float(std::cos(angle)), cy + radius * float(std::sin(angle))});
    }
    return points;
}

Points box(float x, float y, float side) {
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}};
}

std::vector<Stroke> strokes(Icon icon) {
    switch (icon) {
    case Icon::None:
        break;
    case Icon::Back:
        return {{{{15, 5}, {8, 12}, {15, 19}}}};
    case Icon::Forward:
        return {{{{9, 5}, {16, 12}, {9, 19}}}};
    case Icon::Start:
        return {{{{3, 12}, {12, 4}, {21, 12}}}, {{{6, 10}, {6, 20}, {18, 20}, {18, 10}}}};
    case Icon::Show:
        return {{{{3, 5}, {21, 5}, {21, 17}, {3, 17}}, true}, {{{8, 21}, {16, 21}}}};
    case Icon::Code:
        return {{box(3.5, 3.5, 6.5), true},          {box(14, 3.5, 6.5), true},
                {box(3.5, 14, 6.5), true},           {box(14.5, 14.5, 1.6F), true, true},
                {box(18.5, 14.5, 1.6F), true, true}, {box(16.5, 16.5, 1.6F), true, true},
                {box(14.5, 18.5, 1.6F), true, true}, {box(18.5, 18.5, 1.6F), true, true}};
    case Icon::Erase:
        return {{{{9, 5}, {21, 5}, {21, 19}, {9, 19}, {3, 12}}, true},
                {{{12, 9}, {18, 15}}},
                {{{18, 9}, {12, 15}}}};
    case Icon::Check:
        return {{{{4, 13}, {10, 19}, {20, 6}}}};
    case Icon::Pause:
        return {{{{8, 5}, {8, 19}}}, {{{16, 5}, {16, 19}}}};
    case Icon::Pin:
        return {{{{12, 21},
                  {7.2F, 14.6F},
                  {5.6F, 10.5F},
                  {6.2F, 7.2F},
                  {8.6F, 4.6F},
                  {12, 3.6F},
                  {15.4F, 4.6F},
                  {17.8F, 7.2F},
                  {18.4F, 10.5F},
                  {16.8F, 14.6F}},
                 true},
                {circle(12, 9.8F, 2.4F), true}};
    case Icon::Clock:
        return {{circle(12, 12, 9), true}, {{{12, 6.5F}, {12, 12}, {16, 14.2F}}}};
    case Icon::Calendar:
        return {{{{4, 6}, {20, 6}, {20, 20}, {4, 20}}, true},
                {{{4, 11}, {20, 11}}},
                {{{8.5F, 3}, {8.5F, 7}}},
                {{{15.5F, 3}, {15.5F, 7}}}};
    case Icon::Lock:
        return {{{{5, 11}, {19, 11}, {19, 20.5F}, {5, 20.5F}}, true},
                {{{8, 11}, {8, 7.5F}, {9.2F, 4.9F}, {12, 3.8F}, {14.8F, 4.9F}, {16, 7.5F}, {16, 11}}}};
    case Icon::NoEntry:
        return {{circle(12, 12, 9), true}, {{{7.5F, 12}, {16.5F, 12}}}};
    case Icon::Warning:
        return {{{{12, 3.8F}, {21.4F, 20}, {2.6F, 20}}, true},
                {{{12, 10}, {12, 14.2F}}},
                {circle(12, 17, 0.5F), true, true}};
    }
    return {};
}

}

ShapePaint draw_icon(Icon icon, Rect square, Color color) {
    float const unit = float(square.w) / 24;
    ShapePaint shape{square, {}};
    for (Stroke& stroke : strokes(icon)) {
        for (PointF& p : stroke.points) p = {float(square.x) + p.x * unit, float(square.y) + p.y * unit};
        Color fill = stroke.filled ? color : Color{0, 0, 0, 0};
        shape.outlines.push_back(
            {std::move(stroke.points), stroke.closed, fill, color, unit * (stroke.filled ? 1.F : 2.2F)});
    }
    return shape;
}

}
