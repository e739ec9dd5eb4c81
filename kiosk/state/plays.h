#pragma once
// Proof of play: what was on the screen, how long, and why it went.

#include "state/action.h"
#include "state/effect.h"

namespace kiosk {

/// To be called after every action: notices that an item came or went. What went is an effect, with every
/// name copied, so that it stays true when the files change.
std::optional<NotePlay> account(Model&, Action const&, Now const&);

/// What is on the screen when the program ends.
std::optional<NotePlay> last_play(Model const&, Now const&);

}
