#pragma once
// Paints elements into bitmaps with Cairo, in device pixels: what is laid out is what is filled, nothing is
// scaled. Points of a ShapePaint are places on the screen, like all rectangles. UI thread.

#include "screen/fonts.h"
#include "screen/pictures.h"
#include "screen/shadow.h"

#include <optional>

namespace kiosk {

class Painter {
public:
    /// Keeps a reference to `fonts`. The shadow scales with the short side of the screen.
    Painter(Fonts const& fonts, Size screen);

    /// Everything that painting the element may touch, its shadow included.
    Rect bounds(Element const&) const;

    /// Paints ground and elements, bottom to top, inside `clip`; `into` is as large as the screen.
    void paint(std::vector<Element> const&, Color ground, Rect clip, Bitmap& into, PictureStore const&);

    /// One element on nothing, as large as its part of bounds() on the screen. Its place is `part`.
    Bitmap paint_alone(Element const&, Rect part, PictureStore const&);

private:
    void paint_element(cairo_t*, Element const&, PictureStore const&);
    void paint_panel(cairo_t*, Panel const&);

    Fonts const& m_fonts;
    Shadows m_shadows;
};

}
