#include "decode/headers.h"

#include <cstdlib>
#include <optional>
#include <string>

namespace kiosk {

namespace {

constexpr std::uint32_t longest_side = 16384;
// Room for the 64-megapixel cameras, whose pictures have a few pixels more than the name says.
constexpr std::uint64_t most_pixels = 64 * 1024 * 1024;

struct Sides {
    std::uint32_t w = 0, h = 0;
};

/// The value of a tag of the first directory of a TIFF file (EXIF data is one too); 0 if there is none.
std::uint32_t tiff_tag(ByteReader tiff, std::uint32_t wanted) {
    tiff.big_endian = tiff.holds(0, "MM");
    std::size_t directory = tiff.u32(4);
    for (std::size_t i = 0; i < tiff.u16(directory); ++i) {
        std::size_t entry = directory + 2 + i * 12;
        constexpr std::uint32_t short_type = 3;
        if (tiff.u16(entry) == wanted)
            return tiff.u16(entry + 2) == short_type ? tiff.u16(entry + 8) : tiff.u32(entry + 8);
    }
    return 0;
}

/// The size of the first frame, which need not be that of the canvas. Both must be bounded: the larger
/// counts.
Sides gif_sides(ByteReader gif) {
    auto colour_table = [&](std::size_t flags_at) -> std::size_t {
        return gif.u8(flags_at) & 0x80 ? 3u << ((gif.u8(flags_at) & 7) + 1) : 0;
    };
    std::size_t at = 13 + colour_table(10);
    while (gif.u8(at) == 0x21) {  // an extension: a label, then blocks until an empty one
        at += 2;
        while (gif.u8(at) != 0) at += gif.u8(at) + 1;
        ++at;
    }
    if (gif.u8(at) != 0x2C) return {};
    return {std::max(gif.u16(6), gif.u16(at + 1) + gif.u16(at + 5)),
            std::max(gif.u16(8), gif.u16(at + 3) + gif.u16(at + 7))};
}

Sides bmp_sides(ByteReader bmp) {
    constexpr std::uint32_t oldest_header = 12;
    if (bmp.u32(14) == oldest_header) return {bmp.u16(18), bmp.u16(20)};
    // A negative height means that the rows go downwards.
    return {bmp.u32(18), std::uint32_t(std::llabs(std::int32_t(bmp.u32(22))))};
}

Sides webp_sides(ByteReader webp) {
    auto u24 = [&](std::size_t at) { return webp.u16(at) | webp.u8(at + 2) << 16; };
    if (webp.holds(12, "VP8X")) return {u24(24) + 1, u24(27) + 1};
    if (webp.holds(12, "VP8L")) {
        std::uint32_t bits = webp.u32(21);
        return {(bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1};
    }
    return {webp.u16(26) & 0x3FFF, webp.u16(28) & 0x3FFF};
}

bool is_animated_webp(ByteReader webp) { return webp.holds(12, "VP8X") && (webp.u8(20) & 0x02) != 0; }

Sides sides(Format format, ByteReader reader) {
    switch (format) {
    case Format::Png:
        return {ByteReader{reader.bytes, true}.u32(16), ByteReader{reader.bytes, true}.u32(20)};
    case Format::WebP:
        return webp_sides(reader);
    case Format::Gif:
        return gif_sides(reader);
    case Format::Bmp:
        return bmp_sides(reader);
    case Format::Tiff:
        return {tiff_tag(reader, 256), tiff_tag(reader, 257)};
    case Format::Jpeg:
    case Format::Svg:
        break;
    }
    return {};
}

}

Status check_pixels(std::uint32_t w, std::uint32_t h) {
    std::string seen = "is " + std::to_string(w) + "x" + std::to_string(h) + " pixels";
    if (w == 0 || h == 0)
        return Error{Kind::Refused, seen + ", so there is nothing to show: export it again"};
    if (std::uint64_t(w) * h > most_pixels) {
        return Error{Kind::Refused, seen + "; at most 64 megapixels are shown: export it smaller"};
    }
    if (std::max(w, h) > longest_side) {
        return Error{Kind::Refused, seen + "; at most 16384 a side are shown: export it smaller"};
    }
    return {};
}

Result<Size> header_size(Format format, PictureBytes bytes) {
    constexpr std::size_t shortest_header = 26;
    if (bytes.size() < shortest_header) return cut_off(bytes);
    if (format == Format::WebP && is_animated_webp({bytes})) {
        return Error{Kind::Refused,
                     "is an animated WebP, which is not shown: export a still picture as PNG or JPEG"};
    }
    auto [w, h] = sides(format, {bytes});
    if (Status allowed = check_pixels(w, h); !allowed) return allowed.error();
    return Size{int(w), int(h)};
}

int jpeg_orientation(PictureBytes bytes) {
    ByteReader jpeg{bytes, true};
    constexpr std::uint32_t start_of_scan = 0xFFDA, app1 = 0xFFE1;
    std::size_t at = 2;
    for (std::uint32_t marker = jpeg.u16(at); marker >= 0xFF01 && marker != start_of_scan;
         marker = jpeg.u16(at)) {
        if (marker == app1 && jpeg.holds(at + 4, {"Exif\0\0", 6})) {
            std::uint32_t orientation = tiff_tag(jpeg.from(at + 10), 0x0112);
            return orientation >= 1 && orientation <= 8 ? int(orientation) : 1;
        }
        at += 2 + jpeg.u16(at + 2);
    }
    return 1;
}

Error cut_off(PictureBytes bytes) {
    std::size_t size = bytes.size();
    std::string seen = size < 1000 ? std::to_string(size) + " bytes" : std::to_string(size / 1000) + " kB";
    return {Kind::Malformed, "is cut off after " + seen + " of picture data: copy it again from the camera"};
}

}
