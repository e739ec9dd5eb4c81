#pragma once
// Whose turn it is. Playlists share the screen's time in the proportions of their shares; within one, items
// play in the order listed or shuffled. Pure; a Schedule is a value, so drawing from a copy looks ahead.
//
// Start-time fair queueing (Goyal, Vin, Cheng 1996): each playlist is stamped with the time that it has had,
// divided by its share; the smallest stamp goes next. Over any stretch two playlists with something to play
// differ from their shares by at most one item each, and one that was away does not catch up.

#include "state/model.h"

namespace kiosk {

/// What may play now, of every playlist that is on: enabled, within its windows, not skipped.
std::vector<Turnout> turnout(Model const&, Now const&);

/// The item that plays next, "" if none. Never `current`, unless nothing else can. Fallback playlists have
/// their turn only while no other playlist has anything. max_per_hour holds as long as something else may
/// play.
std::string choose(Model const&, Schedule const&, std::string const& current, Now const&);

/// `item` goes on the screen.
void note(Schedule&, Model const&, std::string const& item, Now const&);

}
