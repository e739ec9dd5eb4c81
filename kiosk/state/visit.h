#pragma once
// What a visitor does: fingers, pages, language, the end of the visit.

#include "state/action.h"
#include "state/effect.h"

namespace kiosk {

/// One touch event. Only the first finger counts; a command runs when the finger is lifted inside its
/// element; in the loop a sideways movement browses; a top corner held for corner_hold opens the PIN pad.
Effects on_touch(Model&, Touched const&, Now const&);

Effects on_command(Model&, Command const&, Now const&);

/// A finger that rests on the loop holds the slide.
void watch_hold(Model&, Now const&);

/// Time passes: the corner hold, the question "still there?", the overlay's own end.
void watch_idle(Model&, Now const&);

/// Forgets the visit and shows the loop.
void end_visit(Model&, Now const&);

}
