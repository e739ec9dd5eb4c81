#include "view/audit_parts.h"

namespace kiosk {
namespace {

std::string said(int number) { return std::to_string(number) + " px"; }

/// The bar that pages end in; empty on other screens.
Rect bar_of(Audit const& audit) {
    for (Element const* element : audit.elements) {
        if (element->id == "bar") return element->rect;
    }
    return {};
}

void audit_fit(Audit& audit, Element const& element, TextPaint const& paint) {
    TextExtent const extent = audit.ruler.measure(paint.markup, paint.style, paint.rect.w, paint.language);
    auto tell = [&](std::string const& what) { audit.tell(element, what, paint, "shorten"); };
    if (extent.broken_word) tell("cuts a word in " + said(paint.rect.w));
    if (extent.size.h > paint.rect.h)
        tell("is " + said(extent.size.h) + " high in a box of " + said(paint.rect.h));
    if (extent.size.w > paint.rect.w)
        tell("is " + said(extent.size.w) + " wide in a box of " + said(paint.rect.w));
    bool const heads = element.role == Role::Heading;
    int const smallest = heads ? type::smallest_heading(audit.m) : type::smallest(audit.m);
    if (paint.style.px < smallest) {
        tell("is set at " + said(paint.style.px) + "; the smallest " + (heads ? "for a heading " : "") +
             "is " + said(smallest));
    }
}

void audit_place(Audit& audit, Element const& element, TextPaint const& paint, Rect bar) {
    Rect const r = letters(audit, paint);
    auto tell = [&](std::string const& what) { audit.tell(element, what, paint, "shorten"); };
    if (!audit.m.screen().contains(r)) tell("leaves the screen");
    if (!element.rect.contains(r)) tell("juts out of its own rectangle");
    if (r.overlaps(bar) && !bar.contains(element.rect))
        tell("reaches " + said(r.bottom() - bar.y) + " into the bar");
}

/// What of an element other elements' words must keep away from.
struct Body {
    Element const* element;
    std::vector<Rect> words;   ///< Where letters are.
    std::vector<Rect> things;  ///< Panels, codes and meters that are more than a ground.
};

bool is_solid(Audit const& audit, Element const& element, bool has_words) {
    if (fills_screen(audit, element)) return false;
    if (element.role == Role::QrCode || element.role == Role::Meter || element.command) return true;
    return has_words && std::holds_alternative<Panel>(element.paints.front());  // A pill, a date.
}

Body body_of(Audit const& audit, Element const& element) {
    Body body{&element, {}, {}};
    for (Paint const& paint : element.paints) {
        if (auto const* text = std::get_if<TextPaint>(&paint)) body.words.push_back(letters(audit, *text));
    }
    if (is_solid(audit, element, !body.words.empty())) body.things.push_back(element.rect);
    return body;
}

bool meet(std::vector<Rect> const& some, std::vector<Rect> const& others) {
    for (Rect const& one : some) {
        for (Rect const& other : others) {
            if (one.overlaps(other)) return true;
        }
    }
    return false;
}

void audit_overlaps(Audit& audit) {
    std::vector<Body> bodies;
    for (Element const* element : audit.elements) {
        Body body = body_of(audit, *element);
        if (!body.words.empty() || !body.things.empty()) bodies.push_back(std::move(body));
    }
    for (auto one = bodies.begin(); one != bodies.end(); ++one) {
        for (auto other = one + 1; other != bodies.end(); ++other) {
            bool const words = meet(one->words, other->words);
            if (words || meet(one->words, other->things) || meet(one->things, other->words)) {
                audit.tell(*one->element, std::string(words ? "and the words of " : "runs into ") +
                                              other->element->id + (words ? " overlap" : ""));
            }
        }
    }
}

}

Rect letters(Audit const& audit, TextPaint const& paint) {
    Size const size = audit.ruler.measure(paint.markup, paint.style, paint.rect.w, paint.language).size;
    int const slack = paint.rect.w - size.w;
    int const left = paint.align == Align::Left ? 0 : paint.align == Align::Center ? slack / 2 : slack;
    return {paint.rect.x + left, paint.rect.y, size.w, size.h};
}

void audit_text(Audit& audit) {
    Rect const bar = bar_of(audit);
    for (Element const* element : audit.elements) {
        for (Paint const& paint : element->paints) {
            auto const* text = std::get_if<TextPaint>(&paint);
            if (!text) continue;
            audit_fit(audit, *element, *text);
            audit_place(audit, *element, *text, bar);
        }
    }
    audit_overlaps(audit);
}

}
