#include "decode/framing.h"

#include <cmath>

namespace kiosk {

namespace {

/// Start of a window of `length` in 0..`whole` with `focus` (a share of the whole) as near its middle as can
/// be.
double window_start(double whole, double length, double focus) {
    return std::clamp(focus * whole - length / 2, 0.0, std::max(0.0, whole - length));
}

}

Excerpt excerpt(double w, double h, Framing const& framing) {
    auto [box_w, box_h] = framing.box;
    double across = box_w / w, down = box_h / h;
    if (framing.fit == Framing::Fit::Contain) {
        double scale = std::min(across, down);
        auto side = [&](double length, int most) {
            return std::clamp(int(std::lround(length * scale)), 1, most);
        };
        return {0, 0, w, h, {side(w, box_w), side(h, box_h)}};
    }
    double scale = std::max(across, down);
    double shown_w = std::min(w, box_w / scale), shown_h = std::min(h, box_h / scale);
    return {window_start(w, shown_w, framing.focus_x), window_start(h, shown_h, framing.focus_y), shown_w,
            shown_h, framing.box};
}

}
