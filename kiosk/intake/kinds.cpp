#include "intake/kinds.h"

#include <algorithm>
#include <array>

namespace kiosk {
namespace {

using namespace std::string_view_literals;

struct Mark {
    std::size_t at;
    std::string_view bytes;
    BroughtKind kind;
};

// The first that fits counts: still pictures share the container of films.
constexpr std::array marks{
    Mark{4, "ftyphei"sv, BroughtKind::Other},
    Mark{4, "ftyphev"sv, BroughtKind::Other},
    Mark{4, "ftypmif1"sv, BroughtKind::Other},
    Mark{4, "ftypmsf1"sv, BroughtKind::Other},
    Mark{4, "ftypavi"sv, BroughtKind::Other},
    Mark{4, "ftypM4A"sv, BroughtKind::Sound},
    Mark{4, "ftyp"sv, BroughtKind::Video},
    Mark{4, "moov"sv, BroughtKind::Video},
    Mark{4, "mdat"sv, BroughtKind::Video},
    Mark{0, "\x1A\x45\xDF\xA3"sv, BroughtKind::Video},
    Mark{8, "AVI "sv, BroughtKind::Video},
    Mark{0, "\0\0\x01\xBA"sv, BroughtKind::Video},
    Mark{0, "\0\0\x01\xB3"sv, BroughtKind::Video},
    Mark{0, "\0\0\x01\xB7"sv, BroughtKind::Video},
    Mark{0, "FLV\x01"sv, BroughtKind::Video},
    Mark{0, "\x30\x26\xB2\x75"sv, BroughtKind::Video},
    Mark{8, "WAVE"sv, BroughtKind::Sound},
    Mark{0, "ID3"sv, BroughtKind::Sound},
    Mark{0, "OggS"sv, BroughtKind::Sound},
    Mark{0, "fLaC"sv, BroughtKind::Sound},
    Mark{0, "\xD0\xCF\x11\xE0"sv, BroughtKind::Document},
    Mark{0, "Rar!"sv, BroughtKind::Archive},
    Mark{0, "7z\xBC\xAF"sv, BroughtKind::Archive},
    Mark{0, "\x1F\x8B"sv, BroughtKind::Archive},
};

/// What an office program's ZIP begins with: the list of its parts, or its kind.
constexpr std::array document_parts{"[Content_Types].xml"sv, "_rels/.rels"sv, "docProps/"sv,
                                    "mimetypeapplication/vnd.oasis"sv, "Index/Document.iwa"sv};

}

BroughtKind kind_of(std::string_view head) {
    if (head.starts_with("PK\x03\x04")) {
        bool const document = std::ranges::any_of(
            document_parts, [&](std::string_view part) { return head.find(part) != head.npos; });
        return document ? BroughtKind::Document : BroughtKind::Archive;
    }
    auto fits = [&](Mark const& mark) {
        return head.size() >= mark.at && head.substr(mark.at).starts_with(mark.bytes);
    };
    constexpr std::size_t transport_packet = 188;
    if (head.size() > transport_packet && head[0] == 'G' && head[transport_packet] == 'G' &&
        !head.starts_with("GIF"))
        return BroughtKind::Video;
    auto const mark = std::ranges::find_if(marks, fits);
    return mark == marks.end() ? BroughtKind::Other : mark->kind;
}

}
