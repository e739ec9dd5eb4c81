#pragma once
// The kiosk's decisions. Pure: no clock, no file, no thread; time comes in as `now`.

#include "state/action.h"
#include "state/effect.h"

namespace kiosk {

/// A model that shows the loop from its start.
Model begin(Catalog, Settings, Glass, Now const&);

/// What happens when `action` happens. Changes the model in place and returns what is to be done outside.
Effects update(Model&, Action const&, Now const&);

/// While something moves on the screen every frame counts.
bool moves(Model const&, Now const&);

/// When something will change by itself, in steady time; at most a minute ahead.
/// While something moves: now, that is, with the next frame.
Millis next_wake(Model const&, Now const&);

}
