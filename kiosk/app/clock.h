#pragma once
// The only place where clocks are read. With --now and --speed the wall clock is simulated; the steady one,
// on which timeouts rest, is always real.

#include "base/time.h"

#include <optional>

namespace kiosk {

class Clock {
public:
    /// Starts at `simulated` if given, and then runs `speed` times as fast as time does.
    Clock(std::optional<WallTime> simulated, double speed);
    Now read() const;

private:
    std::chrono::steady_clock::time_point m_started;
    std::optional<WallTime> m_simulated;
    double m_speed;
};

}
