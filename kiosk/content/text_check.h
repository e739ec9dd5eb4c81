#pragma once
// Is a text fit for the screen? Invisible characters can hide or reverse what visitors read, and broken
// UTF-8 stops a text from being drawn at all.

#include "base/utf8.h"

#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

/// The first thing in `text` that must not reach the screen, as the end of a sentence that starts with the
/// place: "holds the control character U+0007; delete it". Nothing if the text is fine. Line breaks and
/// tabs are fine.
std::optional<std::string> unfit_for_screen(std::string_view text);

}
