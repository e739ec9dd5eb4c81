#include "decode/inspection.h"

#include <array>
#include <cstddef>

namespace kiosk {

std::string_view format_name(Format format) {
    static constexpr std::array<std::string_view, std::size_t(last_format) + 1> names = {
        "JPEG", "PNG", "WebP", "GIF", "BMP", "TIFF", "AVIF", "HEIC", "SVG", "PDF"};
    return names[std::size_t(format)];
}

}
