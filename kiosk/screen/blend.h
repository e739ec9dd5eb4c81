#pragma once
// Whole-frame pixel work, vectorised: copying, crossfading, laying one picture over another.

#include "base/target.h"

namespace kiosk {

/// Copies a part of a frame to the same place. `part` must lie inside both.
void copy(Bitmap const& frame, Rect part, Target);

/// Mixes two opaque frames of the target's size: `from` at t = 0, `to` at t = 1, both exactly. `to` is moved
/// `slide_px` to the right (negative: left); its edge column is repeated where it leaves a gap.
void crossfade(Bitmap const& from, Bitmap const& to, double t, int slide_px, Target);

/// Lays premultiplied pixels with their top left corner at `at` over the target, inside `clip` only.
void lay_over(Bitmap const& picture, Point at, Rect clip, Target);

}
