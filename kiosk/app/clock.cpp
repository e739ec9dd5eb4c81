#include "app/clock.h"

#include <ctime>

namespace kiosk {

using namespace std::chrono;

Clock::Clock(std::optional<WallTime> simulated, double speed)
    : m_started(steady_clock::now()), m_simulated(simulated), m_speed(speed) {
    if (!m_simulated && speed != 1) m_simulated = floor<Millis>(system_clock::now());
}

Now Clock::read() const {
    Now now;
    now.steady = Millis{std::int64_t(double(elapsed().count()) * m_speed / 1000)};
    now.wall = m_simulated ? *m_simulated + now.steady : floor<Millis>(system_clock::now());
    std::time_t seconds = floor<std::chrono::seconds>(now.wall).time_since_epoch().count();
    std::tm local{};
    if (localtime_r(&seconds, &local)) now.local_offset = minutes{local.tm_gmtoff / 60};
    return now;
}

microseconds Clock::elapsed() const { return floor<microseconds>(steady_clock::now() - m_started); }

microseconds Clock::real(Millis simulated) const {
    return microseconds{std::int64_t(double(simulated.count()) * 1000 / m_speed)};
}

}
