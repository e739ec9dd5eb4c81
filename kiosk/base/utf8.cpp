#include "base/utf8.h"

#include <array>
#include <cstdio>

namespace kiosk {

namespace {

bool is_scalar_in_shortest_form(char32_t c, int length) {
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    bool surrogate = c >= 0xD800 && c <= 0xDFFF;
    return c >= smallest[std::size_t(length)] && c <= 0x10FFFF && !surrogate;
}

}

std::optional<char32_t> take_code_point(std::string_view text, std::size_t& at) {
    auto first = static_cast<unsigned char>(text[at]);
    int length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0;
    if (length == 0 || first >= 0xF8 || at + std::size_t(length) > text.size()) return std::nullopt;
    char32_t c = length == 1 ? first : first & (0x7Fu >> length);
    for (int i = 1; i < length; ++i) {
        auto next = static_cast<unsigned char>(text[at + std::size_t(i)]);
        if ((next & 0xC0) != 0x80) return std::nullopt;
        c = c << 6 | (next & 0x3Fu);
    }
    if (length > 1 && !is_scalar_in_shortest_form(c, length)) return std::nullopt;
    at += std::size_t(length);
    return c;
}

bool is_control(char32_t c) { return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0); }

bool reorders_text(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

std::string shown_safely(std::string_view text) {
    constexpr std::size_t longest = 60;
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t start = at;
        std::optional<char32_t> c = take_code_point(text, at);
        if (!c) at = start + 1;
        std::string_view piece = text.substr(start, at - start);
        if (shown.size() + piece.size() > longest) return shown + "…";
        if (c && *c != '\n' && *c != '\t' && !is_control(*c) && !reorders_text(*c)) {
            shown += piece;
            continue;
        }
        for (char byte : piece) {
            std::array<char, 8> out{};
            std::snprintf(out.data(), out.size(), "\\x%02X", unsigned(static_cast<unsigned char>(byte)));
            shown += out.data();
        }
    }
    return shown;
}

}
