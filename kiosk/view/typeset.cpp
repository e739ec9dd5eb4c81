#include "view/typeset.h"

#include "content/markdown.h"
#include "view/balance.h"

namespace kiosk {
namespace {

/// The widest line of text whose lines are already broken.
int own_width(Context const& c, std::string const& markup, TextStyle const& style, int width) {
    // Spaced letters take a little more at a line's end than they measure: without some air the line would break.
    int const air = 1 + style.px / 8;
    return std::min(width, c.ruler.measure(markup, style, width, c.language).size.w + air);
}

}

TextStyle fitted(Context const& c, std::string const& markup, TextStyle style, Size box) {
    int const step = std::max(1, style.px / 32);
    while (style.px - step >= type::smallest(c.m)) {
        TextExtent extent = c.ruler.measure(markup, style, box.w, c.language);
        if (extent.size.h <= box.h && !extent.broken_word) break;
        style.px -= step;
    }
    return style;
}

TextPaint set_text(Context const& c, std::string const& text, Setting setting, Rect box) {
    std::string markup = setting.markup ? text : escape_markup(text);
    TextStyle const style = fitted(c, markup, setting.style, box.size());
    int width = box.w;
    if (setting.balanced) {
        markup = balanced(c, markup, style, box.size());
        width = own_width(c, markup, style, box.w);
    }
    int const height = c.ruler.measure(markup, style, width, c.language).size.h;
    int const slack = box.w - width;
    int const x = box.x + (setting.align == Align::Left     ? 0
                           : setting.align == Align::Center ? slack / 2
                                                            : slack);
    return {{x, box.y, width, height}, markup, style, setting.color, setting.align, c.language};
}

TextPaint set_line(Context const& c, std::string const& text, Setting setting, Rect box) {
    TextPaint line = set_text(c, text, setting, box);
    line.rect.y = box.y + (box.h - line.rect.h) / 2;
    return line;
}

}
