#include "base/handle.h"
#include "decode/decoders.h"
#include "decode/headers.h"
#include "decode/show.h"

#include <algorithm>
#include <array>
#include <string>

#include <gif_lib.h>

namespace kiosk {

namespace {

void close_gif(GifFileType* gif) { DGifCloseFile(gif, nullptr); }

int read(GifFileType* gif, GifByteType* to, int count) {
    auto& rest = *static_cast<PictureBytes*>(gif->UserData);
    auto got = std::min(rest.size(), std::size_t(std::max(count, 0)));
    std::copy_n(rest.data(), got, to);
    rest = rest.subspan(got);
    return int(got);
}

class Gif {
public:
    explicit Gif(PictureBytes bytes) : m_bytes(bytes), m_rest(bytes) {
        m_file.reset(DGifOpen(&m_rest, read, &m_complaint));
    }
    /// Up to the pixels of the first frame.
    Status read_header();
    /// Draws it on a canvas that is transparent where it does not reach.
    Status draw(Bitmap& canvas);

private:
    Error failure() const;
    bool read_extension();
    bool has_frame_within(Size canvas) const {
        GifImageDesc const& frame = m_file->Image;
        return frame.Left >= 0 && frame.Top >= 0 && frame.Width > 0 && frame.Height > 0 &&
               frame.Left + frame.Width <= canvas.w && frame.Top + frame.Height <= canvas.h;
    }
    std::array<std::uint32_t, 256> colours() const;

    PictureBytes m_bytes, m_rest;
    int m_complaint = 0;
    std::unique_ptr<GifFileType, FreeWith<close_gif>> m_file;
    int m_transparent = NO_TRANSPARENT_COLOR;
};

Error Gif::failure() const {
    int const code = m_file ? m_file->Error : m_complaint;
    if (code == D_GIF_ERR_READ_FAILED || code == D_GIF_ERR_EOF_TOO_SOON) return cut_off(m_bytes);
    if (code == D_GIF_ERR_NOT_ENOUGH_MEM) return too_much_memory();
    char const* text = GifErrorString(code);
    return damaged(text ? text : "no picture in it");
}

/// Of the extensions only the one counts that says which colour is transparent.
bool Gif::read_extension() {
    int kind = 0;
    GifByteType* block = nullptr;
    if (DGifGetExtension(m_file.get(), &kind, &block) != GIF_OK) return false;
    for (; block; kind = CONTINUE_EXT_FUNC_CODE) {
        GraphicsControlBlock control;
        if (kind == GRAPHICS_EXT_FUNC_CODE && DGifExtensionToGCB(block[0], block + 1, &control) == GIF_OK) {
            m_transparent = control.TransparentColor;
        }
        if (DGifGetExtensionNext(m_file.get(), &block) != GIF_OK) return false;
    }
    return true;
}

Status Gif::read_header() {
    if (!m_file) return failure();
    GifRecordType type = UNDEFINED_RECORD_TYPE;
    do {
        if (DGifGetRecordType(m_file.get(), &type) != GIF_OK) return failure();
        if (type == EXTENSION_RECORD_TYPE && !read_extension()) return failure();
    } while (type == EXTENSION_RECORD_TYPE);
    if (type != IMAGE_DESC_RECORD_TYPE) return damaged("no picture in it");
    if (DGifGetImageDesc(m_file.get()) != GIF_OK) return failure();
    return {};
}

/// The frame's own colours, or else the file's; those that neither has are transparent.
std::array<std::uint32_t, 256> Gif::colours() const {
    std::array<std::uint32_t, 256> colours{};
    ColorMapObject const* map = m_file->Image.ColorMap ? m_file->Image.ColorMap : m_file->SColorMap;
    for (int i = 0; map && i < std::min(map->ColorCount, 256); ++i) {
        GifColorType const& colour = map->Colors[i];
        colours[std::size_t(i)] =
            0xFF000000 | std::uint32_t(colour.Red) << 16 | std::uint32_t(colour.Green) << 8 | colour.Blue;
    }
    if (m_transparent >= 0 && m_transparent < 256) colours[std::size_t(m_transparent)] = 0;
    return colours;
}

Status Gif::draw(Bitmap& canvas) {
    if (!has_frame_within(canvas.size())) return damaged("its picture lies outside");
    GifImageDesc const frame = m_file->Image;
    auto const palette = colours();
    std::vector<GifPixelType> line(std::size_t(frame.Width));
    // Interlaced rows come in four passes: where each starts, and the way to its next.
    struct Pass {
        int first, step;
    };
    std::vector<Pass> passes = {{0, 1}};
    if (frame.Interlace) passes = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};
    for (Pass const& pass : passes) {
        for (int y = pass.first; y < frame.Height; y += pass.step) {
            if (DGifGetLine(m_file.get(), line.data(), frame.Width) != GIF_OK) return failure();
            std::ranges::transform(line, canvas.row(frame.Top + y) + frame.Left,
                                   [&](GifPixelType pixel) { return palette[pixel]; });
        }
    }
    return {};
}

}

Result<Inspection> inspect_gif(PictureBytes bytes) {
    Result<Size> size = header_size(Format::Gif, bytes);
    if (!size) return size.error();
    // Of transparency the headers do not tell.
    return inspection(Format::Gif, *size, {});
}

Result<Bitmap> decode_gif(PictureBytes bytes, Framing const& framing) {
    Result<Size> size = header_size(Format::Gif, bytes);
    if (!size) return size.error();
    Gif gif{bytes};
    if (Status read = gif.read_header(); !read) return read.error();
    Bitmap canvas{*size};
    for (int y = 0; y < size->h; ++y) std::fill_n(canvas.row(y), size->w, 0u);
    if (Status drawn = gif.draw(canvas); !drawn) return drawn.error();
    return show(std::move(canvas), {.alpha = Alpha::Premultiplied}, framing);
}

}
