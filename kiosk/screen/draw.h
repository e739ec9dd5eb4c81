#pragma once
// Small helpers around Cairo that every painting file needs. UI thread.

#include "base/bitmap.h"
#include "base/color.h"
#include "base/handle.h"
#include "view/scene.h"

#include <cairo.h>

namespace kiosk {

using CairoSurface = std::unique_ptr<cairo_surface_t, FreeWith<cairo_surface_destroy>>;
using Cairo = std::unique_ptr<cairo_t, FreeWith<cairo_destroy>>;

/// A surface on the bitmap's own memory, which must outlive it.
inline CairoSurface surface_on(Bitmap& bitmap) {
    auto* bytes = reinterpret_cast<unsigned char*>(bitmap.row(0));
    return CairoSurface{cairo_image_surface_create_for_data(bytes, CAIRO_FORMAT_ARGB32, bitmap.size().w,
                                                            bitmap.size().h, bitmap.size().w * 4)};
}

/// For use as a source: Cairo asks for writable memory but does not write to it.
inline CairoSurface surface_on(Bitmap const& bitmap) { return surface_on(const_cast<Bitmap&>(bitmap)); }

inline void set_color(cairo_t* cr, Color color) {
    cairo_set_source_rgba(cr, color.r / 255.0, color.g / 255.0, color.b / 255.0, color.a / 255.0);
}

/// Adds a rectangle with rounded corners, moved inwards by `inset` pixels, to the path.
void add_rounded(cairo_t*, Rect const&, Corners const&, double inset = 0);

}
