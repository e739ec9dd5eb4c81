#pragma once
// Durations that people feel. visual.md: movement 200-300 ms, crossfade 800 ms in the loop.

#include "base/time.h"

namespace kiosk {

inline constexpr Millis page_change{260};
inline constexpr Millis show_change{800};
inline constexpr Millis browse_change{300};
inline constexpr Millis answer_change{300};
inline constexpr Millis corner_hold{3000};
inline constexpr Millis slide_hold{600};
/// A finger that is lifted sooner has tapped, however slowly: nobody needs to be quick.
inline constexpr Millis slow_tap{2000};
/// A slide stays that long when it is let go.
inline constexpr Millis after_hold{3000};
/// The PIN pad and the staff overlay close by themselves.
inline constexpr Millis pin_idle{20'000};
inline constexpr Millis staff_idle{60'000};

}
