#pragma once
// The one soft shadow of raised things: 10 px down, 36 px of blur, ink at 8 %, scaled with the screen.
// The blur is computed once for each corner shape, on a small rectangle; then its middle is stretched.

#include "screen/draw.h"

#include <map>
#include <tuple>

namespace kiosk {

class Shadows {
public:
    explicit Shadows(double scale);

    /// Everything that the shadow of `rect` may darken.
    Rect reach(Rect const& rect) const;
    void draw(cairo_t*, Rect const& rect, Corners const&, Color ink);

private:
    // Size of the blurred rectangle and its corners.
    using Shape = std::tuple<int, int, int, int, int, int>;
    CairoSurface const& mask(Size, Corners const&);

    int m_drop, m_blur;
    std::map<Shape, CairoSurface> m_masks;
};

}
