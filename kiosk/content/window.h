#pragma once
// When an item of a playlist may play.

#include "content/catalog.h"

namespace kiosk {

/// Pure: local time is `now.wall` at `now.local_offset`. An item without windows is always open, whatever the
/// clock believes; several windows are or-ed. `to` is exclusive; a window that wraps midnight belongs, with
/// its days and dates, to the day on which it starts.
bool is_open(Item const&, Now const&);

}
