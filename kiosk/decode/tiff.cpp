#include "base/handle.h"
#include "decode/decoders.h"
#include "decode/headers.h"
#include "decode/show.h"

#include <cstdarg>
#include <cstdio>
#include <string>

#include <tiffio.h>

namespace kiosk {

namespace {

/// The bytes as libtiff's file, and its complaints. Must not move while the file is open.
struct Memory {
    PictureBytes bytes;
    std::size_t at = 0;
    std::string complaint;
};

Memory& memory_of(thandle_t handle) { return *static_cast<Memory*>(handle); }

tmsize_t read(thandle_t handle, void* to, tmsize_t count) {
    Memory& memory = memory_of(handle);
    auto rest = memory.bytes.subspan(std::min(memory.at, memory.bytes.size()));
    auto got = std::min(rest.size(), std::size_t(std::max<tmsize_t>(count, 0)));
    std::copy_n(rest.data(), got, static_cast<std::uint8_t*>(to));
    memory.at += got;
    return tmsize_t(got);
}

tmsize_t write_nothing(thandle_t, void*, tmsize_t) { return 0; }

toff_t seek(thandle_t handle, toff_t to, int whence) {
    Memory& memory = memory_of(handle);
    if (whence == SEEK_CUR) to += memory.at;
    if (whence == SEEK_END) to += memory.bytes.size();
    return memory.at = to;
}

int close(thandle_t) { return 0; }

toff_t size(thandle_t handle) { return memory_of(handle).bytes.size(); }

int map(thandle_t handle, void** base, toff_t* length) {
    Memory& memory = memory_of(handle);
    *base = const_cast<std::uint8_t*>(memory.bytes.data());
    *length = memory.bytes.size();
    return 1;
}

void unmap(thandle_t, void*, toff_t) {}

/// Keeps the first complaint: later ones follow from it.
int complain(TIFF*, void* memory, char const*, char const* format, std::va_list arguments) {
    std::string& complaint = static_cast<Memory*>(memory)->complaint;
    char text[160];
    if (complaint.empty() && std::vsnprintf(text, sizeof text, format, arguments) > 0) complaint = text;
    return 1;
}

int ignore(TIFF*, void*, char const*, char const*, std::va_list) { return 1; }

class Tiff {
public:
    explicit Tiff(PictureBytes bytes) : m_memory{.bytes = bytes} {
        std::unique_ptr<TIFFOpenOptions, FreeWith<TIFFOpenOptionsFree>> options{TIFFOpenOptionsAlloc()};
        TIFFOpenOptionsSetErrorHandlerExtR(options.get(), complain, &m_memory);
        TIFFOpenOptionsSetWarningHandlerExtR(options.get(), ignore, nullptr);
        m_file.reset(TIFFClientOpenExt("", "r", &m_memory, read, write_nothing, seek, close, size, map, unmap,
                                       options.get()));
    }

    Status read_header();
    Size stored_size() const { return {int(number(TIFFTAG_IMAGEWIDTH)), int(number(TIFFTAG_IMAGELENGTH))}; }
    Traits traits();
    Result<Bitmap> decode(Framing const& framing) {
        return has_plain_inks() ? decode_inks(framing) : decode_colours(framing);
    }

private:
    std::uint32_t number(std::uint32_t tag) const {
        std::uint32_t value = 0;
        TIFFGetFieldDefaulted(m_file.get(), tag, &value);
        return value;
    }
    std::uint16_t short_number(std::uint32_t tag) const {
        std::uint16_t value = 0;
        TIFFGetFieldDefaulted(m_file.get(), tag, &value);
        return value;
    }
    bool has_plain_inks() const;
    void take_inks(std::uint8_t const* from, std::vector<std::uint8_t>& row) const;
    Result<Bitmap> decode_inks(Framing const&);
    Result<Bitmap> decode_colours(Framing const&);
    Error failure(std::string_view said) const {
        return damaged(m_memory.complaint.empty() ? said : m_memory.complaint);
    }

    Memory m_memory;
    std::unique_ptr<TIFF, FreeWith<TIFFClose>> m_file;
};

Status Tiff::read_header() {
    if (is_camera_raw(m_memory.bytes)) {
        return Error{Kind::Refused, "is a camera's raw photo, which is not shown: export it as JPEG"};
    }
    if (!m_file) return failure("no directory");
    return check_pixels(number(TIFFTAG_IMAGEWIDTH), number(TIFFTAG_IMAGELENGTH));
}

/// Print colours in rows of pixels, which the library would turn into screen colours without any profile.
bool Tiff::has_plain_inks() const {
    auto bits = short_number(TIFFTAG_BITSPERSAMPLE);
    return short_number(TIFFTAG_PHOTOMETRIC) == PHOTOMETRIC_SEPARATED &&
           short_number(TIFFTAG_INKSET) == INKSET_CMYK && short_number(TIFFTAG_SAMPLESPERPIXEL) >= 4 &&
           (bits == 8 || bits == 16) && short_number(TIFFTAG_PLANARCONFIG) == PLANARCONFIG_CONTIG &&
           !TIFFIsTiled(m_file.get());
}

Traits Tiff::traits() {
    Traits traits{has_plain_inks() ? Channels::Cmyk : Channels::Rgba};
    int orientation = short_number(TIFFTAG_ORIENTATION);
    if (orientation >= 1 && orientation <= 8) traits.orientation = orientation;
    std::uint32_t length = 0;
    void const* profile = nullptr;
    if (TIFFGetField(m_file.get(), TIFFTAG_ICCPROFILE, &length, &profile) != 0) {
        auto const* bytes = static_cast<std::uint8_t const*>(profile);
        traits.profile.assign(bytes, bytes + length);
    }
    std::uint16_t extra = 0;
    std::uint16_t const* kinds = nullptr;
    TIFFGetFieldDefaulted(m_file.get(), TIFFTAG_EXTRASAMPLES, &extra, &kinds);
    bool has_alpha = extra > 0 && (kinds[0] == EXTRASAMPLE_ASSOCALPHA || kinds[0] == EXTRASAMPLE_UNASSALPHA);
    if (has_alpha && traits.channels == Channels::Rgba) traits.alpha = Alpha::Premultiplied;
    return traits;
}

/// The first four samples of each pixel; of 16 bits the upper 8, which libtiff has put in the machine's
/// order.
void Tiff::take_inks(std::uint8_t const* from, std::vector<std::uint8_t>& row) const {
    std::size_t sample = short_number(TIFFTAG_BITSPERSAMPLE) / 8u;
    std::size_t pixel = sample * short_number(TIFFTAG_SAMPLESPERPIXEL);
    for (std::size_t to = 0; to < row.size(); to += 4, from += pixel) {
        for (std::size_t ink = 0; ink < 4; ++ink) row[to + ink] = from[(ink + 1) * sample - 1];
    }
}

Result<Bitmap> Tiff::decode_inks(Framing const& framing) {
    auto [w, h] = stored_size();
    RowSink sink{{w, h}, traits(), framing};
    std::vector<std::uint8_t> row(std::size_t(w) * 4);
    std::vector<std::uint8_t> line(std::size_t(std::max<tmsize_t>(TIFFScanlineSize(m_file.get()), 0)));
    std::size_t needed =
        std::size_t(w) * short_number(TIFFTAG_SAMPLESPERPIXEL) * short_number(TIFFTAG_BITSPERSAMPLE) / 8;
    if (line.size() < needed) return failure("rows too short");
    for (int y = 0; y < h; ++y) {
        if (TIFFReadScanline(m_file.get(), line.data(), std::uint32_t(y)) != 1)
            return failure("pixels missing");
        take_inks(line.data(), row);
        sink.add(row.data());
    }
    return std::move(sink).finish();
}

/// Everything else, strip by strip, as red, green, blue and alpha.
Result<Bitmap> Tiff::decode_colours(Framing const& framing) {
    auto [w, h] = stored_size();
    TIFFRGBAImage image;
    char complaint[1024] = "";
    if (!TIFFRGBAImageBegin(&image, m_file.get(), 1, complaint)) return failure(complaint);
    std::unique_ptr<TIFFRGBAImage, FreeWith<TIFFRGBAImageEnd>> ending{&image};
    image.req_orientation = image.orientation;
    std::uint32_t strip =
        TIFFIsTiled(m_file.get()) ? number(TIFFTAG_TILELENGTH) : number(TIFFTAG_ROWSPERSTRIP);
    int const rows = int(std::clamp(strip, 1u, std::uint32_t(h)));
    std::vector<std::uint32_t> pixels(std::size_t(w) * std::size_t(rows));
    RowSink sink{{w, h}, traits(), framing};
    for (int y = 0; y < h; y += rows) {
        int const count = std::min(rows, h - y);
        image.row_offset = y;
        if (!TIFFRGBAImageGet(&image, pixels.data(), std::uint32_t(w), std::uint32_t(count))) {
            return failure("pixels missing");
        }
        auto const* row = reinterpret_cast<std::uint8_t const*>(pixels.data());
        for (int i = 0; i < count; ++i, row += std::ptrdiff_t(w) * 4) sink.add(row);
    }
    return std::move(sink).finish();
}

}

Result<Inspection> inspect_tiff(PictureBytes bytes) {
    Tiff tiff{bytes};
    if (Status read = tiff.read_header(); !read) return read.error();
    return inspection(Format::Tiff, tiff.stored_size(), tiff.traits());
}

Result<Bitmap> decode_tiff(PictureBytes bytes, Framing const& framing) {
    Tiff tiff{bytes};
    if (Status read = tiff.read_header(); !read) return read.error();
    return tiff.decode(framing);
}

}
