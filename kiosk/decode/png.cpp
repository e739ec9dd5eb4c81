#include "decode/decoders.h"
#include "decode/headers.h"
#include "decode/show.h"

#include <csetjmp>
#include <cstring>
#include <memory>
#include <string>

#include <png.h>

namespace kiosk {

namespace {

/// What libpng's callbacks need to know, and what they leave.
struct Source {
    PictureBytes rest;
    bool has_ended = false;
    std::string complaint;
};

[[noreturn]] void fail(png_structp png, png_const_charp complaint) {
    static_cast<Source*>(png_get_error_ptr(png))->complaint = complaint;
    png_longjmp(png, 1);
}

void ignore(png_structp, png_const_charp) {}

void read(png_structp png, png_bytep to, std::size_t count) {
    auto& source = *static_cast<Source*>(png_get_io_ptr(png));
    if (count > source.rest.size()) {
        source.has_ended = true;
        png_error(png, "ends too early");
    }
    std::memcpy(to, source.rest.data(), count);
    source.rest = source.rest.subspan(count);
}

class Png {
public:
    explicit Png(PictureBytes bytes) : m_bytes(bytes), m_source{.rest = bytes} {
        m_png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &m_source, fail, ignore);
        m_info = m_png ? png_create_info_struct(m_png) : nullptr;
        if (!m_info) throw std::bad_alloc{};
        png_set_read_fn(m_png, &m_source, read);
        png_set_user_limits(m_png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);  // Ours speak more plainly.
    }
    ~Png() { png_destroy_read_struct(&m_png, &m_info, nullptr); }
    Png(Png const&) = delete;

    /// Up to the first byte of the pixels.
    Status read_header() {
        constexpr std::size_t shortest = 26;
        if (m_bytes.size() < shortest) return cut_off(m_bytes);
        ByteReader bytes{m_bytes, true};
        if (Status allowed = check_pixels(bytes.u32(16), bytes.u32(20)); !allowed) return allowed;
        if (!try_header()) return failure();
        return check_pixels(png_get_image_width(m_png, m_info), png_get_image_height(m_png, m_info));
    }
    Size size() const {
        return {int(png_get_image_width(m_png, m_info)), int(png_get_image_height(m_png, m_info))};
    }
    Traits traits() const;
    Result<Bitmap> decode(Framing const& framing) {
        return png_get_interlace_type(m_png, m_info) == PNG_INTERLACE_NONE ? decode_rows(framing)
                                                                           : decode_whole(framing);
    }

private:
    bool has_alpha() const {
        return (png_get_color_type(m_png, m_info) & PNG_COLOR_MASK_ALPHA) != 0 ||
               png_get_valid(m_png, m_info, PNG_INFO_tRNS) != 0;
    }
    Result<Bitmap> decode_rows(Framing const&);
    Result<Bitmap> decode_whole(Framing const&);
    // libpng jumps out of these when it fails, so nothing in them may need a destructor.
    bool try_header();
    bool try_rows(RowSink& sink, std::uint8_t* row, int width, int height, bool is_straight);
    bool try_whole(std::uint8_t** rows);
    void ask_for_four_bytes();

    Error failure() const {
        if (m_source.has_ended) return cut_off(m_bytes);
        if (m_source.complaint.find("memory") != std::string::npos) return too_much_memory();
        return damaged(m_source.complaint);
    }

    PictureBytes m_bytes;
    Source m_source;
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
};

bool Png::try_header() {
    if (setjmp(png_jmpbuf(m_png)) != 0) return false;
    png_read_info(m_png, m_info);
    return true;
}

Traits Png::traits() const {
    Traits traits{Channels::Rgba, has_alpha() ? Alpha::Premultiplied : Alpha::None};
    png_charp name = nullptr;
    png_bytep profile = nullptr, exif = nullptr;
    png_uint_32 length = 0;
    int compression = 0;
    if (png_get_iCCP(m_png, m_info, &name, &compression, &profile, &length) != 0) {
        traits.profile.assign(profile, profile + length);
    }
    if (png_get_eXIf_1(m_png, m_info, &length, &exif) != 0)
        traits.orientation = exif_orientation({exif, length});
    return traits;
}

/// Red, green, blue, alpha (or 255), whatever the file holds.
void Png::ask_for_four_bytes() {
    png_set_scale_16(m_png);
    png_set_expand(m_png);
    png_set_gray_to_rgb(m_png);
    png_set_add_alpha(m_png, 0xFF, PNG_FILLER_AFTER);
}

bool Png::try_rows(RowSink& sink, std::uint8_t* row, int width, int height, bool is_straight) {
    if (setjmp(png_jmpbuf(m_png)) != 0) return false;
    ask_for_four_bytes();
    png_read_update_info(m_png, m_info);
    for (int y = 0; y < height; ++y) {
        png_read_row(m_png, row, nullptr);
        if (is_straight) premultiply(row, width);
        sink.add(row);
    }
    return true;
}

Result<Bitmap> Png::decode_rows(Framing const& framing) {
    bool const is_straight = has_alpha();
    auto [w, h] = size();
    RowSink sink{{w, h}, traits(), framing};
    std::vector<std::uint8_t> row(std::size_t(w) * 4);
    if (!try_rows(sink, row.data(), w, h, is_straight)) return failure();
    return std::move(sink).finish();
}

bool Png::try_whole(std::uint8_t** rows) {
    if (setjmp(png_jmpbuf(m_png)) != 0) return false;
    ask_for_four_bytes();
    png_set_interlace_handling(m_png);
    png_read_update_info(m_png, m_info);
    png_read_image(m_png, rows);
    return true;
}

/// Interlaced: every pass touches the whole picture.
Result<Bitmap> Png::decode_whole(Framing const& framing) {
    bool const is_straight = has_alpha();
    Traits const found = traits();
    Bitmap bitmap{size()};
    std::vector<std::uint8_t*> rows;
    for (int y = 0; y < bitmap.size().h; ++y) rows.push_back(reinterpret_cast<std::uint8_t*>(bitmap.row(y)));
    if (!try_whole(rows.data())) return failure();
    for (std::uint8_t* row : rows) {
        if (is_straight) premultiply(row, bitmap.size().w);
    }
    return show(std::move(bitmap), found, framing);
}

}

Result<Inspection> inspect_png(PictureBytes bytes) {
    Png png{bytes};
    if (Status read = png.read_header(); !read) return read.error();
    return inspection(Format::Png, png.size(), png.traits());
}

Result<Bitmap> decode_png(PictureBytes bytes, Framing const& framing) {
    Png png{bytes};
    if (Status read = png.read_header(); !read) return read.error();
    return png.decode(framing);
}

}
