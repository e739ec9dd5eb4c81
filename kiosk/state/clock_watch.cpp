#include "state/clock_watch.h"

#include <utility>

namespace kiosk {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::sys_days first_release{2026y / 11 / 1}, far_off{2076y / 1 / 1};
/// Clocks drift, and what keeps them right moves them a little.
constexpr Millis jump = std::chrono::minutes{1};

constexpr char const* consequence = "; what has times or dates follows the clock, the rest plays on";

}

bool is_doubtful(WallTime wall) { return wall < first_release || wall >= far_off; }

std::optional<LogWarning> watch_clock(Model& model, Now const& now) {
    std::optional<ClockSeen> const before = std::exchange(model.clock_seen, ClockSeen{now.steady, now.wall});
    if (!before) {
        if (!is_doubtful(now.wall)) return std::nullopt;
        return LogWarning{"the clock stands at " + iso8601(now.wall) + ", which can't be: set it" + consequence};
    }
    WallTime const expected = before->wall + (now.steady - before->steady);
    if (std::chrono::abs(now.wall - expected) < jump) return std::nullopt;
    return LogWarning{"the clock jumped from " + iso8601(expected) + " to " + iso8601(now.wall) + consequence};
}

}
