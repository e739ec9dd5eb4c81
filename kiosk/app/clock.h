#pragma once
// The only place where clocks are read. With --now and --speed time is simulated: both clocks run faster, and
// everything that the kiosk does with them.

#include "base/time.h"

#include <optional>

namespace kiosk {

class Clock {
public:
    /// Starts at `simulated` if given; runs `speed` times as fast as time does.
    Clock(std::optional<WallTime> simulated, double speed);
    Now read() const;

    /// Real time since the start, whatever the speed: for sockets, frames and processes.
    std::chrono::microseconds elapsed() const;
    /// How long simulated time of this length really takes.
    std::chrono::microseconds real(Millis simulated) const;

private:
    std::chrono::steady_clock::time_point m_started;
    std::optional<WallTime> m_simulated;
    double m_speed;
};

}
