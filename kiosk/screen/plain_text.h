#pragma once
// Text without fontconfig and Pango, for the moment when they are what is broken. Any thread, one at a time.

#include "base/bitmap.h"

#include <filesystem>
#include <string>
#include <vector>

namespace kiosk {

/// A calm full-screen card for staff: a title and lines that say what is wrong and what to do. Uses the first
/// font file that opens, looking for a good one before any; with no font file at all the card stays without
/// words, and the log says so.
Bitmap fault_card(Size, std::string const& title, std::vector<std::string> const& lines,
                  std::filesystem::path const& fonts = "/usr/share/fonts");

}
