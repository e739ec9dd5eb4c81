#include "app/clock.h"

#include <doctest/doctest.h>

#include <thread>

using namespace kiosk;
using namespace std::chrono_literals;

TEST_CASE("a simulated clock starts where it is told and runs as fast as it is told") {
    WallTime const start = parse_iso8601("2027-08-25T09:00:00+02:00")->at;
    Clock const clock{start, 100};
    std::this_thread::sleep_for(20ms);
    Now const now = clock.read();
    CHECK(now.wall - start == now.steady);
    CHECK(now.steady >= 2000ms);
    CHECK(clock.elapsed() * 100 >= now.steady);
    CHECK(clock.real(60'000ms) == 600ms);
}

TEST_CASE("without options both clocks are the real ones") {
    Clock const clock{std::nullopt, 1};
    auto const machine = std::chrono::floor<Millis>(std::chrono::system_clock::now());
    CHECK(clock.read().wall - machine < 1000ms);
    CHECK(clock.read().steady < 1000ms);
}
