#include "content/window.h"

#include <algorithm>

namespace kiosk {
namespace {

using namespace std::chrono;

constexpr minutes midnight{0}, day_end{24 * 60};

bool has_day(Window const& window, sys_days day) {
    if (window.start && day < *window.start) return false;
    if (window.end && day >= *window.end) return false;
    int const iso = int(weekday{day}.iso_encoding());
    return window.days.empty() || std::ranges::find(window.days, iso) != window.days.end();
}

bool contains(Window const& window, sys_days today, minutes clock) {
    minutes const from = window.from.value_or(midnight), to = window.to.value_or(day_end);
    if (from < to) return has_day(window, today) && clock >= from && clock < to;
    return (clock >= from && has_day(window, today)) || (clock < to && has_day(window, today - days{1}));
}

}

bool is_open(Item const& item, Now const& now) {
    if (item.windows.empty()) return true;
    sys_days const today = local_day(now);
    minutes const clock = floor<minutes>(now.wall + now.local_offset - today);
    return std::ranges::any_of(item.windows, [&](Window const& w) { return contains(w, today, clock); });
}

}
