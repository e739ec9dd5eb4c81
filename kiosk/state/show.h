#pragma once
// The loop's schedule: which item is on, which comes next, when.

#include "state/model.h"

#include <vector>

namespace kiosk {

/// Ids of all items that may play now, in the order of the loop: enabled, within their windows, not skipped,
/// in a playlist that is switched on.
std::vector<std::string> playable(Model const&, Now const&);

/// The item `step` places after `from` in the loop; the first one if `from` is not in it; "" if none plays.
std::string neighbour(Model const&, Now const&, std::string const& from, int step);

/// Moves the loop on if it is time and the next item is prepared. Call it while the loop is on display.
void run_show(Model&, Now const&);

/// The visitor browses: the neighbour comes as soon as it is prepared.
void browse(Model&, int step, Now const&);

/// Starts the current item's time anew, after a visit.
void resume_show(Model&, Now const&);

/// The catalogue, the settings or a window changed: what no longer plays goes, what is next is chosen anew.
void revise_show(Model&, Now const&);

/// How long the change to the current item takes.
Millis change_length(Show const&);

}
