#pragma once
// The wall clock of a small machine may start in 1970 or be set while the show goes on. Nothing stops for
// that; staff are told.

#include "state/effect.h"
#include "state/model.h"

namespace kiosk {

/// True for a time before this product existed or after anybody could still run it: the clock is wrong.
bool is_doubtful(WallTime);

/// To be called in every turn: notices that the wall clock jumped, or starts out wrong.
std::optional<LogWarning> watch_clock(Model&, Now const&);

}
