#pragma once
// The look: palette and type, the tokens of the house. Sizes are tokens; see view/metrics.h.

#include "view/metrics.h"
#include "view/scene.h"

#include <algorithm>

namespace kiosk {

namespace palette {
inline constexpr Color falu = Color::rgb(0x8B1A1A), falu_deep = Color::rgb(0x5E1010);
inline constexpr Color birch = Color::rgb(0xFBF7F0), paper = Color::rgb(0xFFFFFF);
inline constexpr Color ink = Color::rgb(0x1C1B1A), stone = Color::rgb(0x6B655D);
inline constexpr Color spruce = Color::rgb(0x1F3D2E), spruce_light = Color::rgb(0x4A6456);
inline constexpr Color siljan = Color::rgb(0x1E4E79), siljan_pale = Color::rgb(0x8FB3C9);
inline constexpr Color ochre = Color::rgb(0xE0A526), ochre_light = Color::rgb(0xF7D774);
inline constexpr Color line = Color::rgb(0xE4DCCF), sand = Color::rgb(0xF3ECE0),
                       sand_dark = Color::rgb(0xE6DBC8);
inline constexpr Color none{0, 0, 0, 0};
}

namespace type {
inline TextStyle display(Metrics const& m) {
    return {Face::Headline, Weight::ExtraBold, m.type(128), 1.04, -0.01};
}
inline TextStyle title(Metrics const& m) {
    return {Face::Headline, Weight::ExtraBold, m.type(96), 1.04, -0.01};
}
inline TextStyle heading(Metrics const& m) {
    return {Face::Headline, Weight::ExtraBold, m.type(56), 1.12, 0};
}
inline TextStyle card(Metrics const& m) { return {Face::Headline, Weight::ExtraBold, m.type(46), 1.1, 0}; }
inline TextStyle lead(Metrics const& m) { return {Face::Text, Weight::Regular, m.type(38), 1.4, 0}; }
inline TextStyle body(Metrics const& m) { return {Face::Text, Weight::Regular, m.type(34), 1.42, 0}; }
inline TextStyle label(Metrics const& m) { return {Face::Text, Weight::SemiBold, m.type(30), 1.25, 0}; }
inline TextStyle note(Metrics const& m) { return {Face::Text, Weight::Regular, m.type(28), 1.3, 0}; }
inline TextStyle small(Metrics const& m) { return {Face::Text, Weight::Regular, m.type(26), 1.3, 0}; }
inline TextStyle kicker(Metrics const& m) { return {Face::Text, Weight::SemiBold, m.type(28), 1.2, 0.05}; }
/// Nothing that a visitor must read is smaller.
inline int smallest(Metrics const& m) { return m.type(26); }
/// A heading that had to shrink further no longer heads anything.
inline int smallest_heading(Metrics const& m) { return std::max(m.px(40), smallest(m)); }
}

inline int card_radius(Metrics const& m) { return m.px(28); }

}
