#pragma once
// Dates, numbers and sentences with blanks, as each language writes them. The patterns are phrases.

#include "view/context.h"

namespace kiosk {

std::string say_number(Context const&, int);
/// "onsdag 25 augusti"
std::string say_day(Context const&, ZonedTime const&);
/// "Onsdag 25 augusti 2027"
std::string say_full_day(Context const&, ZonedTime const&);
/// "25 augusti"
std::string say_day_of_month(Context const&, ZonedTime const&);
/// "AUG"
std::string say_month_short(Context const&, ZonedTime const&);
/// "kl. 9–11.30"
std::string say_hours(Context const&, ZonedTime const& from, ZonedTime const& to);
/// "15 av 40 platser kvar"
std::string say_seats_left(Context const&, int left, int seats);
/// "Bara 3 platser kvar"
std::string say_last_seats(Context const&, int left);

/// "2 av 5"; counts from 0.
std::string say_which(Context const&, int index, int count);

/// "Källa: SCB, 2024; Boliden", or "" if the argument names none.
std::string say_sources(Context const&, Argument const&);

/// First letter as a capital, the rest untouched (Latin letters of UTF-8 up to U+00FF).
std::string capitalised(std::string text);
/// All letters as capitals (Latin letters of UTF-8 up to U+00FF).
std::string in_capitals(std::string_view text);

}
