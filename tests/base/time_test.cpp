#include "base/time.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

WallTime wall(std::string_view text) {
    Result<ZonedTime> time = parse_iso8601(text);
    REQUIRE(time.has_value());
    return time->at;
}

}

TEST_CASE("ISO 8601 in every form that is allowed") {
    CHECK(*parse_iso8601("2027-08-25T09:00:00+02:00") == ZonedTime{wall("2027-08-25T07:00:00Z"), 120min});
    CHECK(*parse_iso8601("2027-08-25T09:00-03:30") == ZonedTime{wall("2027-08-25T12:30:00Z"), -210min});
    CHECK(*parse_iso8601("2027-08-25") == ZonedTime{wall("2027-08-25T00:00:00Z"), 0min});
    CHECK(*parse_iso8601("2027-08-25T09:00") == ZonedTime{wall("2027-08-25T09:00:00Z"), 0min});
    CHECK(*parse_iso8601("2027-08-25 09:00Z") == *parse_iso8601("2027-08-25T09:00"));
    CHECK(*parse_iso8601("1970-01-01T00:00:00Z") == ZonedTime{});
    CHECK(parse_iso8601("2028-02-29").has_value());
}

TEST_CASE("anything else is refused with a right example") {
    for (std::string const text :
         {"", "2027", "2027-8-25", "2027-02-29", "2027-13-01", "2027-08-25T", "2027-08-25T24:00",
          "2027-08-25T09:60", "2027-08-25T09:00:60", "2027-08-25T09:00:00+2", "2027-08-25T09:00:00+15:00",
          "2027-08-25T09:00:00Zx", "2027-08-25  09:00", "25/8 2027"}) {
        CAPTURE(text);
        Result<ZonedTime> time = parse_iso8601(text);
        REQUIRE_FALSE(time.has_value());
        CHECK(time.error() == Error{Kind::Malformed, "\"" + text +
                                                         "\" is no date and time; "
                                                         "write it as 2027-08-25T09:00:00+02:00"});
    }
}

TEST_CASE("a moment is written in UTC and reads back") {
    CHECK(iso8601(wall("2027-08-25T09:00:00+02:00")) == "2027-08-25T07:00:00Z");
    CHECK(iso8601(WallTime{}) == "1970-01-01T00:00:00Z");
    CHECK(iso8601(wall("0001-02-03")) == "0001-02-03T00:00:00Z");
    for (char const* text : {"2027-12-31T23:59:59Z", "2028-02-29T00:00:00Z", "1969-12-31T23:59:59Z"}) {
        CHECK(iso8601(wall(text)) == text);
    }
    CHECK(iso8601(WallTime{1ms}) == "1970-01-01T00:00:00Z");
    CHECK(iso8601(WallTime{-1ms}) == "1969-12-31T23:59:59Z");
}

TEST_CASE("calendar fields at an offset") {
    CHECK(local_time(wall("2027-08-25T22:30:15Z"), 120min) == LocalTime{2027, 8, 26, 4, 0, 30, 15});
    CHECK(local_time(wall("2027-01-01T00:30:00Z"), -60min) == LocalTime{2026, 12, 31, 4, 23, 30, 0});
    CHECK(local_time(WallTime{}, 0min) == LocalTime{});
    CHECK(local_time(*parse_iso8601("2027-08-29T09:00:00+02:00")).weekday == 7);
}
