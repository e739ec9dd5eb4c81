#include "decode/decode.h"

#include "decode/decoders.h"
#include "decode/fonts.h"
#include "decode/headers.h"
#include "decode/sniff.h"

#include <exception>
#include <new>
#include <string>
#include <string_view>

#include <iconv.h>

namespace kiosk {

Error no_such_page(int page, int pages) {
    return {Kind::Refused, "has " + std::to_string(pages) + (pages == 1 ? " page" : " pages") +
                               ", so there is no page " + std::to_string(page + 1) +
                               ": name another page in the list"};
}

namespace {

Result<Bitmap> decode(Format format, PictureBytes bytes, Framing const& framing, int page) {
    if (page != 0 && format != Format::Pdf) return no_such_page(page, 1);
    switch (format) {
    case Format::Jpeg:
        return decode_jpeg(bytes, framing);
    case Format::Png:
        return decode_png(bytes, framing);
    case Format::WebP:
        return decode_webp(bytes, framing);
    case Format::Tiff:
        return decode_tiff(bytes, framing);
    case Format::Avif:
    case Format::Heic:
        return decode_heif(bytes, framing);
    case Format::Svg:
        return decode_svg(bytes, framing);
    case Format::Pdf:
        return decode_pdf(bytes, framing, page);
    case Format::Gif:
        return decode_gif(bytes, framing);
    case Format::Bmp:
        break;
    }
    return decode_bmp(bytes, framing);
}

Result<Inspection> inspect(Format format, PictureBytes bytes) {
    switch (format) {
    case Format::Jpeg:
        return inspect_jpeg(bytes);
    case Format::Png:
        return inspect_png(bytes);
    case Format::WebP:
        return inspect_webp(bytes);
    case Format::Tiff:
        return inspect_tiff(bytes);
    case Format::Avif:
    case Format::Heic:
        return inspect_heif(format, bytes);
    case Format::Svg:
        return inspect_svg(bytes);
    case Format::Pdf:
        return inspect_pdf(bytes);
    case Format::Gif:
        return inspect_gif(bytes);
    case Format::Bmp:
        break;
    }
    return inspect_bmp(bytes);
}

/// Runs a decoder. What it throws ends here.
template <class T> Result<T> guarded(auto const& decoder) {
    try {
        return decoder();
    } catch (std::bad_alloc const&) {
        return too_much_memory();
    } catch (std::exception const& exception) {
        return damaged(exception.what());
    }
}

}

Result<Bitmap> decode_picture(PictureBytes bytes, Framing const& framing, int page) {
    Result<Format> format = sniff(bytes);
    if (!format) return format.error();
    return guarded<Bitmap>([&] { return decode(*format, bytes, framing, page); });
}

Result<Inspection> inspect_picture(PictureBytes bytes) {
    Result<Format> format = sniff(bytes);
    if (!format) return format.error();
    return guarded<Inspection>([&] { return inspect(*format, bytes); });
}

// The blur, if it is large enough, starts the drawing thread; the embedded picture makes the picture loaders
// read their lists.
void warm_up_decoders() {
    static constexpr std::string_view drawing = R"svg(
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="64" height="64">
        <filter id="f"><feGaussianBlur stdDeviation="8"/></filter>
        <rect width="64" height="64" filter="url(#f)"/>
        <image width="8" height="8" xlink:href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAA
        DUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="/></svg>)svg";
    shelve_fonts();
    // The comments in pictures within drawings are in Latin-1; its table is loaded for as long as it is in
    // use.
    static iconv_t const latin = iconv_open("UTF-8", "ISO-8859-1");
    (void)latin;
    warm_up_pdf();
    PictureBytes bytes{reinterpret_cast<std::uint8_t const*>(drawing.data()), drawing.size()};
    (void)decode_picture(bytes, {.box = {64, 64}}).has_value();
}

}
