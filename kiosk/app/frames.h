#pragma once
// Frame times: when the next frame is due, and what the frames before cost. UI thread. Real time.

#include "state/model.h"

#include <array>
#include <chrono>

namespace kiosk {

class Frames {
public:
    using Micros = std::chrono::microseconds;
    /// 60 frames a second.
    static constexpr Micros period{16'667};

    /// How long to sleep, at `now`, before the next frame of something that moves. The first frame after a
    /// rest is due at once.
    Micros until_next(Micros now) const { return std::max(Micros{0}, m_due - now); }
    /// A frame that took `work` was shown at `now`; `moving` if it belongs to an animation, whose next frame is
    /// due `periods` later.
    void shown(Micros now, Micros work, bool moving, int periods = 1);

    /// Something moves, but at `now` the screen would look the same: nothing before the next frame.
    void unchanged(Micros now) { m_due = now + m_step; }

    bool any() const { return m_count > 0; }
    Micros last_shown() const { return m_last; }
    /// Counts, percentiles of the work of the last moving frames, the most work of any, and the longest
    /// time from one moving frame to the next, in milliseconds.
    void measure(Health&) const;

private:
    static constexpr std::size_t kept = 1024;

    Micros m_due{0}, m_last{0}, m_step = period;
    bool m_was_moving = false;
    std::int64_t m_count = 0, m_missed = 0, m_moving = 0;
    std::array<float, kept> m_work_ms{};
    float m_worst_ms = 0;
    Micros m_widest{0};
};

}
