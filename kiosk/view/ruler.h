#pragma once
// Measuring text. The screen implements it with Pango; tests use a fixed-advance ruler so that text goldens
// do not depend on the installed fonts.

#include "view/scene.h"

namespace kiosk {

struct TextExtent {
    Size size;  ///< Widest line and the height of all lines.
    int lines = 0;
    bool broken_word = false;  ///< A word was wider than the line and was cut.
};

class TextRuler {
public:
    virtual ~TextRuler() = default;
    /// Lays `markup` out in lines of at most `width` pixels.
    virtual TextExtent measure(std::string const& markup, TextStyle const&, int width,
                               std::string_view language) const = 0;
};

}
