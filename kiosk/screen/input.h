#pragma once
// SDL's events as the kiosk's own. Only for window.cpp and its test.

#include "screen/window.h"

#include <SDL.h>

namespace kiosk {

/// What an event means on a frame of that size; nothing for events that do not matter. Mouse events that SDL
/// makes up from touches are ignored: the finger itself is told.
std::optional<InputEvent> input_of(SDL_Event const&, Size frame);

/// Appends, keeping only the latest of consecutive moves of one pointer.
void append(std::vector<InputEvent>&, InputEvent const&);

}
