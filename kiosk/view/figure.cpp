#include "view/figure.h"

#include "content/markdown.h"

namespace kiosk {
namespace {

/// Unit and origin under each other; returns their height.
int add_words(Context const& c, Layer& layer, Figure const& figure, Rect box, FigureColors const& colors) {
    Column column(c, layer, box);
    column.add("figure.unit", Role::Text, c.in(figure.unit),
               {type::body(c.m), colors.unit, Align::Left, true}, box.h);
    column.skip(c.m.px(8));
    column.add("figure.source", Role::Text, figure_origin(c, figure), {type::small(c.m), colors.source},
               c.m.px(120));
    return column.rest().y - box.y;
}

}

PanelLook panel_look(PageLayout layout) {
    FigureColors const white{palette::paper, palette::paper, palette::sand},
        golden{palette::ochre_light, palette::paper, palette::sand};
    switch (layout) {
    case PageLayout::Left:
        return {palette::falu, palette::ochre_light, palette::paper, white};
    case PageLayout::Right:
        return {palette::siljan, palette::ochre_light, palette::paper, golden};
    case PageLayout::Band:
    case PageLayout::Figure:
        break;
    }
    return {palette::spruce, palette::ochre_light, palette::paper, golden};
}

std::string figure_origin(Context const& c, Figure const& figure) {
    std::string origin = figure.year;
    if (figure.source.empty()) return origin;
    if (!origin.empty()) origin += " · ";
    return origin + c.say("argument.source") + ": " + figure.source;
}

int stack_figure(Context const& c, Layer& layer, Figure const& figure, Rect box, FigureLook const& look) {
    Column column(c, layer, box);
    int const one_line = c.ruler.measure("8", look.value, box.w, c.language).size.h;
    column.add("figure.value", Role::Text, c.in(figure.value), {look.value, look.colors.value}, one_line);
    column.add("figure.unit", Role::Text, c.in(figure.unit), {look.unit, look.colors.unit, Align::Left, true},
               box.h);
    column.skip(c.m.px(12));
    column.add("figure.source", Role::Text, figure_origin(c, figure), {type::small(c.m), look.colors.source},
               c.m.px(120));
    return column.rest().y - box.y;
}

int add_figure(Context const& c, Layer& layer, Figure const& figure, Rect box, TextStyle value,
               FigureColors colors) {
    std::string const& number = c.in(figure.value);
    TextPaint paint = set_text(c, number, {value, colors.value}, box);
    paint.rect.w = std::min(box.w, c.ruler.measure(paint.markup, paint.style, box.w, c.language).size.w + 1);
    int const gap = c.m.px(40), beside = box.w - paint.rect.w - gap;
    bool const one_row = beside >= 9 * type::body(c.m).px;
    Rect words = one_row ? Rect{box.right() - beside, box.y, beside, box.h}
                         : Rect{box.x, paint.rect.bottom() + c.m.px(12), box.w,
                                box.bottom() - paint.rect.bottom() - c.m.px(12)};
    std::size_t const first = layer.elements.size();
    layer.elements.push_back(text(c, "figure.value", Role::Text, paint));
    int const words_height = add_words(c, layer, figure, words, colors);
    if (!one_row) return paint.rect.h + c.m.px(12) + words_height;
    // Number and words share a middle line.
    int const height = std::max(paint.rect.h, words_height);
    for (std::size_t i = first; i < layer.elements.size(); ++i) {
        int const shift = (height - (i == first ? paint.rect.h : words_height)) / 2;
        Element& element = layer.elements[i];
        element.rect.y += shift;
        element.hit.y += shift;
        std::get<TextPaint>(element.paints.front()).rect.y += shift;
    }
    return height;
}

}
