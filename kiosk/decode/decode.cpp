#include "decode/decode.h"

#include "decode/decoders.h"
#include "decode/sniff.h"

#include <string>
#include <string_view>

namespace kiosk {

Error no_such_page(int page, int pages) {
    return {Kind::Refused, "has " + std::to_string(pages) + (pages == 1 ? " page" : " pages") +
                               ", so there is no page " + std::to_string(page + 1) +
                               ": name another page in the list"};
}

Result<Bitmap> decode_picture(PictureBytes bytes, Framing const& framing, int page) {
    Result<Format> format = sniff(bytes);
    if (!format) return format.error();
    if (page != 0) return no_such_page(page, 1);
    switch (*format) {
    case Format::Jpeg:
        return decode_jpeg(bytes, framing);
    case Format::Svg:
        return decode_svg(bytes, framing);
    default:
        return decode_raster(*format, bytes, framing);
    }
}

Result<Inspection> inspect_picture(PictureBytes bytes) {
    Result<Format> format = sniff(bytes);
    if (!format) return format.error();
    switch (*format) {
    case Format::Jpeg:
        return inspect_jpeg(bytes);
    case Format::Svg:
        return inspect_svg(bytes);
    default:
        return inspect_raster(*format, bytes);
    }
}

// The blur, if it is large enough, starts the drawing thread; the embedded picture makes the picture loaders
// read their lists.
void warm_up_decoders() {
    warm_up_raster();
    static constexpr std::string_view drawing = R"svg(
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="64" height="64">
        <filter id="f"><feGaussianBlur stdDeviation="8"/></filter>
        <rect width="64" height="64" filter="url(#f)"/>
        <image width="8" height="8" xlink:href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAA
        DUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="/></svg>)svg";
    PictureBytes bytes{reinterpret_cast<std::uint8_t const*>(drawing.data()), drawing.size()};
    (void)decode_picture(bytes, {.box = {64, 64}}).has_value();
}

}
