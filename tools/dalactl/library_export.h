#pragma once
// `dalactl library export`: arguments and pictures as files that anyone can use without the kiosk.

#include "content/catalog.h"

#include <chrono>
#include <filesystem>

namespace kiosk {

/// What is wanted of the library.
struct ExportWish {
    std::vector<std::string> ids;  ///< Of arguments, pictures and pages; empty: everything.
    bool expired = false;          ///< Also what has expired.
    std::chrono::sys_days today;
};

struct Exported {
    std::size_t arguments = 0, pictures = 0;
    std::vector<std::string> left_out;  ///< A sentence for each that has expired.
};

/// Writes into `out`, which is made if need be; files of the same name are replaced:
///   arguments/ID.LANGUAGE.txt  title, body, figure, sources, picture and licence as plain text
///   pictures/FILE              as it is in the library, with alt text, credit and licence in FILE.txt
///   catalogue.html             all of it to be read and printed, see dalactl/catalogue.h
/// An argument takes its picture along, a page its arguments and pictures. Fails with Kind::NotFound for an
/// id that leads to nothing that can be exported, or with Kind::Unreadable for a file.
Result<Exported> export_library(Catalog const&, ExportWish const&, std::filesystem::path const& out);

}
