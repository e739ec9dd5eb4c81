#pragma once
// Fonts for documents that name one of the fonts every reader has, without bringing it along. A confined
// process opens no file, so their files are opened before; the helper's open() and fopen() then find them
// here.

#include <cstddef>
#include <span>
#include <string_view>

namespace kiosk {

/// One open font file, for good, and what is in it.
struct ShelvedFont {
    std::string_view path;
    int fd = -1;
    std::span<std::byte const> bytes;
};

/// Opens the fonts that are installed, and makes them all that fontconfig knows of. To be called once, before
/// confine().
void shelve_fonts();

/// Nothing if that file is not a font on the shelf, or was not there to be opened.
ShelvedFont const* find_shelved(std::string_view path);

/// True for the names of the fonts every reader has, their bold and italic kinds and their usual doubles, if
/// there is a font on the shelf that takes the same space. Not for their narrow, light or new relatives.
bool has_substitute(std::string_view font_name);

}
