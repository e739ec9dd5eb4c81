#pragma once
// Setting text into a box: measured, balanced, never cut. Everything here takes plain text unless it says
// markup.

#include "view/context.h"
#include "view/theme.h"

namespace kiosk {

/// How a piece of text is set.
struct Setting {
    TextStyle style;
    Color color = palette::ink;
    Align align = Align::Left;
    bool balanced = false;  ///< Lines of about equal length: for headlines.
    bool markup = false;    ///< The text is Pango markup already.
};

/// The text laid out at the top of `box`; its rect has the height that it needs. If it does not fit, it is
/// set smaller, but never below type::smallest. No last line holds a single word if the one before it fits
/// beside it, and no line of a balanced text ends with a word of one letter.
TextPaint set_text(Context const&, std::string const& text, Setting, Rect box);

/// The largest size of `style`, at most its own, at which `text` fits into `box` without cutting a word.
TextStyle fitted(Context const&, std::string const& markup, TextStyle style, Size box);

/// One line of text, its width as needed; vertically centred in `box` and placed by `align`.
TextPaint set_line(Context const&, std::string const& text, Setting, Rect box);

}
