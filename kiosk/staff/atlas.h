#pragma once
// The overlay's letters and round shapes at the size of one screen, in ImGui's one texture. Nothing of it is
// scaled when it is drawn, which keeps letters and edges crisp. Needs a current ImGui context.

#include "base/geometry.h"
#include "base/result.h"

#include <array>
#include <filesystem>
#include <string>

#include <imgui.h>

namespace kiosk {

/// The font files as bytes; they outlive every atlas made of them.
struct FontFiles {
    std::string headline, strong, body;
};

/// Reads Vollkorn ExtraBold, Inter SemiBold and Inter Regular from below `root`; for one that is missing
/// another of them stands in, or any font there is. Fails only without any: with Kind::NotFound or
/// Kind::Malformed, naming the file and the package that brings it.
Result<FontFiles> read_fonts(std::filesystem::path const& root);

enum class Cut { Title, Figure, Strong, Body, Small };

/// Radii of everything that is round; Shadow fades out instead of ending.
enum class Round { Meter, Dot, Knob, Panel, Card, Switch, Pill, Shadow };

class Atlas {
public:
    /// Draws it into the current context; takes some 100 ms. `scale` is 1 on a screen of 1080 on its short
    /// side.
    void build(FontFiles const&, double scale);

    ImFont* font(Cut cut) const { return m_fonts[std::size_t(cut)]; }
    int radius(Round round) const { return m_radii[std::size_t(round)]; }
    /// Texture coordinates of a pixel's upper left corner in the disc of that radius.
    ImVec2 disc_at(Round, Point) const;

private:
    void draw_disc(Round) const;

    std::array<ImFont*, 5> m_fonts{};
    std::array<int, 8> m_radii{}, m_discs{};
};

}
