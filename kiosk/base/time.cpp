#include "base/time.h"

#include <array>
#include <cstdio>

namespace kiosk {
namespace {

using namespace std::chrono;

/// Reads exactly `digits` decimal digits at `at` and moves past them; -1 if there are none such.
int take_number(std::string_view text, std::size_t& at, int digits) {
    int value = 0;
    for (int i = 0; i < digits; ++i, ++at) {
        if (at >= text.size() || text[at] < '0' || text[at] > '9') return -1;
        value = value * 10 + (text[at] - '0');
    }
    return value;
}

bool take(std::string_view text, std::size_t& at, char wanted) {
    if (at >= text.size() || text[at] != wanted) return false;
    ++at;
    return true;
}

/// "Z", "+02:00" or nothing.
bool take_zone(std::string_view text, std::size_t& at, minutes& offset) {
    if (at == text.size() || take(text, at, 'Z')) return true;
    int sign = text[at] == '-' ? -1 : 1;
    if (text[at] != '+' && text[at] != '-') return false;
    int h = take_number(text, ++at, 2);
    bool colon = take(text, at, ':');
    int m = take_number(text, at, 2);
    offset = minutes{sign * (h * 60 + m)};
    return colon && h >= 0 && h <= 14 && m >= 0 && m < 60;
}

bool take_clock(std::string_view text, std::size_t& at, seconds& of_day) {
    int h = take_number(text, at, 2);
    bool colon = take(text, at, ':');
    int m = take_number(text, at, 2);
    int s = take(text, at, ':') ? take_number(text, at, 2) : 0;
    of_day = hours{h} + minutes{m} + seconds{s};
    return colon && h >= 0 && h < 24 && m >= 0 && m < 60 && s >= 0 && s < 60;
}

bool take_date(std::string_view text, std::size_t& at, year_month_day& date) {
    int y = take_number(text, at, 4);
    bool first = take(text, at, '-');
    int m = take_number(text, at, 2);
    bool second = take(text, at, '-');
    int d = take_number(text, at, 2);
    if (!first || !second || y < 0 || m < 0 || d < 0) return false;
    date = year_month_day{year{y}, month{unsigned(m)}, day{unsigned(d)}};
    return date.ok();
}

}

sys_days local_day(Now const& now) { return floor<days>(now.wall + now.local_offset); }

minutes local_minute(Now const& now) {
    return floor<minutes>((now.wall + now.local_offset).time_since_epoch());
}

LocalTime local_time(WallTime at, minutes offset) {
    auto shifted = at + offset;
    auto day = floor<days>(shifted);
    year_month_day date{day};
    hh_mm_ss clock{floor<seconds>(shifted - day)};
    return {int(date.year()),
            unsigned(date.month()),
            unsigned(date.day()),
            weekday{day}.iso_encoding(),
            int(clock.hours().count()),
            int(clock.minutes().count()),
            int(clock.seconds().count())};
}

std::string iso8601(WallTime at) {
    LocalTime t = local_time(at, minutes{0});
    std::array<char, 80> out{};
    std::snprintf(out.data(), out.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", t.year, t.month, t.day, t.hour,
                  t.minute, t.second);
    return out.data();
}

Result<ZonedTime> parse_iso8601(std::string_view text) {
    std::size_t at = 0;
    year_month_day date;
    seconds of_day{0};
    minutes offset{0};
    bool ok = take_date(text, at, date);
    if (ok && at < text.size()) {
        ok = (take(text, at, 'T') || take(text, at, ' ')) && take_clock(text, at, of_day) &&
             take_zone(text, at, offset);
    }
    if (!ok || at != text.size()) {
        return Error{Kind::Malformed, "\"" + std::string(text) +
                                          "\" is no date and time; write it as 2027-08-25T09:00:00+02:00"};
    }
    return ZonedTime{sys_days{date} + of_day - offset, offset};
}

}
