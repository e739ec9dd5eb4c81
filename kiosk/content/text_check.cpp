#include "content/text_check.h"

#include <array>
#include <cstdio>

namespace kiosk {
namespace {

std::string code_point_name(char32_t c) {
    std::array<char, 16> out{};
    std::snprintf(out.data(), out.size(), "U+%04X", unsigned(c));
    return out.data();
}

}

std::optional<std::string> unfit_for_screen(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        std::optional<char32_t> c = take_code_point(text, at);
        if (!c) return "is not UTF-8 from byte " + std::to_string(at + 1) + " on; write it in UTF-8";
        if (is_control(*c)) return "holds the control character " + code_point_name(*c) + "; delete it";
        if (reorders_text(*c)) {
            return "holds the invisible character " + code_point_name(*c) +
                   ", which reverses text; delete it";
        }
    }
    return std::nullopt;
}

}
