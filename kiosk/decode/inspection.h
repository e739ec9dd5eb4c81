#pragma once
// What a picture file is, told from its headers without decoding it.

#include "base/geometry.h"

#include <string_view>

namespace kiosk {

enum class Format { Jpeg, Png, WebP, Gif, Bmp, Tiff, Avif, Heic, Svg, Pdf };
inline constexpr Format last_format = Format::Pdf;
/// A document of more is refused.
inline constexpr int most_pages = 1000;

/// "JPEG", "PNG" …: what people call it.
std::string_view format_name(Format);

struct Inspection {
    Format format = Format::Jpeg;
    Size size;      ///< Pixels, as shown: after turning. Of what is scalable, its own units, at least 1 x 1.
    int pages = 1;  ///< More than one only for documents.
    bool scalable = false;  ///< A drawing or a document: sharp at any size, if no photo is in it.
    bool turned = false;    ///< The camera was held on its side, or upside down; it is shown upright.
    bool has_alpha = false;
    bool has_profile = false;  ///< Says what its colours mean; else they are taken for sRGB.
};

}
