#include "content/numbers.h"

#include "content/text_check.h"

#include <optional>

namespace kiosk {
namespace {

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F);
}

std::u32string decoded(std::string_view text) {
    std::u32string points;
    for (std::size_t at = 0; at < text.size();) {
        std::optional<char32_t> const c = take_code_point(text, at);
        if (!c) ++at;
        points += c.value_or(U' ');
    }
    return points;
}

class NumberReader {
public:
    NumberReader(std::string_view text, NumberStyle style) : m_text(decoded(text)), m_style(style) {}

    std::set<std::string> read() {
        std::set<std::string> numbers;
        while (m_at < m_text.size()) {
            if (!is_digit(peek(0))) {
                ++m_at;
            } else if (m_at > 0 && is_letter(m_text[m_at - 1])) {
                take_digits();
            } else {
                numbers.insert(take_number());
            }
        }
        return numbers;
    }

private:
    char32_t peek(std::size_t ahead) const {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : U'\0';
    }

    std::string take_digits() {
        std::string digits;
        for (; is_digit(peek(0)); ++m_at) digits += char(peek(0));
        return digits;
    }

    bool at_group() const {
        bool const separator = m_style == NumberStyle::English
                                   ? peek(0) == ','
                                   : peek(0) == 0xA0 || peek(0) == 0x202F || peek(0) == 0x2009;
        return separator && is_digit(peek(1)) && is_digit(peek(2)) && is_digit(peek(3)) && !is_digit(peek(4));
    }

    std::string take_number() {
        std::string number = take_digits();
        bool const may_be_grouped = number.size() <= 3;
        while (may_be_grouped && at_group()) {
            ++m_at;
            number += take_digits();
        }
        number.erase(0, std::min(number.find_first_not_of('0'), number.size() - 1));
        char32_t const point = m_style == NumberStyle::English ? U'.' : U',';
        std::string decimals;
        if (peek(0) == point && is_digit(peek(1))) {
            ++m_at;
            decimals = take_digits();
        } else if (peek(0) == 0xBD) {  // ½
            ++m_at;
            decimals = "5";
        }
        decimals.erase(decimals.find_last_not_of('0') + 1);
        return decimals.empty() ? number : number + "." + decimals;
    }

    std::u32string m_text;
    NumberStyle m_style;
    std::size_t m_at = 0;
};

}

NumberStyle number_style(std::string_view language) {
    return language.starts_with("en") ? NumberStyle::English : NumberStyle::Continental;
}

std::set<std::string> numbers_in(std::string_view text, NumberStyle style) {
    return NumberReader{text, style}.read();
}

}
