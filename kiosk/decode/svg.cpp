#include "decode/decoders.h"
#include "decode/headers.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <string_view>

#include <librsvg/rsvg.h>

namespace kiosk {

namespace {

struct Unref {
    void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
    void operator()(GError* error) const { g_error_free(error); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
template <class T> using Owned = std::unique_ptr<T, Unref>;

/// The size in the drawing's own units; 0 x 0 if it says nothing and so takes any shape.
struct DrawingSize {
    double w = 0, h = 0;
};

DrawingSize drawing_size(RsvgHandle* handle) {
    DrawingSize size;
    if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &size.w, &size.h)) return size;
    gboolean has_view_box = false;
    RsvgRectangle view_box{};
    rsvg_handle_get_intrinsic_dimensions(handle, nullptr, nullptr, nullptr, nullptr, &has_view_box,
                                         &view_box);
    return has_view_box ? DrawingSize{view_box.width, view_box.height} : DrawingSize{};
}

/// Text needs its own fonts, and a confined process has none but the few on the shelf.
bool has_text(std::string_view svg) {
    for (auto at = svg.find("text"); at != svg.npos; at = svg.find("text", at + 1)) {
        bool opens_tag = at > 0 && (svg[at - 1] == '<' || svg.substr(0, at).ends_with("<svg:"));
        if (opens_tag && at + 4 < svg.size() &&
            std::string_view{" >\t\r\n/"}.find(svg[at + 4]) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

Error failure(GError* error) {
    Owned<GError> owned{error};
    std::string said = error ? error->message : "no reason given";
    std::erase(said, '\n');
    if (said.ends_with("NoMemory")) return too_much_memory();
    return {Kind::Malformed, "is a damaged SVG drawing (" + said + "): export it again as plain SVG"};
}

/// Drawn at the size shown, so that nothing is scaled afterwards and nothing larger is ever made.
Result<Bitmap> render(RsvgHandle* handle, DrawingSize size, Excerpt const& part) {
    Bitmap bitmap{part.shown};
    Owned<cairo_surface_t> surface{cairo_image_surface_create_for_data(
        reinterpret_cast<unsigned char*>(bitmap.row(0)), CAIRO_FORMAT_ARGB32, part.shown.w, part.shown.h,
        part.shown.w * 4)};
    Owned<cairo_t> cairo{cairo_create(surface.get())};
    double across = part.shown.w / part.w, down = part.shown.h / part.h;
    RsvgRectangle viewport{-part.x * across, -part.y * down, size.w * across, size.h * down};
    GError* error = nullptr;
    if (!rsvg_handle_render_document(handle, cairo.get(), &viewport, &error)) return failure(error);
    cairo_surface_finish(surface.get());
    return bitmap;
}

// From memory and without a base address librsvg follows no reference out of the file.
Result<Owned<RsvgHandle>> load(PictureBytes bytes) {
    if (has_text({reinterpret_cast<char const*>(bytes.data()), bytes.size()})) {
        return Error{Kind::Refused,
                     "is an SVG drawing with text, which needs fonts: turn the text into paths "
                     "(in Inkscape: Path, Object to Path) and export it again"};
    }
    GError* error = nullptr;
    Owned<RsvgHandle> handle{rsvg_handle_new_from_data(bytes.data(), bytes.size(), &error)};
    if (!handle) return failure(error);
    return handle;
}

}

Result<Inspection> inspect_svg(PictureBytes bytes) {
    auto handle = load(bytes);
    if (!handle) return handle.error();
    DrawingSize size = drawing_size(handle->get());
    return Inspection{.format = Format::Svg,
                      .size = {whole_units(size.w), whole_units(size.h)},
                      .scalable = true,
                      .has_alpha = true};
}

Result<Bitmap> decode_svg(PictureBytes bytes, Framing const& framing) {
    auto handle = load(bytes);
    if (!handle) return handle.error();
    DrawingSize size = drawing_size(handle->get());
    if (size.w <= 0 || size.h <= 0) size = {double(framing.box.w), double(framing.box.h)};
    return render(handle->get(), size, excerpt(size.w, size.h, framing));
}

}
