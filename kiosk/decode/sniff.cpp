#include "decode/sniff.h"

#include "decode/byte_reader.h"

#include <algorithm>
#include <array>
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
    Shown{{8, "WEBP"}, Format::WebP},         Shown{{0, "BM"}, Format::Bmp},
    Shown{{0, {"II*\0", 4}}, Format::Tiff},   Shown{{0, {"MM\0*", 4}}, Format::Tiff},
};

struct Refused {
    Signature signature;
    std::string_view what;
};

constexpr std::string_view iphone = "is a HEIC photo, which is not shown: export it as JPEG";
constexpr std::string_view avif = "is an AVIF picture, which is not shown: export it as PNG or JPEG";
constexpr std::string_view jxl = "is a JPEG XL picture, which is not shown: export it as PNG or JPEG";
constexpr std::string_view video = "is a video, which is not shown: export a still picture as JPEG";
constexpr std::string_view archive =
    "is an archive or an office document, not a picture: export the page as PNG";

// The first that fits counts: the kinds of "ftyp" stand before the catch-all for video.
constexpr std::array refused_formats = {
    Refused{{4, "ftyphei"}, iphone},
    Refused{{4, "ftyphev"}, iphone},
    Refused{{4, "ftypmif1"}, iphone},
    Refused{{4, "ftypmsf1"}, iphone},
    Refused{{4, "ftypavi"}, avif},
    Refused{{4, "ftyp"}, video},
    Refused{{0, "\x1A\x45\xDF\xA3"}, video},
    Refused{{8, "AVI "}, video},
    Refused{{4, "JXL "}, jxl},
    Refused{{0, "\xFF\x0A"}, jxl},
    Refused{{0, "%PDF"}, "is a PDF document, which is not shown: export the page as PNG"},
    Refused{{0, "%!PS"}, "is a PostScript file, which is not shown: export it as SVG or PNG"},
    Refused{{0, "8BPS"}, "is a Photoshop document, which is not shown: export it as PNG or JPEG"},
    Refused{{0, "\x1F\x8B"}, "is compressed with gzip: export it as plain SVG"},
    Refused{{0, "PK\x03\x04"}, archive},
};

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

std::string_view format_name(Format format) {
    static constexpr std::array<std::string_view, std::size_t(last_format) + 1> names = {
        "JPEG", "PNG", "WebP", "GIF", "BMP", "TIFF", "SVG"};
    return names[std::size_t(format)];
}

Result<Format> sniff(PictureBytes bytes) {
    if (bytes.empty()) return Error{Kind::Malformed, "is empty: copy it again"};
    ByteReader reader{bytes};
    auto fits = [&](auto const& known) { return reader.holds(known.signature.at, known.signature.bytes); };
    if (auto shown = std::find_if(shown_formats.begin(), shown_formats.end(), fits);
        shown != shown_formats.end()) {
        return shown->format;
    }
    if (auto known = std::find_if(refused_formats.begin(), refused_formats.end(), fits);
        known != refused_formats.end()) {
        return Error{Kind::Refused, std::string{known->what}};
    }
    // Comments and licences may stand before the drawing, but not more than this.
    std::string_view start{reinterpret_cast<char const*>(bytes.data()),
                           std::min<std::size_t>(bytes.size(), 8192)};
    if (!is_text(start))
        return Error{Kind::Refused, "is not a picture of a known kind: export it as JPEG, PNG or SVG"};
    if (is_svg(start)) return Format::Svg;
    return Error{Kind::Refused, "is a text file, not a picture"};
}

}
