#pragma once
// Sizes from the glass. Tokens are pixels on a screen whose short side is 1080; everything scales with it.

#include "state/model.h"

#include <cmath>

namespace kiosk {

class Metrics {
public:
    explicit Metrics(Glass const& glass)
        : m_size(glass.px), m_scale(std::min(glass.px.w, glass.px.h) / 1080.0) {}

    Size size() const { return m_size; }
    bool portrait() const { return m_size.h > m_size.w; }
    /// A token in device pixels.
    int px(double token) const { return int(std::lround(token * m_scale)); }

    int margin() const { return px(portrait() ? 64 : 88); }
    int gap() const { return px(32); }
    int target() const { return px(88); }  ///< Smallest side of what can be touched.
    Rect screen() const { return {0, 0, m_size.w, m_size.h}; }
    int bar_height() const { return px(132); }
    Rect bar() const { return {0, m_size.h - bar_height(), m_size.w, bar_height()}; }
    /// Above the bar.
    Rect page() const { return {0, 0, m_size.w, m_size.h - bar_height()}; }
    /// The page within its margins.
    Rect content() const {
        int top = px(portrait() ? 88 : 72), bottom = px(48);
        Rect p = page();
        return {margin(), top, p.w - 2 * margin(), p.h - top - bottom};
    }

private:
    Size m_size;
    double m_scale;
};

}
