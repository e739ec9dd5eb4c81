#pragma once
// The numbers in a text, so that they can be compared across languages. Pure; any thread.

#include <set>
#include <string>
#include <string_view>

namespace kiosk {

/// As numbers are written in `language`: "3,200" and "4.1" in English, "3 200" (with a space that does not
/// break) and "4,1" elsewhere.
enum class NumberStyle { English, Continental };
NumberStyle number_style(std::string_view language);

/// Each number in digits, without grouping and with a decimal point: "3200", "4.1", "2.5" for 2½. Both ends
/// of a range; neither the digits of names ("E16") nor numbers in words.
std::set<std::string> numbers_in(std::string_view text, NumberStyle);

}
