#pragma once
// What ImGui does not know about a font file (TrueType or OpenType): how large its letters are in its em, and
// that its figures come in two kinds. Pure.

#include <string>

namespace kiosk {

/// Ascender to descender, in ems: ImGui sizes fonts by this height, designs do by the em. 0 if it is no font.
double em_height(std::string const& font);

/// Puts the lining figures (OpenType's "lnum") in the place of the old-style ones that Vollkorn's cmap leads
/// to. A font without them stays as it is.
void use_lining_figures(std::string& font);

}
