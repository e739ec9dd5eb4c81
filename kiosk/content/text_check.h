#pragma once
// Is a text fit for the screen? Invisible characters can hide or reverse what visitors read, and broken
// UTF-8 stops a text from being drawn at all.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

/// Takes the code point at `at` and moves past it; nothing, without moving, if the bytes there are not strict
/// UTF-8. `at` must be smaller than the text's size.
std::optional<char32_t> take_code_point(std::string_view text, std::size_t& at);

/// The first thing in `text` that must not reach the screen, as the end of a sentence that starts with the
/// place: "holds the control character U+0007; delete it". Nothing if the text is fine. Line breaks and
/// tabs are fine.
std::optional<std::string> unfit_for_screen(std::string_view text);

/// `text` for an error message: bytes and characters that are unfit shown as "\xNN", at most 60 bytes.
std::string shown_safely(std::string_view text);

}
