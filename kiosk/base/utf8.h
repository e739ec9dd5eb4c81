#pragma once
// Text as bytes that somebody else wrote: file names, TOML, what a decoder complains. Pure functions.

#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

/// Takes the code point at `at` and moves past it; nothing, without moving, if the bytes there are not strict
/// UTF-8. `at` must be smaller than the text's size.
std::optional<char32_t> take_code_point(std::string_view text, std::size_t& at);

/// Line breaks and tabs do not count.
bool is_control(char32_t);

/// Embeddings, overrides and isolates: they let a text show otherwise than it reads ("Trojan Source").
bool reorders_text(char32_t);

/// `text` for an error message: bytes and characters that are unfit shown as "\xNN", at most 60 bytes.
std::string shown_safely(std::string_view text);

}
