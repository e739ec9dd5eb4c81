#pragma once
// Kurbits: the painted flowers of Dalarna, as brush strokes in two shades. A screen bears one at most, in
// shades near to its ground, and never under words.

#include "view/scene.h"

namespace kiosk {

struct OrnamentColors {
    Color leaf, flower;
};

/// A spray that grows from the lower left corner of `square` (the lower right one if `mirrored`) towards the
/// opposite corner. Decoration: nothing to touch, nothing to say.
Element ornament(std::string id, Rect square, OrnamentColors, bool mirrored = false);

}
