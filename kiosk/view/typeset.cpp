#include "view/typeset.h"

#include "content/markdown.h"
#include "view/balance.h"

#include <cctype>

namespace kiosk {
namespace {

constexpr std::string_view no_break_space = "\u00A0";

/// One letter or digit, perhaps of two bytes: "i", "å", "2".
bool is_one_letter(std::string_view word) {
    auto const first = word.empty() ? 0 : static_cast<unsigned char>(word.front());
    return (word.size() == 1 && std::isalnum(first) != 0) || (word.size() == 2 && first == 0xC3);
}

/// One-letter words hold on to what follows: no line of a headline may end with them.
std::string short_words_joined(std::string markup) {
    for (std::size_t start = 0, end; (end = markup.find(' ', start)) != std::string::npos; start = end + 1) {
        if (is_one_letter(std::string_view(markup).substr(start, end - start)))
            markup.replace(end, 1, no_break_space);
    }
    return markup;
}

/// Takes the last but one word along to the last line if else the last word would stand there alone.
std::string without_widow(Context const& c, std::string const& markup, TextStyle const& style, int width) {
    auto lines = [&](std::string const& words) {
        TextExtent const extent = c.ruler.measure(words, style, width, c.language);
        return extent.broken_word ? 0 : extent.lines;
    };
    std::size_t const gap = markup.rfind(' ');
    if (gap == std::string::npos) return markup;
    // A word that closes a tag can't be taken off to see whether it stands alone; one that its writer joined
    // to another does not.
    std::string_view const last = std::string_view(markup).substr(gap + 1);
    if (last.find('<') != std::string::npos || last.find(no_break_space) != std::string::npos) return markup;
    int const all = lines(markup);
    if (all < 2 || lines(markup.substr(0, gap)) == all) return markup;
    std::string joined = markup;
    joined.replace(gap, 1, no_break_space);
    return lines(joined) == all ? joined : markup;
}

/// The style in which `markup` fits, and the markup with what belongs together joined if that costs no size.
TextStyle joined_and_fitted(Context const& c, std::string& markup, Setting const& setting, Size box) {
    TextStyle const style = fitted(c, markup, setting.style, box);
    if (!setting.balanced) {
        markup = without_widow(c, markup, style, box.w);
        return style;
    }
    std::string joined = short_words_joined(markup);
    if (fitted(c, joined, setting.style, box) == style) markup = std::move(joined);
    return style;
}

/// The widest line of text whose lines are already broken.
int own_width(Context const& c, std::string const& markup, TextStyle const& style, int width) {
    // Spaced letters take a little more at a line's end than they measure: without some air the line would
    // break.
    int const air = 1 + style.px / 8;
    return std::min(width, c.ruler.measure(markup, style, width, c.language).size.w + air);
}

}

TextStyle fitted(Context const& c, std::string const& markup, TextStyle style, Size box) {
    int const step = std::max(1, style.px / 32);
    while (style.px - step >= type::smallest(c.m)) {
        TextExtent extent = c.ruler.measure(markup, style, box.w, c.language);
        if (extent.size.w <= box.w && extent.size.h <= box.h && !extent.broken_word) break;
        style.px -= step;
    }
    return style;
}

TextPaint set_text(Context const& c, std::string const& text, Setting setting, Rect box) {
    std::string markup = setting.markup ? text : escape_markup(text);
    TextStyle const style = joined_and_fitted(c, markup, setting, box.size());
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
