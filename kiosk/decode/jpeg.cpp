#include "decode/decoders.h"
#include "decode/headers.h"
#include "decode/resize.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include <turbojpeg.h>

namespace kiosk {

namespace {

struct DestroyDecompressor {
    void operator()(void* handle) const { tjDestroy(handle); }
};
using Decompressor = std::unique_ptr<void, DestroyDecompressor>;

struct JpegHeader {
    int w = 0, h = 0, subsampling = 0, colours = 0;
};

/// Orientations 5 to 8 lie on their side: what is across in the file is down on the screen.
bool lies_on_side(int orientation) { return orientation >= 5; }

/// The framing to apply to the picture as it lies in the file, so that only the small result must be turned.
Framing before_turning(Framing framing, int orientation) {
    if (lies_on_side(orientation)) {
        std::swap(framing.box.w, framing.box.h);
        std::swap(framing.focus_x, framing.focus_y);
    }
    if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8) {
        framing.focus_x = 1 - framing.focus_x;
    }
    if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) {
        framing.focus_y = 1 - framing.focus_y;
    }
    return framing;
}

/// Where pixel (x, y) of a lying picture of size (w, h) belongs in the upright one.
Point upright_place(int orientation, int x, int y, Size lying) {
    int right = lying.w - 1 - x, bottom = lying.h - 1 - y;
    std::array<Point, 8> const places = {
        {{x, y}, {right, y}, {right, bottom}, {x, bottom}, {y, x}, {bottom, x}, {bottom, right}, {y, right}}};
    return places[std::size_t(orientation - 1)];
}

Bitmap turned(Bitmap lying, int orientation) {
    if (orientation == 1) return lying;
    auto [w, h] = lying.size();
    Bitmap upright{lies_on_side(orientation) ? Size{h, w} : Size{w, h}};
    // A step across or down the lying picture is the same distance everywhere in the upright one.
    auto position = [&](int x, int y) {
        Point place = upright_place(orientation, x, y, {w, h});
        return std::ptrdiff_t(place.y) * upright.size().w + place.x;
    };
    std::ptrdiff_t start = position(0, 0), across = position(1, 0) - start, down = position(0, 1) - start;
    for (int y = 0; y < h; ++y) {
        std::uint32_t* to = upright.row(0) + start + y * down;
        for (int x = 0; x < w; ++x) to[x * across] = lying.row(y)[x];
    }
    return upright;
}

/// The strongest reduction libjpeg does while decoding that still leaves every pixel the screen can show.
/// Not the sixths and eighths between: they are slower than the next larger power of two.
int reduction(Excerpt const& part) {
    for (int by : {8, 4, 2}) {
        if (part.w / by >= part.shown.w && part.h / by >= part.shown.h) return by;
    }
    return 1;
}

/// Print colours as Adobe's programs store them, inverted: a plain conversion without a colour profile.
void from_cmyk(Bitmap& bitmap) {
    for (int y = 0; y < bitmap.size().h; ++y) {
        std::uint32_t* row = bitmap.row(y);
        for (int x = 0; x < bitmap.size().w; ++x) {
            std::uint32_t cmyk = row[x], black = cmyk >> 24;
            auto ink = [&](int shift) { return (cmyk >> shift & 0xFF) * black / 255; };
            row[x] = 0xFF000000 | ink(0) << 16 | ink(8) << 8 | ink(16);
        }
    }
}

/// A complaint that leaves the picture whole: some cameras put padding where none belongs.
bool is_harmless(std::string_view complaint) { return complaint.find("extraneous bytes") != complaint.npos; }

Error failure(void* handle, PictureBytes bytes) {
    std::string_view complaint = tjGetErrorStr2(handle);
    for (std::string_view end :
         {"Premature end", "ends prematurely", "Empty input", "Not a JPEG file: starts"}) {
        if (complaint.find(end) != complaint.npos) return cut_off(bytes);
    }
    return {Kind::Malformed, "is damaged (" + std::string{complaint} + "): copy it again from the camera"};
}

Result<JpegHeader> read_header(void* handle, PictureBytes bytes) {
    JpegHeader header;
    if (tjDecompressHeader3(handle, bytes.data(), bytes.size(), &header.w, &header.h, &header.subsampling,
                            &header.colours) != 0) {
        return failure(handle, bytes);
    }
    // The decoder is content with a file that ends before it says a size.
    if (header.w == 0 || header.h == 0) return cut_off(bytes);
    if (Status allowed = check_pixels(std::uint32_t(header.w), std::uint32_t(header.h)); !allowed) {
        return allowed.error();
    }
    return header;
}

Result<Bitmap> decompress(void* handle, PictureBytes bytes, JpegHeader const& header, int reduce_by) {
    tjscalingfactor factor{1, reduce_by};
    Bitmap bitmap{{TJSCALED(header.w, factor), TJSCALED(header.h, factor)}};
    bool is_print = header.colours == TJCS_CMYK || header.colours == TJCS_YCCK;
    auto* pixels = reinterpret_cast<unsigned char*>(bitmap.row(0));
    // A hostile progressive file can hold thousands of scans of the whole picture.
    int failed = tjDecompress2(handle, bytes.data(), bytes.size(), pixels, bitmap.size().w, 0,
                               bitmap.size().h, is_print ? TJPF_CMYK : TJPF_BGRA, TJFLAG_LIMITSCANS);
    if (failed && !(tjGetErrorCode(handle) == TJERR_WARNING && is_harmless(tjGetErrorStr2(handle)))) {
        return failure(handle, bytes);
    }
    if (is_print) from_cmyk(bitmap);
    return bitmap;
}

}

Result<Inspection> inspect_jpeg(PictureBytes bytes) {
    Decompressor handle{tjInitDecompress()};
    Result<JpegHeader> header = read_header(handle.get(), bytes);
    if (!header) return header.error();
    int orientation = jpeg_orientation(bytes);
    Inspection inspection{Format::Jpeg, {header->w, header->h}};
    if (lies_on_side(orientation)) std::swap(inspection.size.w, inspection.size.h);
    inspection.turned = orientation != 1;
    return inspection;
}

Result<Bitmap> decode_jpeg(PictureBytes bytes, Framing const& framing) {
    Decompressor handle{tjInitDecompress()};
    Result<JpegHeader> header = read_header(handle.get(), bytes);
    if (!header) return header.error();
    int orientation = jpeg_orientation(bytes);
    Framing lying = before_turning(framing, orientation);
    int reduce_by = reduction(excerpt(header->w, header->h, lying));
    Result<Bitmap> bitmap = decompress(handle.get(), bytes, *header, reduce_by);
    if (!bitmap) return bitmap;
    auto [w, h] = bitmap->size();
    return turned(resize(*std::move(bitmap), excerpt(w, h, lying)), orientation);
}

}
