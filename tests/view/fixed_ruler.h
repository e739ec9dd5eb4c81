#pragma once
// Measures text as if every letter were equally wide, so that layouts in tests do not depend on fonts.

#include "content/markdown.h"
#include "view/ruler.h"

#include <cmath>

namespace kiosk {

class FixedRuler : public TextRuler {
public:
    TextExtent measure(std::string const& markup, TextStyle const& style, int width,
                       std::string_view) const override {
        int const letter = std::max(1, int(std::lround(style.px * (0.52 + style.tracking))));
        int const most = std::max(1, width / letter);  // Letters in a line.
        int line = 0, word = 0, longest = 0, lines = 1;
        bool broken = false;
        auto end_word = [&] {
            if (line > 0 && line + 1 + word > most)
                lines += 1, line = word;
            else
                line += word + (line > 0 ? 1 : 0);
            broken = broken || word > most;
            longest = std::max(longest, std::min(line, most));
            word = 0;
        };
        for (char ch : plain_text(markup)) {
            bool const continues = (static_cast<unsigned char>(ch) & 0xC0) == 0x80;  // Of a UTF-8 sequence.
            if (ch == ' ' || ch == '\n')
                end_word();
            else if (!continues)
                ++word;
            if (ch == '\n') lines += 1, line = 0;
        }
        end_word();
        int const height =
            int(std::ceil(style.px * 1.2)) + int(std::lround((lines - 1) * style.px * style.line_height));
        return {{longest * letter, height}, lines, broken};
    }
};

}
