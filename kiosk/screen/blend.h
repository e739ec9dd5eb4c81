#pragma once
// Whole-frame pixel work, vectorised: copying, crossfading, laying one picture over another.

#include "base/target.h"

#include <vector>

namespace kiosk {

/// Mixes two rows of `count` pixels: `from` at share = 0, `to` at share = 256, both exactly.
void fade(std::uint32_t* into, std::uint32_t const* from, std::uint32_t const* to, int count, int share);

/// Lays a row of premultiplied pixels over another.
void over(std::uint32_t* into, std::uint32_t const* top, int count);

/// Where the pixels of a row that is scaled come from: between columns[x] and the next, shares[x] 256ths on.
struct Stretch {
    std::vector<int> columns;
    std::vector<std::uint32_t> shares;
};
void stretch(std::uint32_t* into, std::uint32_t const* from, Stretch const&);

/// Copies a part of a frame to the same place. `part` must lie inside both.
void copy(Bitmap const& frame, Rect part, Target);

/// Mixes row `y` of two opaque frames of the target's size: `from` at t = 0, `to` at t = 1, both exactly. `to` is
/// moved `slide_px` to the right (negative: left); its edge pixel is repeated where it leaves a gap.
void crossfade(std::uint32_t const* from, std::uint32_t const* to, double t, int slide_px, Target, int y);

/// Lays premultiplied pixels with their top left corner at `at` over the target, inside `clip` only.
void lay_over(Bitmap const& picture, Point at, Rect clip, Target);

}
