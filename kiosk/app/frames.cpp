#include "app/frames.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace kiosk {

void Frames::shown(Micros now, Micros work, bool moving, int periods) {
    Micros const expected = std::exchange(m_step, periods * period);
    ++m_count;
    if (moving) {
        if (m_was_moving) {
            m_widest = std::max(m_widest, now - m_last);
            if (now - m_last > expected + period / 2) m_missed += (now - m_last) / expected;
        }
        float const ms = float(work.count()) / 1000;
        m_work_ms[std::size_t(m_moving++) % kept] = ms;
        m_worst_ms = std::max(m_worst_ms, ms);
        // Frames stay on their grid; one that is late does not push the others, unless it missed its slot.
        m_due = now > m_due + m_step ? now - work + m_step : m_due + m_step;
    }
    m_was_moving = moving;
    m_last = now;
}

void Frames::measure(Health& health) const {
    health.frames = m_count;
    health.missed_frames = m_missed;
    health.frame_ms_worst = double(m_worst_ms);
    health.frame_gap_ms_worst = double(m_widest.count()) / 1000;
    std::vector<float> work(m_work_ms.begin(),
                            m_work_ms.begin() + std::ptrdiff_t(std::min<std::int64_t>(m_moving, kept)));
    if (work.empty()) return;
    auto percentile = [&](double share) {
        auto at = work.begin() + std::ptrdiff_t(double(work.size() - 1) * share);
        std::nth_element(work.begin(), at, work.end());
        return double(*at);
    };
    health.frame_ms_p50 = percentile(0.5);
    health.frame_ms_p99 = percentile(0.99);
}

}
