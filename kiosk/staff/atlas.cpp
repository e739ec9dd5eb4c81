#include "staff/atlas.h"

#include "staff/sfnt.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

namespace kiosk {
namespace {

namespace fs = std::filesystem;

// Latin, Cyrillic, and the signs that texts and messages hold: – — ‘ ’ “ ” … €.
constexpr ImWchar letters[] = {0x20,  0x17F,  0x218,  0x21B,  0x400,  0x45F, 0x490,
                               0x491, 0x2010, 0x2026, 0x20AC, 0x20AC, 0};

struct CutSize {
    std::string FontFiles::*file;
    double em;
};
constexpr CutSize cuts[] = {
    {&FontFiles::headline, 56}, {&FontFiles::headline, 46}, {&FontFiles::strong, 30},
    {&FontFiles::body, 30},     {&FontFiles::body, 26},
};

constexpr double radii[] = {7, 10, 21, 24, 28, 28, 44, 60};

Result<std::string> read_font(fs::path const& file, char const* package) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return Error{Kind::NotFound, file.string() + ": font can't be read; run apt-get install " + package};
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (em_height(bytes) <= 0)
        return Error{Kind::Malformed,
                     file.string() + ": is no font; run apt-get install --reinstall " + package};
    return bytes;
}

/// The first font that can be read below `root`; "" if there is none.
std::string any_font(fs::path const& root) {
    std::error_code bad;
    fs::recursive_directory_iterator entry{root, fs::directory_options::skip_permission_denied, bad}, end;
    for (; !bad && entry != end; entry.increment(bad)) {
        fs::path const& file = entry->path();
        if (file.extension() != ".ttf" && file.extension() != ".otf") continue;
        if (auto bytes = read_font(file, "fonts-inter")) return *std::move(bytes);
    }
    return "";
}

/// How much of the pixel whose middle lies at `distance` from the centre is covered.
double coverage(Round round, double distance, double radius) {
    if (round != Round::Shadow) return std::clamp(radius + 0.5 - distance, 0.0, 1.0);
    double const fade = std::clamp(1 - distance / radius, 0.0, 1.0);
    return fade * fade;
}

}

Result<FontFiles> read_fonts(fs::path const& root) {
    auto headline = read_font(root / "truetype/vollkorn/Vollkorn-ExtraBold.ttf", "fonts-vollkorn");
    auto strong = read_font(root / "opentype/inter/Inter-SemiBold.otf", "fonts-inter");
    auto body = read_font(root / "opentype/inter/Inter-Regular.otf", "fonts-inter");
    std::string const substitute = body ? *body : strong ? *strong : headline ? *headline : any_font(root);
    if (substitute.empty()) return headline.error();
    if (headline) use_lining_figures(*headline);
    return FontFiles{headline ? *headline : substitute, strong ? *strong : substitute,
                     body ? *body : substitute};
}

void Atlas::build(FontFiles const& files, double scale) {
    ImFontAtlas& fonts = *ImGui::GetIO().Fonts;
    fonts.Clear();
    fonts.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.OversampleH = config.OversampleV = 1;
    config.PixelSnapH = true;
    for (std::size_t i = 0; i < m_fonts.size(); ++i) {
        std::string const& file = files.*cuts[i].file;
        double const height = std::round(cuts[i].em * scale) * em_height(file);
        // ImGui only reads it; the pointer is not const because it may also be told to free it.
        m_fonts[i] = fonts.AddFontFromMemoryTTF(const_cast<char*>(file.data()), int(file.size()),
                                                float(height), &config, letters);
    }
    for (std::size_t i = 0; i < m_radii.size(); ++i) {
        m_radii[i] = std::max(2, int(std::lround(radii[i] * scale)));
        m_discs[i] = fonts.AddCustomRectRegular(2 * m_radii[i], 2 * m_radii[i]);
    }
    fonts.Build();
    for (std::size_t i = 0; i < m_radii.size(); ++i) draw_disc(Round(i));
}

void Atlas::draw_disc(Round round) const {
    ImFontAtlas& fonts = *ImGui::GetIO().Fonts;
    ImFontAtlasCustomRect const& place = *fonts.GetCustomRectByIndex(m_discs[std::size_t(round)]);
    int const r = radius(round);
    for (int y = 0; y < 2 * r; ++y) {
        unsigned char* row = fonts.TexPixelsAlpha8 + (place.Y + y) * fonts.TexWidth + place.X;
        for (int x = 0; x < 2 * r; ++x) {
            double const distance = std::hypot(x + 0.5 - r, y + 0.5 - r);
            row[x] = static_cast<unsigned char>(std::lround(255 * coverage(round, distance, r)));
        }
    }
}

ImVec2 Atlas::disc_at(Round round, Point at) const {
    ImFontAtlas const& fonts = *ImGui::GetIO().Fonts;
    ImFontAtlasCustomRect const& place = fonts.CustomRects[m_discs[std::size_t(round)]];
    return {float(place.X + at.x) / float(fonts.TexWidth), float(place.Y + at.y) / float(fonts.TexHeight)};
}

}
