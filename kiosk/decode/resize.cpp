#include "decode/resize.h"

#include "base/check.h"

#include <cstring>

#define STB_IMAGE_RESIZE_IMPLEMENTATION
#define STB_IMAGE_RESIZE_STATIC
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb/stb_image_resize.h>
#pragma GCC diagnostic pop

namespace kiosk {

namespace {

/// A sharp filter overshoots at edges; where that makes a colour stronger than its alpha allows, alpha wins.
void limit_to_alpha(Bitmap& bitmap) {
    auto* bytes = reinterpret_cast<std::uint8_t*>(bitmap.row(0));
    for (std::size_t i = 0; i < bitmap.bytes(); i += 4) {
        for (std::size_t c = i; c < i + 3; ++c) bytes[c] = std::min(bytes[c], bytes[i + 3]);
    }
}

}

Bitmap resize(Bitmap picture, Excerpt const& part) {
    auto [w, h] = picture.size();
    if (part.shown == picture.size() && part.w == w && part.h == h) return picture;
    Bitmap result{part.shown};
    int done = stbir_resize_region(
        picture.row(0), w, h, 0, result.row(0), part.shown.w, part.shown.h, 0, STBIR_TYPE_UINT8, 4,
        STBIR_ALPHA_CHANNEL_NONE, 0, STBIR_EDGE_CLAMP, STBIR_EDGE_CLAMP, STBIR_FILTER_DEFAULT, STBIR_FILTER_DEFAULT,
        STBIR_COLORSPACE_LINEAR, nullptr, float(part.x / w), float(part.y / h), float((part.x + part.w) / w),
        float((part.y + part.h) / h));
    KIOSK_CHECK(done == 1);
    limit_to_alpha(result);
    return result;
}

}
