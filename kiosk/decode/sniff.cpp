#include "decode/sniff.h"

#include "decode/byte_reader.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace kiosk {

namespace {

struct Signature {
    std::size_t at;
    std::string_view bytes;
};

struct Shown {
    Signature signature;
    Format format;
};

constexpr std::array shown_formats = {
    Shown{{0, "\xFF\xD8\xFF"}, Format::Jpeg}, Shown{{0, "\x89PNG\r\n\x1A\n"}, Format::Png},
    Shown{{0, "GIF87a"}, Format::Gif},        Shown{{0, "GIF89a"}, Format::Gif},
    Shown{{8, "WEBP"}, Format::WebP},         Shown{{0, {"II*\0", 4}}, Format::Tiff},
    Shown{{0, {"MM\0*", 4}}, Format::Tiff},   Shown{{0, {"II+\0", 4}}, Format::Tiff},
    Shown{{0, {"MM\0+", 4}}, Format::Tiff},   Shown{{4, "ftypavif"}, Format::Avif},
    Shown{{4, "ftypavis"}, Format::Avif},     Shown{{4, "ftyphei"}, Format::Heic},
    Shown{{4, "ftyphev"}, Format::Heic},      Shown{{4, "ftypmsf1"}, Format::Heic},
};

struct Refused {
    Signature signature;
    std::string_view what;
};

constexpr std::string_view jxl = "is a JPEG XL picture, which is not shown: export it as PNG or JPEG";
constexpr std::string_view jpeg_2000 = "is a JPEG 2000 picture, which is not shown: export it as PNG or JPEG";
constexpr std::string_view video = "is a video, which is not shown: export a still picture as JPEG";
constexpr std::string_view postscript = "is a PostScript file, which is not shown: export it as PDF";
constexpr std::string_view raw = "is a camera's raw photo, which is not shown: export it as JPEG";

// The first that fits counts: the kinds of "ftyp" stand before the catch-all for video.
constexpr std::array refused_formats = {
    Refused{{4, "ftypcrx"}, raw},
    Refused{{4, "ftypjxl"}, jxl},
    Refused{{4, "ftyp"}, video},
    Refused{{4, "moov"}, video},
    Refused{{4, "mdat"}, video},
    Refused{{0, "\x1A\x45\xDF\xA3"}, video},
    Refused{{8, "AVI "}, video},
    Refused{{0, "FLV"}, video},
    Refused{{0, {"\0\0\x01\xBA", 4}}, video},
    Refused{{0, "\x30\x26\xB2\x75"}, video},
    Refused{{4, "JXL "}, jxl},
    Refused{{0, "\xFF\x0A"}, jxl},
    Refused{{4, "jP  "}, jpeg_2000},
    Refused{{0, "\xFF\x4F\xFF\x51"}, jpeg_2000},
    Refused{{0, "FUJIFILMCCD-RAW"}, raw},
    Refused{{0, "IIRO"}, raw},
    Refused{{0, "IIRS"}, raw},
    Refused{{0, {"IIU\0", 4}}, raw},
    Refused{{0, "%!PS"}, postscript},
    Refused{{0, "\xC5\xD0\xD3\xC6"}, postscript},
    Refused{{0, "8BPS"}, "is a Photoshop document, which is not shown: export it as PNG or JPEG"},
    Refused{{0, "gimp xcf"}, "is a GIMP picture, which is not shown: export it as PNG or JPEG"},
    Refused{{0, "\x06\x06\xED\xF5"}, "is an InDesign document, which is not shown: export it as PDF"},
    Refused{{0, "\xD0\xCF\x11\xE0"}, "is an old Office document, which is not shown: export it as PDF"},
    Refused{{0, "\x1F\x8B"}, "is compressed with gzip: export it as plain SVG"},
};

std::string_view text_of(PictureBytes bytes) {
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

/// A BMP has only two letters to know it by, which a text may begin with; the size of its header is another.
bool is_bmp(ByteReader reader) {
    constexpr std::uint32_t shortest_header = 12, longest_header = 124;
    return reader.holds(0, "BM") && reader.u32(14) >= shortest_header && reader.u32(14) <= longest_header;
}

/// "mif1" says only that there is a picture; the kinds that the file is also fit for say which.
std::optional<Format> general_heif(ByteReader reader) {
    if (!reader.holds(4, "ftypmif1")) return std::nullopt;
    reader.big_endian = true;
    std::size_t const length = std::min<std::size_t>(reader.u32(0), 256);
    for (std::size_t at = 16; at + 4 <= length; at += 4) {
        if (reader.holds(at, "avif")) return Format::Avif;
    }
    return Format::Heic;
}

/// Programs put a line or two before the document, and readers allow that.
bool is_pdf(std::string_view text) { return text.substr(0, 1024).find("%PDF-") != text.npos; }

/// What is in a ZIP: the names in it stand in plain text, most of them at its end.
std::string_view archive(std::string_view text) {
    auto holds = [&](std::string_view name) {
        constexpr std::size_t far = 65'536;
        return text.substr(0, 4096).find(name) != text.npos ||
               text.substr(text.size() - std::min(text.size(), far)).find(name) != text.npos;
    };
    if (holds("ppt/") || holds("opendocument.presentation") || holds("Index/Slide")) {
        return "is a presentation, which is not shown: export it as PDF";
    }
    if (holds("[Content_Types].xml") || holds("mimetypeapplication/vnd.oasis")) {
        return "is an office document, which is not shown: export it as PDF";
    }
    return "is an archive, not a picture: unpack it and bring the pictures in it";
}

bool is_text(std::string_view start) {
    return std::none_of(start.begin(), start.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
    });
}

/// An SVG starts with a tag and soon says that it is one; a web page with a drawing in it does not start so.
bool is_svg(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (text.starts_with("<!DOCTYPE html") || text.starts_with("<!doctype html") ||
        text.starts_with("<html")) {
        return false;
    }
    return text.starts_with("<") &&
           (text.find("<svg") != text.npos || text.find("http://www.w3.org/2000/svg") != text.npos);
}

}

Result<Format> sniff(PictureBytes bytes) {
    if (bytes.empty()) return Error{Kind::Malformed, "is empty: copy it again"};
    ByteReader reader{bytes};
    auto fits = [&](auto const& known) { return reader.holds(known.signature.at, known.signature.bytes); };
    if (auto shown = std::find_if(shown_formats.begin(), shown_formats.end(), fits);
        shown != shown_formats.end()) {
        return shown->format;
    }
    if (is_bmp(reader)) return Format::Bmp;
    if (auto heif = general_heif(reader)) return *heif;
    if (auto known = std::find_if(refused_formats.begin(), refused_formats.end(), fits);
        known != refused_formats.end()) {
        return Error{Kind::Refused, std::string{known->what}};
    }
    if (is_pdf(text_of(bytes))) return Format::Pdf;
    if (reader.holds(0, "PK\x03\x04")) return Error{Kind::Refused, std::string{archive(text_of(bytes))}};
    // Comments and licences may stand before the drawing, but not more than this.
    std::string_view start = text_of(bytes).substr(0, 8192);
    if (!is_text(start))
        return Error{Kind::Refused, "is not a picture of a known kind: export it as JPEG, PNG or PDF"};
    if (is_svg(start)) return Format::Svg;
    return Error{Kind::Refused, "is a text file, not a picture"};
}

}
