#include "screen/text.h"

#include "screen/draw.h"

#include <cmath>
#include <pango/pangocairo.h>

namespace kiosk {

namespace {

using PangoText = std::unique_ptr<PangoLayout, FreeWith<g_object_unref>>;
using Attributes = std::unique_ptr<PangoAttrList, FreeWith<pango_attr_list_unref>>;
using Description = std::unique_ptr<PangoFontDescription, FreeWith<pango_font_description_free>>;
using Metrics = std::unique_ptr<PangoFontMetrics, FreeWith<pango_font_metrics_unref>>;
using Lines = std::unique_ptr<PangoLayoutIter, FreeWith<pango_layout_iter_free>>;

struct LaidOut {
    PangoText text;
    int ascent = 0, descent = 0;  ///< Of the style's own font, so that fallback fonts do not move lines.
    double line_step = 0;

    int lines() const { return pango_layout_get_line_count(text.get()); }
    int baseline(int line) const { return ascent + int(std::lround(line * line_step)); }
};

double pixels(int units) {
    return double(units) / PANGO_SCALE;
}

Description describe(TextStyle const& style) {
    Description font{pango_font_description_new()};
    pango_font_description_set_family_static(font.get(), families(style.face));
    pango_font_description_set_weight(font.get(), PangoWeight(style.weight));
    pango_font_description_set_absolute_size(font.get(), double(style.px) * PANGO_SCALE);
    return font;
}

/// Sets the layout's text and gives back the attributes of its markup.
Attributes set_markup(PangoLayout* text, std::string const& markup) {
    PangoAttrList* attributes = nullptr;
    char* plain = nullptr;
    if (!pango_parse_markup(markup.data(), int(markup.size()), 0, &attributes, &plain, nullptr, nullptr)) {
        pango_layout_set_text(text, markup.data(), int(markup.size()));
        return Attributes{pango_attr_list_new()};
    }
    pango_layout_set_text(text, plain, -1);
    g_free(plain);
    return Attributes{attributes};
}

void style_whole(PangoAttrList* list, TextStyle const& style, PangoLanguage* language) {
    // Vollkorn's own numerals are old style; figures on a screen are to stand on the line.
    pango_attr_list_insert_before(list, pango_attr_font_features_new("kern=1, lnum=1"));
    pango_attr_list_insert_before(list, pango_attr_language_new(language));
    if (style.tracking != 0)
        pango_attr_list_insert_before(
            list, pango_attr_letter_spacing_new(int(std::lround(style.tracking * style.px * PANGO_SCALE))));
}

LaidOut lay_out(Fonts const& fonts, std::string const& markup, TextStyle const& style, int width, Align align,
                std::string_view language) {
    PangoContext* context = fonts.context();
    PangoLanguage* tag = pango_language_from_string(std::string(language).c_str());
    Description font = describe(style);

    LaidOut result;
    result.text = PangoText{pango_layout_new(context)};
    PangoLayout* text = result.text.get();
    pango_layout_set_font_description(text, font.get());
    Attributes attributes = set_markup(text, markup);
    style_whole(attributes.get(), style, tag);
    pango_layout_set_attributes(text, attributes.get());
    pango_layout_set_width(text, std::max(width, 1) * PANGO_SCALE);
    pango_layout_set_wrap(text, PANGO_WRAP_WORD_CHAR);
    if (align == Align::Center) pango_layout_set_alignment(text, PANGO_ALIGN_CENTER);
    if (align == Align::Right) pango_layout_set_alignment(text, PANGO_ALIGN_RIGHT);

    std::unique_ptr<PangoFont, FreeWith<g_object_unref>> face{pango_context_load_font(context, font.get())};
    Metrics metrics{pango_font_get_metrics(face.get(), tag)};
    result.ascent = int(std::ceil(pixels(pango_font_metrics_get_ascent(metrics.get()))));
    result.descent = int(std::ceil(pixels(pango_font_metrics_get_descent(metrics.get()))));
    result.line_step = style.px * style.line_height;
    return result;
}

/// A line that starts where no line may start follows a word that was cut.
bool starts_inside_word(PangoLayout* text, PangoLayoutLine const* line) {
    int count = 0;
    PangoLogAttr const* places = pango_layout_get_log_attrs_readonly(text, &count);
    char const* bytes = pango_layout_get_text(text);
    long at = g_utf8_pointer_to_offset(bytes, bytes + line->start_index);
    return at > 0 && at < count && !places[at].is_line_break;
}

TextExtent extent(LaidOut const& laid_out) {
    TextExtent result;
    result.lines = laid_out.lines();
    for (int i = 0; i < result.lines; ++i) {
        PangoLayoutLine* line = pango_layout_get_line_readonly(laid_out.text.get(), i);
        PangoRectangle logical;
        pango_layout_line_get_extents(line, nullptr, &logical);
        result.size.w = std::max(result.size.w, int(std::ceil(pixels(logical.width))));
        if (starts_inside_word(laid_out.text.get(), line)) result.broken_word = true;
    }
    result.size.h = laid_out.baseline(result.lines - 1) + laid_out.descent;
    return result;
}

}

TextExtent PangoRuler::measure(std::string const& markup, TextStyle const& style, int width,
                               std::string_view language) const {
    if (!m_fonts.any()) return {};
    Question question{markup,          std::string(language), style.face,     style.weight,
                      style.px,        style.line_height,     style.tracking, width};
    if (auto known = m_recent.find(question); known != m_recent.end()) return known->second;

    auto old = m_older.find(question);
    TextExtent answer = old != m_older.end()
                            ? old->second
                            : extent(lay_out(m_fonts, markup, style, width, Align::Left, language));
    if (m_recent.size() >= generation) m_older = std::exchange(m_recent, {});
    m_recent.emplace(std::move(question), answer);
    return answer;
}

// Letters are filled as outlines: Cairo 1.16 would put cached letter pictures at whole pixels and make the
// distances between letters uneven.
void draw_text(cairo_t* cr, Fonts const& fonts, TextPaint const& paint) {
    if (!fonts.any()) return;
    LaidOut laid_out = lay_out(fonts, paint.markup, paint.style, paint.rect.w, paint.align, paint.language);
    set_color(cr, paint.color);
    Lines lines{pango_layout_get_iter(laid_out.text.get())};
    int number = 0;
    do {
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(lines.get(), nullptr, &logical);
        cairo_move_to(cr, paint.rect.x + pixels(logical.x), paint.rect.y + laid_out.baseline(number++));
        pango_cairo_layout_line_path(cr, pango_layout_iter_get_line_readonly(lines.get()));
        cairo_fill(cr);
    } while (pango_layout_iter_next_line(lines.get()));
}

}
