#pragma once
// Kurbits: the painted flowers of Dalarna, as brush strokes in two shades. A screen bears one at most, in
// shades near to its ground, and never under words.

#include "view/scene.h"

namespace kiosk {

struct OrnamentColors {
    Color leaf, flower;
};

/// Shades for the grounds of the house.
namespace kurbits {
inline constexpr OrnamentColors on_spruce{Color::rgb(0x2D4C3B), Color::rgb(0x3B5C4A)};
inline constexpr OrnamentColors on_falu{Color::rgb(0x992A29), Color::rgb(0xA93C37)};
inline constexpr OrnamentColors on_birch{Color::rgb(0xEBE3D3), Color::rgb(0xE3D5BE)};
}

/// A spray that grows from the lower left corner of `square` (the lower right one if `mirrored`) towards the
/// opposite corner. Decoration: nothing to touch, nothing to say.
Element ornament(std::string id, Rect square, OrnamentColors, bool mirrored = false);

}
