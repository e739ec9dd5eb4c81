#include "content/window.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

/// Local time in Sweden's summer; 2027-08-23 is a Monday.
Now at(std::string const& local) {
    Result<ZonedTime> time = parse_iso8601(local + "+02:00");
    REQUIRE(time.has_value());
    return {Millis{0}, time->at, 120min};
}

std::chrono::sys_days day(int number) { return std::chrono::sys_days{2027y / 8 / number}; }

bool open(Window window, std::string const& local) {
    Item item;
    item.windows = {std::move(window)};
    return is_open(item, at(local));
}

}

TEST_CASE("an item without windows is open whatever the clock says") {
    CHECK(is_open(Item{}, at("2027-08-23T12:00")));
    CHECK(is_open(Item{}, Now{}));
    CHECK(is_open(Item{}, at("1970-01-01T00:00")));
}

TEST_CASE("from is inclusive, to exclusive") {
    Window const window{{}, 9h, 17h, {}, {}};
    CHECK_FALSE(open(window, "2027-08-23T08:59:59"));
    CHECK(open(window, "2027-08-23T09:00:00"));
    CHECK(open(window, "2027-08-23T16:59:59"));
    CHECK_FALSE(open(window, "2027-08-23T17:00:00"));
}

TEST_CASE("the times are local") {
    Item item;
    item.windows = {Window{{}, 9h, 17h, {}, {}}};
    Now now = at("2027-08-23T09:30");
    CHECK(is_open(item, now));
    now.local_offset = 0min;
    CHECK_FALSE(is_open(item, now));
}

TEST_CASE("an open end reaches to midnight") {
    CHECK(open({{}, 9h, {}, {}, {}}, "2027-08-23T23:59:59"));
    CHECK_FALSE(open({{}, 9h, {}, {}, {}}, "2027-08-24T00:00:00"));
    CHECK(open({{}, {}, 9h, {}, {}}, "2027-08-23T00:00:00"));
    CHECK(open({{}, 9h, 24h, {}, {}}, "2027-08-23T23:59:59"));
    CHECK_FALSE(open({{}, 9h, 24h, {}, {}}, "2027-08-24T08:59:59"));
}

TEST_CASE("every hour of a week, with a window that wraps midnight") {
    Window const friday_night{{5}, 22h, 2h, {}, {}};  // Friday is the 27th.
    for (int hour = 0; hour < 7 * 24; ++hour) {
        Item item;
        item.windows = {friday_night};
        Now now = at("2027-08-23T00:30");
        now.wall += std::chrono::hours{hour};
        int const from = 4 * 24 + 22;
        CAPTURE(hour);
        CHECK(is_open(item, now) == (hour >= from && hour < from + 4));
    }
}

TEST_CASE("a Sunday night reaches into Monday") {
    Window const sunday_night{{7}, 22h, 2h, {}, {}};
    CHECK(open(sunday_night, "2027-08-29T23:00"));
    CHECK(open(sunday_night, "2027-08-30T01:00"));
    CHECK_FALSE(open(sunday_night, "2027-08-29T01:00"));
    CHECK_FALSE(open(sunday_night, "2027-08-30T02:00"));
}

TEST_CASE("dates are those on which a window starts, the end is exclusive") {
    Window const two_days{{}, {}, {}, day(24), day(26)};
    CHECK_FALSE(open(two_days, "2027-08-23T23:59:59"));
    CHECK(open(two_days, "2027-08-24T00:00:00"));
    CHECK(open(two_days, "2027-08-25T23:59:59"));
    CHECK_FALSE(open(two_days, "2027-08-26T00:00:00"));
    Window const nights{{}, 22h, 2h, day(24), day(26)};
    CHECK_FALSE(open(nights, "2027-08-24T01:00"));
    CHECK(open(nights, "2027-08-26T01:00"));
    CHECK_FALSE(open(nights, "2027-08-26T22:00"));
}

TEST_CASE("several windows are or-ed") {
    Item item;
    item.windows = {Window{{1}, 9h, 10h, {}, {}}, Window{{1}, 15h, 16h, {}, {}}};
    CHECK(is_open(item, at("2027-08-23T09:30")));
    CHECK_FALSE(is_open(item, at("2027-08-23T12:00")));
    CHECK(is_open(item, at("2027-08-23T15:30")));
    CHECK_FALSE(is_open(item, at("2027-08-24T15:30")));
}
