#pragma once
// Sizes from the glass. Tokens are pixels on a screen whose short side is 1080; everything scales with it.
// Letters grow further when a visitor asks for larger text, and so does what they stand on.

#include "state/model.h"

#include <cmath>

namespace kiosk {

class Metrics {
public:
    explicit Metrics(Glass const& glass, int text_percent = 100)
        : m_size(glass.px), m_scale(std::min(glass.px.w, glass.px.h) / 1080.0), m_percent(text_percent) {}

    Size size() const { return m_size; }
    bool portrait() const { return m_size.h > m_size.w; }
    /// A token in device pixels.
    int px(double token) const { return int(std::lround(token * m_scale)); }
    /// A size of type in device pixels. What is read grows in full; headlines, large already, only a little.
    int type(double token) const {
        constexpr double reading = 38, display = 60;
        double const more = m_percent / 100.0 - 1;
        return px(token + (token > display ? token / 5 : std::min(token, reading)) * more);
    }
    bool large_text() const { return m_percent > 100; }

    int margin() const { return px(portrait() ? 64 : 88); }
    int gap() const { return px(32); }
    /// Smallest side of what can be touched.
    int target() const { return px(m_percent > 150 ? 116 : m_percent > 100 ? 96 : 88); }
    Rect screen() const { return {0, 0, m_size.w, m_size.h}; }
    int bar_height() const { return target() + px(44); }
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
    int m_percent;
};

}
