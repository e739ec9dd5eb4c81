#include "view/text_slides.h"

#include "state/show.h"
#include "view/figure.h"
#include "view/ornament.h"
#include "view/slide_parts.h"
#include "view/words.h"

namespace kiosk {
namespace {

/// One slide in the making: what stands on the hills, and where it may stand.
struct Words {
    Context const& c;
    Item const& item;
    GroundColors colors;
    Rect box;
    Layer set = {};
};

TextStyle sized(TextStyle style, int px) {
    style.px = px;
    return style;
}

/// Ochre, near enough to the ground to stay behind the words.
Color quiet_ochre(Words const& words, double strength) {
    return blend(palette::ochre.with_alpha(strength), words.colors.ground);
}

bool is_free(Words const& words, Rect place) {
    return std::ranges::none_of(words.set.elements,
                                [&](Element const& element) { return element.rect.overlaps(place); });
}

/// Kurbits in the sky, out of the right edge, if the words leave room for it.
void add_spray(Words const& words, Layer& layer) {
    Context const& c = words.c;
    int const side = c.m.px(c.m.portrait() ? 640 : 460);
    Rect const square{c.m.size().w - side + c.m.px(24), c.m.px(24), side, side};
    if (!is_free(words, square)) return;
    layer.elements.push_back(
        ornament("ornament", square, {quiet_ochre(words, 0.2), quiet_ochre(words, 0.4)}, true));
}

/// The mark of a question, in place of the kurbits.
void add_question_mark(Words const& words, Layer& layer) {
    Context const& c = words.c;
    TextStyle style = sized(type::display(c.m), c.m.px(760));
    style.line_height = 1;
    Rect const s = c.m.screen();
    Rect const sky{c.m.margin(), 0, s.w - 2 * c.m.margin(), c.m.px(760)};
    TextPaint mark = set_text(c, "?", {style, quiet_ochre(words, 0.4), Align::Right, true}, sky);
    if (!is_free(words, mark.rect)) return;
    Element element = text(c, "ornament", Role::Decoration, std::move(mark));
    element.name.clear();
    layer.elements.push_back(std::move(element));
}

/// Moves everything down by the rest of its column, so that it stands at the foot of the box.
void set_low(Words& words, Rect rest) { move_down(words.set, 0, rest.h); }

void add_kicker(Words& words, Column& column) {
    std::string const& kicker = words.c.in(words.item.kicker);
    column.add("kicker", Role::Text, in_capitals(kicker),
               {type::kicker(words.c.m), words.colors.kicker, Align::Left, true}, words.c.m.px(90));
    if (!kicker.empty()) column.skip(words.c.m.px(14));
}

void add_saying(Words& words) {
    Context const& c = words.c;
    SlideWords saying{c.in(words.item.kicker), c.in(words.item.text)};
    if (words.item.text_template == TextTemplate::Quote)
        saying.quote = c.say("quote.open"), saying.by = words.item.by;
    add_words_low(c, words.set, saying, words.box, words.colors, sized(type::display(c.m), c.m.px(140)));
}

/// The number as large as it fits, what it counts below.
void add_number(Words& words) {
    Context const& c = words.c;
    Item const& item = words.item;
    Column column(c, words.set, words.box);
    add_kicker(words, column);
    TextStyle number = sized(type::display(c.m), c.m.px(440));
    number.line_height = 0.94;
    int const below = c.m.px(256);
    column.add("figure.value", Role::Heading, c.in(item.text),
               {number, words.colors.kicker, Align::Left, true}, std::max(1, column.rest().h - below));
    column.skip(c.m.px(16));
    column.add("figure.unit", Role::Heading, c.in(item.unit),
               {sized(type::heading(c.m), c.m.px(72)), words.colors.words, Align::Left, true}, c.m.px(170));
    column.skip(c.m.px(24));
    Figure const figure{item.text, item.unit, item.year, item.source, "", ""};
    column.add("figure.source", Role::Text, figure_origin(c, figure), {type::note(c.m), words.colors.words},
               c.m.px(80));
    set_low(words, column.rest());
}

/// The points under each other, all in the largest size in which they fit into `box`; returns their height.
int add_points(Words& words, Rect box) {
    Context const& c = words.c;
    int const rule = c.m.px(36), indent = rule + c.m.px(24), gap = c.m.px(26);
    TextStyle style = type::lead(c.m);
    style.weight = Weight::Medium;
    style.line_height = 1.28;
    std::vector<TextPaint> lines;
    int height = 0;
    for (style.px = c.m.px(56); style.px >= type::body(c.m).px; style.px -= std::max(1, c.m.px(2))) {
        lines.clear();
        height = -gap;
        for (LocalizedText const& point : words.item.points) {
            Rect const place{box.x + indent, box.y + height + gap, box.w - indent, box.h};
            lines.push_back(set_text(c, c.in(point), {style, words.colors.words}, place));
            height += gap + lines.back().rect.h;
        }
        if (height <= box.h) break;
    }
    for (TextPaint& line : lines) {
        std::string const number = std::to_string(&line - lines.data() + 1);
        int const first_line = int(line.style.px * line.style.line_height);
        Rect const dash{box.x, line.rect.y + first_line / 2 - c.m.px(2), rule, c.m.px(5)};
        words.set.elements.push_back(
            area("point." + number + ".rule", {.rect = dash, .fill = words.colors.kicker}));
        words.set.elements.push_back(text(c, "point." + number, Role::Text, std::move(line)));
    }
    return height;
}

/// The head on the left and the points beside it; where that is too narrow, below it.
void add_list(Words& words) {
    Context const& c = words.c;
    bool const beside = !c.m.portrait() && words.item.qr.empty();
    Rect head = words.box;
    if (beside) head.w = words.box.w * 42 / 100;
    Column column(c, words.set, head);
    add_kicker(words, column);
    column.add("headline", Role::Heading, c.in(words.item.text),
               {sized(type::title(c.m), c.m.px(beside ? 104 : 96)), words.colors.words, Align::Left, true},
               beside ? column.rest().h : column.rest().h * 42 / 100);
    if (!beside) {
        column.skip(c.m.px(48));
        column.skip(add_points(words, column.rest()));
        return set_low(words, column.rest());
    }
    set_low(words, column.rest());
    std::size_t const first = words.set.elements.size();
    Rect const list{head.right() + c.m.px(96), words.box.y, words.box.right() - head.right() - c.m.px(96),
                    words.box.h};
    move_down(words.set, first, list.h - add_points(words, list));
}

/// How much of the answer has come in. It is there on every other showing than that in the loop.
double answer_share(Context const& c, Item const& item) {
    Show const& show = c.model.show;
    if (item.id == show.leaving) return 1;
    if (item.id != show.item) return 0;
    Millis const since = c.now.steady - answer_time(c.model).value_or(c.now.steady);
    return std::clamp(double(since.count()) / double(answer_change.count()), 0.0, 1.0);
}

void add_question(Words& words) {
    Context const& c = words.c;
    std::string const& answer = c.in(words.item.answer);
    Column column(c, words.set, words.box);
    add_kicker(words, column);
    column.add("headline", Role::Heading, c.in(words.item.text),
               {sized(type::display(c.m), c.m.px(140)), words.colors.words, Align::Left, true},
               std::max(1, column.rest().h - (answer.empty() ? 0 : c.m.px(190))));
    if (!answer.empty()) {
        column.skip(c.m.px(36));
        column.add("answer", Role::Text, answer,
                   {sized(type::heading(c.m), c.m.px(60)), words.colors.kicker, Align::Left, true},
                   c.m.px(150));
    }
    set_low(words, column.rest());
    double const share = answer_share(c, words.item);
    if (!answer.empty() && share < 1) {  // Its place is kept, so that nothing moves when it comes.
        auto& paint = std::get<TextPaint>(words.set.elements.back().paints.front());
        paint.color = paint.color.with_alpha(share);
        if (share == 0) words.set.elements.pop_back();
    }
}

void add_ornament(Words const& words, Layer& layer) {
    words.item.text_template == TextTemplate::Question ? add_question_mark(words, layer)
                                                       : add_spray(words, layer);
}

void add_words(Words& words) {
    switch (words.item.text_template) {
    case TextTemplate::Figure:
        return add_number(words);
    case TextTemplate::List:
        return add_list(words);
    case TextTemplate::Question:
        return add_question(words);
    case TextTemplate::Headline:
    case TextTemplate::Quote:
        break;
    }
    add_saying(words);
}

Rect place_of_words(Context const& c, Item const& item) {
    bool const list = item.text_template == TextTemplate::List;
    Rect const box = words_area(c, !item.qr.empty() ? 0.74 : list ? 1 : 0.86);
    if (!c.m.portrait()) return box;
    return below(box, c.m.px(item.qr.empty() ? 96 : 540));  // Below the code's panel.
}

/// A question without an answer of its own is answered behind the slide.
std::string const& hint_of(Context const& c, Item const& item) {
    bool const asks = item.text_template == TextTemplate::Question && item.answer.empty();
    return asks ? c.say("attract.answer") : touch_hint(c, item);
}

}

Layer text_slide(Context const& c, Item const& item) {
    GroundColors const colors = colors_of(item.ground);
    Layer layer{"item " + item.id, colors.ground, {}};
    add_target(c, layer, leads_to(c, item));
    add_hills(c, layer);
    Words words{c, item, colors, place_of_words(c, item)};
    add_words(words);
    if (item.qr.empty()) add_ornament(words, layer);
    std::ranges::move(words.set.elements, std::back_inserter(layer.elements));
    add_hint(c, layer, hint_of(c, item), item.ground == Ground::Birch ? Look::Main : Look::OnDark);
    return layer;
}

}
