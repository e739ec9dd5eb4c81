#pragma once
// Text by Pango. The same layout code measures and draws, so what was measured is what is drawn. UI thread.
//
// Where lines stand: the first baseline lies the font's ascent (rounded up to a whole pixel) below the top of
// the rectangle, whatever the line height; the others lie at the whole pixels nearest to multiples of
// px * line_height below it; the descent ends the height. There is no half-leading above the first line or
// below the last. Align::Left is the side where reading starts, so right for Arabic.

#include "screen/fonts.h"
#include "view/ruler.h"

#include <map>
#include <tuple>

typedef struct _cairo cairo_t;

namespace kiosk {

class PangoRuler : public TextRuler {
public:
    /// Keeps a reference to `fonts`.
    explicit PangoRuler(Fonts const& fonts) : m_fonts(fonts) {}

    /// Without any font: an empty extent.
    TextExtent measure(std::string const& markup, TextStyle const&, int width,
                       std::string_view language) const override;

private:
    using Question = std::tuple<std::string, std::string, Face, Weight, int, double, double, int>;

    // Two generations: when the recent one is full it becomes the older one, and what nobody asked for since
    // goes. A page is measured again on every turn of the loop, so almost every question is an old one.
    static constexpr std::size_t generation = 512;

    Fonts const& m_fonts;
    mutable std::map<Question, TextExtent> m_recent, m_older;
};

/// Sets the text. Markup that does not parse is set as it is written. Draws nothing without any font.
void draw_text(cairo_t*, Fonts const&, TextPaint const&);

}
