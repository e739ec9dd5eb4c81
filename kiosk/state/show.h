#pragma once
// The loop's schedule: which item is on, which comes next, when.

#include "state/model.h"

#include <vector>

namespace kiosk {

/// Ids of all items that may play now, playlist by playlist.
std::vector<std::string> playable(Model const&);

/// What plays when the next item has played, as things stand.
std::string after_next(Model const&, Now const&);

/// Moves the loop on if it is time and the next item is prepared. Call it while the loop is on display.
void run_show(Model&, Now const&);

/// The visitor browses: on in the loop, or back to what was on before. It comes as soon as it is prepared.
void browse(Model&, int step, Now const&);

/// Starts the current item's time anew, after a visit.
void resume_show(Model&, Now const&);

/// The catalogue or the settings changed: what no longer plays goes, what is next is chosen anew.
void revise_show(Model&, Now const&);

/// The same once a minute, because windows open and close; also when the clock has been set.
void watch_windows(Model&, Now const&);

/// How long the change to the current item takes.
Millis change_length(Show const&);

/// When the answer to the question on the screen begins to come in: half-way through its time. Nothing if the
/// item has no answer.
std::optional<Millis> answer_time(Model const&);

/// Whether the item's picture moves slowly while it is shown.
bool drifts(Model const&, Item const&);
/// How far it has moved, 0 to 1: fast while the item comes in, then ever slower, so that it is at rest before
/// the item leaves.
double drift(Model const&, Item const&, Now const&);

}
