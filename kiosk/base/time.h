#pragma once
// Two clocks: a steady one for everything that lasts, and the wall clock for what people read.
// The wall clock at a fair may be wrong or jump; nothing that must go on depends on it.
// No code outside app/ (and the mains) reads a clock: `Now` is passed down.

#include "base/result.h"

#include <chrono>
#include <string>
#include <string_view>

namespace kiosk {

using Millis = std::chrono::milliseconds;
/// UTC.
using WallTime = std::chrono::sys_time<Millis>;

/// One reading of both clocks, taken once per turn of the loop.
struct Now {
    Millis steady{0};                      ///< Since the program started; never jumps.
    WallTime wall{};                       ///< What the machine believes the time is.
    std::chrono::minutes local_offset{0};  ///< Local time minus UTC.
};

/// A moment together with the UTC offset it was written with: "2027-08-25T09:00:00+02:00".
struct ZonedTime {
    WallTime at{};
    std::chrono::minutes offset{0};
    bool operator==(ZonedTime const&) const = default;
};

/// Calendar fields of a moment at an offset.
struct LocalTime {
    int year = 1970;
    unsigned month = 1, day = 1;  ///< 1-based.
    unsigned weekday = 4;         ///< ISO: Monday 1 to Sunday 7.
    int hour = 0, minute = 0, second = 0;
    bool operator==(LocalTime const&) const = default;
};

LocalTime local_time(WallTime, std::chrono::minutes offset);
inline LocalTime local_time(ZonedTime const& t) { return local_time(t.at, t.offset); }

/// The day on the stand's calendar.
std::chrono::sys_days local_day(Now const&);

/// Minutes of the stand's wall clock since 1970.
std::chrono::minutes local_minute(Now const&);

/// "2027-08-25T07:00:00Z".
std::string iso8601(WallTime);

/// Reads "2027-08-25", "2027-08-25T09:00", "2027-08-25T09:00:00+02:00" or "…Z". Without a zone: UTC.
/// Fails with Kind::Malformed and a sentence that shows a right one.
Result<ZonedTime> parse_iso8601(std::string_view);

}
