#include "decode/pictures.h"

#include "decode/decode.h"

#include <algorithm>
#include <cstdlib>

#include <turbojpeg.h>

namespace kiosk {

namespace {

std::string number(std::uint32_t value, int bytes, bool is_big) {
    std::string text;
    for (int i = 0; i < bytes; ++i) {
        int place = is_big ? bytes - 1 - i : i;
        text += place < 4 ? char(value >> 8 * place) : '\0';
    }
    return text;
}

/// The three colour bytes of each pixel, in the order of the shifts.
std::string channels(Bitmap const& bitmap, std::initializer_list<int> shifts, bool bottom_up) {
    std::string text;
    auto [w, h] = bitmap.size();
    for (int y = 0; y < h; ++y) {
        std::uint32_t const* row = bitmap.row(bottom_up ? h - 1 - y : y);
        for (int x = 0; x < w; ++x) {
            for (int shift : shifts) text += char(row[x] >> shift);
        }
        while (bottom_up && text.size() % 4 != 0) text += '\0';
    }
    return text;
}

std::string compressed(Bitmap const& bitmap, int format, int subsampling, int flags) {
    tjhandle handle = tjInitCompress();
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    tjCompress2(handle, reinterpret_cast<unsigned char const*>(bitmap.row(0)), bitmap.size().w, 0,
                bitmap.size().h, format, &bytes, &size, subsampling, 95, flags);
    std::string text{reinterpret_cast<char const*>(bytes), size};
    tjFree(bytes);
    tjDestroy(handle);
    return text;
}

}

Bitmap patches(Size size, std::vector<std::vector<std::uint32_t>> const& rows) {
    Bitmap bitmap{size};
    for (int y = 0; y < size.h; ++y) {
        auto const& row = rows[std::size_t(y) * rows.size() / std::size_t(size.h)];
        for (int x = 0; x < size.w; ++x)
            bitmap.row(y)[x] = row[std::size_t(x) * row.size() / std::size_t(size.w)];
    }
    return bitmap;
}

std::string little(std::uint32_t value, int bytes) { return number(value, bytes, false); }

std::string big(std::uint32_t value, int bytes) { return number(value, bytes, true); }

std::string bmp(Bitmap const& bitmap) {
    std::string pixels = channels(bitmap, {0, 8, 16}, true);
    return "BM" + little(std::uint32_t(54 + pixels.size()), 4) + little(0, 4) + little(54, 4) +
           little(40, 4) + little(std::uint32_t(bitmap.size().w), 4) +
           little(std::uint32_t(bitmap.size().h), 4) + little(1, 2) + little(24, 2) + little(0, 4) +
           little(std::uint32_t(pixels.size()), 4) + little(0, 16) + pixels;
}

std::string tiff(Bitmap const& bitmap) {
    std::string pixels = channels(bitmap, {16, 8, 0}, false);
    auto size = std::uint32_t(pixels.size());
    auto tag = [](std::uint32_t id, std::uint32_t type, std::uint32_t count, std::uint32_t value) {
        return little(id, 2) + little(type, 2) + little(count, 4) + little(value, 4);
    };
    constexpr std::uint32_t short_type = 3, long_type = 4;
    std::string tags = tag(256, long_type, 1, std::uint32_t(bitmap.size().w)) +
                       tag(257, long_type, 1, std::uint32_t(bitmap.size().h)) + tag(258, short_type, 1, 8) +
                       tag(259, short_type, 1, 1) + tag(262, short_type, 1, 2) + tag(273, long_type, 1, 8) +
                       tag(277, short_type, 1, 3) + tag(278, long_type, 1, std::uint32_t(bitmap.size().h)) +
                       tag(279, long_type, 1, size);
    return "II" + little(42, 2) + little(8 + size, 4) + pixels + little(9, 2) + tags + little(0, 4);
}

std::string jpeg(Bitmap const& bitmap, bool progressive) {
    return compressed(bitmap, TJPF_BGRX, TJSAMP_444, progressive ? TJFLAG_PROGRESSIVE : 0);
}

std::string cmyk_jpeg(Bitmap const& bitmap) {
    Bitmap inks{bitmap.size()};
    for (int y = 0; y < inks.size().h; ++y) {
        std::transform(bitmap.row(y), bitmap.row(y) + inks.size().w, inks.row(y), [](std::uint32_t pixel) {
            return 0xFF000000 | (pixel & 0xFF) << 16 | (pixel & 0xFF00) | (pixel >> 16 & 0xFF);
        });
    }
    return compressed(inks, TJPF_CMYK, TJSAMP_444, 0);
}

std::string with_exif_orientation(std::string const& jpeg, int orientation) {
    std::string exif = std::string{"Exif\0\0", 6} + "II" + little(42, 2) + little(8, 4) + little(1, 2) +
                       little(0x0112, 2) + little(3, 2) + little(1, 4) +
                       little(std::uint32_t(orientation), 4) + little(0, 4);
    return jpeg.substr(0, 2) + "\xFF\xE1" + big(std::uint32_t(exif.size() + 2), 2) + exif + jpeg.substr(2);
}

std::string animated_gif() {
    std::string frame = little(0x04F921, 3) + std::string{"\0\x0A\0\0\0", 5};
    std::string area = "," + little(0, 4) + little(20, 2) + little(20, 2);
    std::string all_first_colour =
        "\x02\x11\x84\x8F\xA9\xCB\xED\x0F\xA3\x9C\xB4\xDA\x8B\xB3\xDE\xBC\xFB\xAF\x15";
    std::string red_colours{"\xFF\0\0\0\0\0", 6}, blue_colours{"\0\0\xFF\0\0\0", 6};
    return "GIF89a" + little(20, 2) + little(20, 2) + little(0xF0, 3) + red_colours + frame + area +
           little(0, 1) + all_first_colour + little(0, 1) + frame + area + "\x80" + blue_colours +
           all_first_colour + little(0, 1) + ";";
}

std::string webp() {
    static constexpr unsigned char bytes[] = {
        0x52, 0x49, 0x46, 0x46, 0x28, 0x00, 0x00, 0x00, 0x57, 0x45, 0x42, 0x50, 0x56, 0x50, 0x38, 0x4c,
        0x1b, 0x00, 0x00, 0x00, 0x2f, 0x27, 0xc0, 0x04, 0x00, 0x0f, 0x10, 0xf3, 0xbf, 0xff, 0xf3, 0x1f,
        0x0e, 0x04, 0x02, 0x84, 0x03, 0xff, 0xb5, 0x06, 0x04, 0x44, 0xf4, 0x3f, 0x4a, 0xd8, 0x03, 0x00};
    return {reinterpret_cast<char const*>(bytes), sizeof bytes};
}

namespace {

PictureBytes picture_bytes(std::string_view bytes) {
    return {reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size()};
}

}

Result<Bitmap> decoded(std::string_view bytes, Framing const& framing) {
    return decode_picture(picture_bytes(bytes), framing);
}

Result<Inspection> inspected(std::string_view bytes) { return inspect_picture(picture_bytes(bytes)); }

std::string fault(std::string_view bytes, Framing const& framing) {
    auto bitmap = decoded(bytes, framing);
    return bitmap ? "" : bitmap.error().what;
}

bool is_about(std::uint32_t pixel, std::uint32_t colour) {
    for (int shift : {0, 8, 16, 24}) {
        if (std::abs(int(pixel >> shift & 0xFF) - int(colour >> shift & 0xFF)) > 12) return false;
    }
    return true;
}

}
