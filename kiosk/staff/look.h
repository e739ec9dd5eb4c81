#pragma once
// The palette of visual.md as the overlay uses it.

#include "base/color.h"

namespace kiosk::look {

inline constexpr Color ground = Color::rgb(0x1C1B1A), ink = Color::rgb(0x1C1B1A), stone = Color::rgb(0x6B655D);
inline constexpr Color birch = Color::rgb(0xFBF7F0), paper = Color::rgb(0xFFFFFF), line = Color::rgb(0xE4DCCF);
inline constexpr Color sand = Color::rgb(0xF3ECE0), sand_dark = Color::rgb(0xE6DBC8), off = Color::rgb(0xB9AE9A);
inline constexpr Color spruce = Color::rgb(0x1F3D2E), spruce_light = Color::rgb(0x3D5848);
inline constexpr Color falu = Color::rgb(0x8B1A1A), falu_deep = Color::rgb(0x5E1010);
inline constexpr Color ochre = Color::rgb(0xE0A526), good = Color::rgb(0x2E7D4F);

}
