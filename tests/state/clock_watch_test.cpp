#include "state/clock_watch.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::sys_days day{2027y / 3 / 1};

std::string warning_of(std::vector<Now> const& turns) {
    Model model;
    std::string all;
    for (Now const& now : turns) {
        if (auto warning = watch_clock(model, now)) all += warning->sentence + "\n";
    }
    return all;
}

}

TEST_CASE("a clock that goes as it should is not worth a word, however slow the turns are") {
    CHECK(warning_of({{0ms, day}, {16ms, day + 16ms}, {3h, day + 3h + 20s}}) == "");
}

TEST_CASE("a jump is told once, with both times") {
    std::string const rest = "; what has times or dates follows the clock, the rest plays on\n";
    CHECK(warning_of({{0ms, day}, {1s, day + 1h}, {2s, day + 1h + 1s}}) ==
          "the clock jumped from 2027-03-01T00:00:01Z to 2027-03-01T01:00:00Z" + rest);
    CHECK(warning_of({{0ms, day}, {1s, day - 24h}}) ==
          "the clock jumped from 2027-03-01T00:00:01Z to 2027-02-28T00:00:00Z" + rest);
}

TEST_CASE("a clock that can't be right is told at the start") {
    CHECK(warning_of({{0ms, WallTime{}}, {1s, WallTime{1s}}}) ==
          "the clock stands at 1970-01-01T00:00:00Z, which can't be: set it; "
          "what has times or dates follows the clock, the rest plays on\n");
    CHECK(is_doubtful(std::chrono::sys_days{2106y / 2 / 7}));
    CHECK_FALSE(is_doubtful(day));
}
