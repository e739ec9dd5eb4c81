#include "view/words.h"

#include <algorithm>
#include <cstdio>

namespace kiosk {
namespace {

std::string two_digits(int number) {
    std::string digits = std::to_string(number);
    return digits.size() < 2 ? "0" + digits : digits;
}

std::string say_clock(Context const& c, ZonedTime const& at) {
    LocalTime t = local_time(at);
    return fill(c.say(t.minute == 0 ? "date.full_hour" : "date.clock"),
                {{"h", std::to_string(t.hour)}, {"m", two_digits(t.minute)}});
}

/// Capital of the letter that starts at `text[at]`, written over it. ASCII, and U+00E0..U+00FE in UTF-8.
void capitalise_at(std::string& text, std::size_t at) {
    auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (byte(at) >= 'a' && byte(at) <= 'z') text[at] = char(byte(at) - 32);
    bool two = byte(at) == 0xC3 && at + 1 < text.size();
    if (two && byte(at + 1) >= 0xA0 && byte(at + 1) <= 0xBE && byte(at + 1) != 0xB7)
        text[at + 1] = char(byte(at + 1) - 32);
}

}

std::string say_number(Context const& c, int number) {
    std::string digits = std::to_string(number);
    std::string const& group = c.say("number.group");
    for (auto at = std::ptrdiff_t(digits.size()) - 3; at > 0; at -= 3) digits.insert(std::size_t(at), group);
    return digits;
}

std::string say_day(Context const& c, ZonedTime const& at) {
    LocalTime t = local_time(at);
    return fill(c.say("date.day"), {{"weekday", c.say("date.weekday." + std::to_string(t.weekday))},
                                    {"day", std::to_string(t.day)},
                                    {"month", c.say("date.month." + std::to_string(t.month))}});
}

std::string say_full_day(Context const& c, ZonedTime const& at) {
    return capitalised(say_day(c, at)) + " " + std::to_string(local_time(at).year);
}

std::string say_day_of_month(Context const& c, ZonedTime const& at) {
    LocalTime const day = local_time(at);
    return fill(c.say("date.day_of_month"), {{"day", std::to_string(day.day)},
                                             {"month", c.say("date.month." + std::to_string(day.month))}});
}

std::string say_month_short(Context const& c, ZonedTime const& at) {
    return in_capitals(c.say("date.month_short." + std::to_string(local_time(at).month)));
}

std::string say_hours(Context const& c, ZonedTime const& from, ZonedTime const& to) {
    std::string hours = fill(c.say("date.time"), {{"from", say_clock(c, from)}, {"to", say_clock(c, to)}});
    // A line may end after a dash, but not between two times: U+2060, word joiner.
    constexpr std::string_view dash = "–";
    if (auto at = hours.find(dash); at != std::string::npos) hours.insert(at + dash.size(), "\u2060");
    return hours;
}

std::string say_seats_left(Context const& c, int left, int seats) {
    if (left == 1) return say_last_seats(c, left);
    return fill(c.say("workshop.seats_left"),
                {{"left", std::to_string(left)}, {"seats", std::to_string(seats)}});
}

std::string say_which(Context const& c, int index, int count) {
    return fill(c.say("sheet.which"),
                {{"number", std::to_string(index + 1)}, {"count", std::to_string(count)}});
}

std::string say_sources(Context const& c, Argument const& argument) {
    std::string names;
    for (Source const& source : argument.sources) {
        names += (names.empty() ? "" : "; ") + source.name + (source.year.empty() ? "" : ", " + source.year);
    }
    return names.empty() ? "" : c.say("argument.source") + ": " + names;
}

std::string say_last_seats(Context const& c, int left) {
    return left == 1 ? c.say("workshop.one_left")
                     : fill(c.say("workshop.few_left"), {{"left", std::to_string(left)}});
}

std::string capitalised(std::string text) {
    if (!text.empty()) capitalise_at(text, 0);
    return text;
}

std::string in_capitals(std::string_view text) {
    std::string capitals(text);
    for (std::size_t at = 0; at < capitals.size(); ++at) capitalise_at(capitals, at);
    return capitals;
}

}
