#include "intake/code_page.h"

#include "content/text_check.h"

#include <array>

namespace kiosk {
namespace {

/// The upper half, letter by letter.
constexpr std::array<std::string_view, 128> upper_half{
    "Ç", "ü", "é", "â", "ä", "à", "å", "ç", "ê", "ë", "è", "ï", "î", "ì",     "Ä", "Å", "É", "æ", "Æ",
    "ô", "ö", "ò", "û", "ù", "ÿ", "Ö", "Ü", "¢", "£", "¥", "₧", "ƒ", "á",     "í", "ó", "ú", "ñ", "Ñ",
    "ª", "º", "¿", "⌐", "¬", "½", "¼", "¡", "«", "»", "░", "▒", "▓", "│",     "┤", "╡", "╢", "╖", "╕",
    "╣", "║", "╗", "╝", "╜", "╛", "┐", "└", "┴", "┬", "├", "─", "┼", "╞",     "╟", "╚", "╔", "╩", "╦",
    "╠", "═", "╬", "╧", "╨", "╤", "╥", "╙", "╘", "╒", "╓", "╫", "╪", "┘",     "┌", "█", "▄", "▌", "▐",
    "▀", "α", "ß", "Γ", "π", "Σ", "σ", "µ", "τ", "Φ", "Θ", "Ω", "δ", "∞",     "φ", "ε", "∩", "≡", "±",
    "≥", "≤", "⌠", "⌡", "÷", "≈", "°", "∙", "·", "√", "ⁿ", "²", "■", "\u00A0"};

}

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (!take_code_point(text, at)) return false;
    return true;
}

std::string from_code_page_437(std::string_view text) {
    std::string utf8;
    for (char c : text) {
        auto const byte = static_cast<unsigned char>(c);
        utf8 += byte < 0x80 ? std::string(1, c) : std::string(upper_half[byte - 0x80U]);
    }
    return utf8;
}

}
