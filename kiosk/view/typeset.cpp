#include "view/typeset.h"

#include "content/markdown.h"

namespace kiosk {
namespace {

/// The narrowest width in which `markup` still takes as few lines as in `width`: its lines become even,
/// and no short word is left alone on the last.
int balanced_width(Context const& c, std::string const& markup, TextStyle const& style, int width) {
    int const lines = c.ruler.measure(markup, style, width, c.language).lines;
    int low = width / 3, high = width;
    while (high - low > 2) {
        int middle = (low + high) / 2;
        TextExtent extent = c.ruler.measure(markup, style, middle, c.language);
        (extent.lines <= lines && !extent.broken_word ? high : low) = middle;
    }
    return lines > 1 ? high : width;
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
    std::string const markup = setting.markup ? text : escape_markup(text);
    TextStyle const style = fitted(c, markup, setting.style, box.size());
    int const width = setting.balanced ? balanced_width(c, markup, style, box.w) : box.w;
    int const height = c.ruler.measure(markup, style, width, c.language).size.h;
    int const slack = box.w - width;
    int const x = box.x + (setting.align == Align::Left ? 0 : setting.align == Align::Center ? slack / 2 : slack);
    return {{x, box.y, width, height}, markup, style, setting.color, setting.align, c.language};
}

TextPaint set_line(Context const& c, std::string const& text, Setting setting, Rect box) {
    TextPaint line = set_text(c, text, setting, box);
    line.rect.y = box.y + (box.h - line.rect.h) / 2;
    return line;
}

}
