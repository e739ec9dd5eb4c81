#pragma once
// The way to the staff overlay: the hidden gesture, then the PIN pad.

#include "state/action.h"
#include "state/effect.h"

namespace kiosk {

/// NIST SP 800-63B 5.1.1: memorised secrets of machines have at least six digits.
inline constexpr std::size_t pin_min_digits = 6, pin_max_digits = 12;

/// True for what everybody tries first: one digit repeated, a run up or down.
bool is_too_easy(std::string_view pin);

/// Opens the pad when a top corner has been held for corner_hold.
void watch_corner(Model&, Now const&);

/// Asks for the PIN, or for a new one if there is none yet. Ends the visit.
void open_pin_pad(Model&, Now const&);

Effects on_pin_key(Model&, PinKey const&, Now const&);

/// Opens the overlay, or says why not.
void on_pin_answer(Model&, PinAnswer const&, Now const&);

}
