#include "decode/headers.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
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

Sides sides(Format format, ByteReader reader) {
    return format == Format::Gif ? gif_sides(reader) : bmp_sides(reader);
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

// Compared so that what is no number becomes 1.
int whole_units(double length) { return length > 1 ? int(std::min(std::round(length), 1e6)) : 1; }

Result<Size> header_size(Format format, PictureBytes bytes) {
    constexpr std::size_t shortest_header = 26;
    if (bytes.size() < shortest_header) return cut_off(bytes);
    auto [w, h] = sides(format, {bytes});
    if (Status allowed = check_pixels(w, h); !allowed) return allowed.error();
    return Size{int(w), int(h)};
}

int exif_orientation(PictureBytes exif) {
    std::uint32_t orientation = tiff_tag({exif}, 0x0112);
    return orientation >= 1 && orientation <= 8 ? int(orientation) : 1;
}

bool is_camera_raw(PictureBytes bytes) {
    constexpr std::uint32_t subfile_type = 254, smaller_copy = 1, digital_negative = 50706;
    return ByteReader{bytes}.holds(8, "CR\x02") || (tiff_tag({bytes}, subfile_type) & smaller_copy) != 0 ||
           tiff_tag({bytes}, digital_negative) != 0;
}

JpegMarkers jpeg_markers(PictureBytes bytes) {
    JpegMarkers markers;
    ByteReader jpeg{bytes, true};
    constexpr std::uint32_t start_of_scan = 0xFFDA, app1 = 0xFFE1, app2 = 0xFFE2, app14 = 0xFFEE;
    std::uint32_t parts = 0, all_parts = 0;  // Of the profile, which a segment of 64 kB may not hold.
    std::size_t at = 2;
    for (std::uint32_t marker = jpeg.u16(at); marker >= 0xFF01 && marker != start_of_scan;
         marker = jpeg.u16(at)) {
        ByteReader segment = jpeg.from(at + 4);
        std::size_t length = std::max<std::size_t>(jpeg.u16(at + 2), 2);
        segment.bytes = segment.bytes.first(std::min(segment.bytes.size(), length - 2));
        if (marker == app1 && segment.holds(0, {"Exif\0\0", 6})) {
            markers.orientation = exif_orientation(segment.from(6).bytes);
        }
        if (marker == app2 && segment.holds(0, {"ICC_PROFILE\0", 12}) && segment.u8(12) == parts + 1) {
            auto part = segment.from(14).bytes;
            markers.profile.insert(markers.profile.end(), part.begin(), part.end());
            all_parts = segment.u8(13);
            ++parts;
        }
        markers.has_adobe |= marker == app14 && segment.holds(0, "Adobe");
        at += 2 + length;
    }
    if (parts != all_parts) markers.profile.clear();
    return markers;
}

Error cut_off(PictureBytes bytes) {
    std::size_t size = bytes.size();
    std::string seen = size < 1000 ? std::to_string(size) + " bytes" : std::to_string(size / 1000) + " kB";
    return {Kind::Malformed, "is cut off after " + seen + " of picture data: copy it again from the camera"};
}

Error damaged(std::string_view complaint) {
    return {Kind::Malformed, "is damaged or cut off (" + std::string{complaint} + "): export it again"};
}

Error too_much_memory() {
    return {Kind::Refused, "needs more memory than a picture may have: export it smaller"};
}

}
