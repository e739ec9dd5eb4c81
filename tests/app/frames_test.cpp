#include "app/frames.h"

#include <doctest/doctest.h>

using namespace kiosk;
using Micros = Frames::Micros;

TEST_CASE("moving frames are due sixty times a second, whatever each of them costs") {
    Frames frames;
    Micros now{1'000'000};
    frames.shown(now, Micros{2000}, true);
    for (int i = 0; i < 59; ++i) {
        now += frames.until_next(now) + Micros{i % 5 * 1000};  // Work of 0 to 4 ms.
        frames.shown(now, Micros{i % 5 * 1000}, true);
    }
    CHECK(now - Micros{1'000'000} < Micros{1'010'000});
    Health health;
    frames.measure(health);
    CHECK(health.frames == 60);
    CHECK(health.missed_frames == 0);
}

TEST_CASE("a frame that comes too late is counted as missed, a rest between animations is not") {
    Frames frames;
    frames.shown(Micros{0}, Micros{1000}, true);
    frames.shown(Micros{16'667}, Micros{1000}, true);
    frames.shown(Micros{67'000}, Micros{1000}, true);
    Health health;
    frames.measure(health);
    CHECK(health.missed_frames == 3);
    frames.shown(Micros{70'000}, Micros{1000}, false);
    frames.shown(Micros{9'000'000}, Micros{1000}, true);
    frames.measure(health);
    CHECK(health.missed_frames == 3);
}

TEST_CASE("percentiles are those of the work of moving frames") {
    Frames frames;
    for (int i = 1; i <= 100; ++i) frames.shown(Micros{i * 16'667}, Micros{i * 100}, true);
    frames.shown(Micros{3'000'000}, Micros{900'000}, false);
    Health health;
    frames.measure(health);
    CHECK(health.frame_ms_p50 == doctest::Approx(5.0).epsilon(0.03));
    CHECK(health.frame_ms_p99 == doctest::Approx(9.9).epsilon(0.02));
}

TEST_CASE("an animation may do with every other frame") {
    Frames frames;
    frames.shown(Micros{1'000'000}, Micros{20'000}, true, 2);
    CHECK(frames.until_next(Micros{1'000'000}) == 2 * Frames::period - Micros{20'000});
    frames.shown(Micros{1'033'334}, Micros{20'000}, true, 2);
    frames.shown(Micros{1'050'000}, Micros{2'000}, true);
    Health health;
    frames.measure(health);
    CHECK(health.missed_frames == 0);
    frames.shown(Micros{1'090'000}, Micros{2'000}, true);
    frames.measure(health);
    CHECK(health.missed_frames == 2);
}
