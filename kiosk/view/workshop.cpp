#include "view/pages.h"
#include "view/standing.h"
#include "view/words.h"

namespace kiosk {
namespace {

/// Everything set for one density: 1 is as drawn, less is closer and smaller, so that all of it stays.
struct Words {
    Context const& c;
    Layer& layer;
    Workshop const& workshop;
    double density;

    int px(double token) const { return c.m.px(token * density); }
    TextStyle sized(TextStyle style) const {
        style.px = std::max(type::smallest(c.m), int(style.px * density));
        return style;
    }
};

/// Sets `paints` under each other, centred beside a block of height `height`; returns the height of all.
int add_lines(Words const& w, Rect strip, std::initializer_list<std::pair<char const*, TextPaint>> lines) {
    int const gap = w.px(5);
    int sum = -gap;
    for (auto const& [id, line] : lines) sum += line.rect.h + gap;
    int y = strip.y + std::max(0, strip.h - sum) / 2;
    for (auto [id, line] : lines) {
        line.rect.y = y;
        y = line.rect.bottom() + gap;
        w.layer.elements.push_back(text(w.c, id, Role::Text, std::move(line)));
    }
    return std::max(strip.h, sum);
}

/// Date block with day, hours and place beside it, a line each.
void add_when(Words const& w, Column& column) {
    Context const& c = w.c;
    int const side = w.px(c.m.portrait() ? 160 : 168);
    Rect const rest = column.rest(), block{rest.x, rest.y, side, side};
    Standing const state = standing_of(c, w.workshop);
    w.layer.elements.push_back(date_block(c, "date", w.workshop.starts, block, date_color(state)));
    int const x = block.right() + w.px(36);
    Rect const strip{x, block.y, rest.right() - x, side};
    TextStyle day = w.sized(type::lead(c.m));
    day.weight = Weight::SemiBold, day.line_height = 1.3;
    TextStyle const note = w.sized(type::note(c.m));
    std::string const& price = c.in(w.workshop.price);
    std::string const where = c.in(w.workshop.place) + (price.empty() ? "" : " · " + price);
    auto set = [&](std::string const& words, TextStyle const& style, Color color) {
        return set_text(c, words, {style, color}, {strip.x, 0, strip.w, c.m.px(110)});
    };
    column.skip(
        add_lines(w, strip,
                  {{"day", set(say_full_day(c, w.workshop.starts), day, palette::ink)},
                   {"hours", set(say_hours(c, w.workshop.starts, w.workshop.ends), day, palette::ink)},
                   {"where", set(where, note, palette::stone)}}));
}

void add_questions(Words const& w, Column& column) {
    if (w.workshop.questions.empty()) return;
    Context const& c = w.c;
    column.add("questions", Role::Text, c.say("workshop.questions"),
               {w.sized(type::label(c.m)), palette::stone}, c.m.px(50));
    column.skip(w.px(10));
    int number = 0;
    for (LocalizedText const& question : w.workshop.questions) {
        Rect const rest = column.rest();
        int const indent = w.px(56);
        TextPaint words =
            set_text(c, c.in(question), {w.sized(type::body(c.m)), palette::ink, Align::Left, true},
                     {rest.x + indent, rest.y, rest.w - indent, c.m.px(160)});
        Rect const dash{rest.x, rest.y + words.style.px * 7 / 10, w.px(34), c.m.px(5)};
        w.layer.elements.push_back(
            area("dash." + std::to_string(number), {.rect = dash, .fill = palette::falu}));
        column.skip(words.rect.h + w.px(10));
        w.layer.elements.push_back(
            text(c, "question." + std::to_string(++number), Role::Text, std::move(words)));
    }
}

void add_audience(Words const& w, Column& column) {
    if (w.workshop.audience.empty()) return;
    Context const& c = w.c;
    column.skip(w.px(14));
    column.add("audience.title", Role::Text, c.say("workshop.audience"),
               {w.sized(type::label(c.m)), palette::stone}, c.m.px(50));
    column.skip(w.px(4));
    column.add("audience", Role::Text, c.in(w.workshop.audience), {w.sized(type::note(c.m))}, c.m.px(160));
}

/// Returns what is left of `area`; less than nothing if it does not hold everything.
int add_words(Words const& w, Rect area) {
    Context const& c = w.c;
    Column column(c, w.layer, area);
    Layer when;  // Stands above the headline, but is read after it.
    add_when({c, when, w.workshop, w.density}, column);
    column.skip(w.px(28));
    TextStyle headline = type::title(c.m);
    headline.px = w.px(c.m.portrait() ? 68 : 76);
    column.add("headline", Role::Heading, c.in(w.workshop.title), {headline, palette::ink, Align::Left, true},
               c.m.px(250));
    std::ranges::move(when.elements, std::back_inserter(w.layer.elements));
    column.skip(w.px(24));
    add_questions(w, column);
    add_audience(w, column);
    return column.rest().h;
}

/// The words at the largest density at which `area` holds them; returns their lower edge.
int add_fitting_words(Context const& c, Layer& layer, Workshop const& workshop, Rect area) {
    constexpr double least = 0.76;
    for (double density = 1;; density -= 0.04) {
        Layer words;
        int const left = add_words({c, words, workshop, density}, area);
        if (left < 0 && density > least) continue;
        std::ranges::move(words.elements, std::back_inserter(layer.elements));
        return area.bottom() - left;
    }
}

Setting centred(TextStyle style, Color color) { return {style, color, Align::Center, true}; }

/// The code, what to do with it, how many seats are left, and the help for whoever has no phone.
Layer signing_up(Context const& c, Workshop const& workshop, Standing const& state, Rect inner, int side) {
    Layer layer;
    Column column(c, layer, inner);
    Rect const strip = column.take(side);
    Rect const code{strip.x + (strip.w - side) / 2, strip.y, side, side};
    layer.elements.push_back(
        qr_panel(c, "qr", c.say("workshop.scan"), signup_address(c.model, workshop.id), code));
    column.skip(c.m.px(28));
    column.add("panel.title", Role::Heading, state.title, centred(type::heading(c.m), palette::paper),
               c.m.px(140));
    column.skip(c.m.px(10));
    column.add("panel.lead", Role::Text, state.lead, centred(type::note(c.m), palette::paper), c.m.px(120));
    column.skip(c.m.px(28));
    Rect bar = column.take(c.m.px(16));
    bar.x = code.x, bar.w = code.w;
    layer.elements.push_back(
        meter(c, "seats.meter", state.label, bar, state.taken(), palette::ochre, palette::spruce_light));
    column.skip(c.m.px(18));
    layer.elements.push_back(
        standing_pill(c, "seats", state, column.take(standing_pill_height(c.m)), Align::Center));
    column.skip(c.m.px(18));
    column.add("no_phone", Role::Text, c.say("workshop.no_phone"),
               {type::small(c.m), palette::ochre_light, Align::Center}, c.m.px(80));
    return layer;
}

/// Another workshop that takes sign-ups; null if there is none.
Workshop const* other_with_seats(Context const& c, Workshop const& workshop) {
    for (Workshop const& other : c.catalog().workshops) {
        if (other.id != workshop.id && standing_of(c, other).takes_signups()) return &other;
    }
    return nullptr;
}

/// A white card at the top of `box`, as high as it must be: what the visitor can do instead.
Element next_step(Context const& c, Workshop const& workshop, Rect box) {
    Workshop const* other = other_with_seats(c, workshop);
    Page const page = other ? Page{Page::Kind::Workshop, other->id} : Page{Page::Kind::Involved, ""};
    std::string const label = c.say(other ? "workshop.other" : "workshop.ask");
    std::string const title = other ? c.in(other->title) : c.say("workshop.contact");
    int const pad = c.m.px(24), arrow = c.m.px(36), side = other ? c.m.px(104) : 0;
    Rect room{box.x + pad, box.y + pad, box.w - 2 * pad - arrow - pad, box.h};
    if (other) room.x += side + pad, room.w -= side + pad;
    TextPaint first = set_text(c, label, {type::small(c.m), palette::stone}, room);
    TextPaint second = set_text(c, title, {type::label(c.m), palette::ink, Align::Left, true},
                                {room.x, first.rect.bottom() + c.m.px(4), room.w, c.m.px(160)});
    int const words = second.rect.bottom() - room.y, height = std::max({words, side, c.m.px(96)}) + 2 * pad;
    first.rect.y += (height - 2 * pad - words) / 2, second.rect.y += (height - 2 * pad - words) / 2;

    Element card = raised(c, "next", label + ": " + title, {box.x, box.y, box.w, height}, Open{page});
    std::get<Panel>(card.paints.front()).shadow = false;
    if (other) {
        Rect const block{box.x + pad, box.y + (height - side) / 2, side, side};
        std::ranges::move(date_block(c, "", other->starts, block).paints, std::back_inserter(card.paints));
    }
    card.paints.push_back(std::move(first));
    card.paints.push_back(std::move(second));
    Rect const tip{box.right() - pad - arrow, box.y + (height - arrow) / 2, arrow, arrow};
    card.paints.push_back(draw_icon(Icon::Forward, tip, palette::falu));
    return card;
}

/// How it stands, what that means and what to do instead; for while there is no code.
Layer not_signing_up(Context const& c, Workshop const& workshop, Standing const& state, Rect inner) {
    Layer layer;
    Column column(c, layer, inner);
    layer.elements.push_back(
        standing_pill(c, "seats", state, column.take(standing_pill_height(c.m)), Align::Center));
    column.skip(c.m.px(24));
    column.add("panel.title", Role::Heading, state.title, centred(type::heading(c.m), palette::paper),
               c.m.px(140));
    column.skip(c.m.px(12));
    column.add("panel.lead", Role::Text, state.lead, centred(type::note(c.m), palette::paper), c.m.px(120));
    column.skip(c.m.px(36));
    Rect const rest = column.rest();
    int const width = std::min(rest.w, c.m.px(760));
    layer.elements.push_back(next_step(c, workshop, {rest.x + (rest.w - width) / 2, rest.y, width, rest.h}));
    return layer;
}

int height_of(Layer const& layer) {
    Rect all;
    for (Element const& element : layer.elements) all = all.united(element.rect);
    return all.h;
}

/// Moves what was laid out at the top of its room down by `drop`.
void add_moved(Layer& layer, Layer parts, int drop) {
    for (Element& element : parts.elements) {
        move(element, 0, drop);
        layer.elements.push_back(std::move(element));
    }
}

/// The picture fills the panel's upper part, edge to edge, and gives way to the panel's colour.
void add_panel_picture(Context const& c, Layer& layer, Workshop const& workshop, Rect rect, Color panel) {
    auto element = picture(c, "panel.picture", c.catalog().image(workshop.image), rect);
    if (!element) return;
    layer.elements.push_back(std::move(*element));
    int const soft = std::min(rect.h / 2, c.m.px(140));
    layer.elements.push_back(area("panel.soft", {.rect = {rect.x, rect.bottom() - soft, rect.w, soft},
                                                 .fill = panel.with_alpha(0),
                                                 .fade = Panel::Fade::Down,
                                                 .fade_to = panel}));
}

void add_panel(Context const& c, Layer& layer, Workshop const& workshop, Rect panel) {
    Standing const state = standing_of(c, workshop);
    Color const ground = look_of(state).panel;
    layer.elements.push_back(area("panel", {.rect = panel, .fill = ground}));
    Rect const inner = panel.inset(c.m.px(56));
    if (state.takes_signups()) {
        int const probe = c.m.px(88), words = height_of(signing_up(c, workshop, state, inner, probe)) - probe;
        int const most = std::min({inner.w, panel.h - 2 * c.m.px(44) - words, c.m.px(560)});
        int const side = qr_panel_side(c, signup_address(c.model, workshop.id), most);
        Layer parts = signing_up(c, workshop, state, {inner.x, panel.y, inner.w, panel.h}, side);
        return add_moved(layer, std::move(parts), (panel.h - words - side) / 2);
    }
    Layer parts = not_signing_up(c, workshop, state, {inner.x, panel.y, inner.w, panel.h});
    int const foot = c.m.px(56), above = c.m.px(12), height = height_of(parts);
    int const room = panel.h - height - foot - above;
    Rect const top{panel.x, panel.y, panel.w, std::min(room, panel.w * 58 / 100)};
    add_panel_picture(c, layer, workshop, top, ground);
    int const drop = top.h + above + (room - top.h) / 2;
    add_moved(layer, std::move(parts), drop);
}

}

Layer workshop_page(Context const& c, Workshop const& workshop) {
    Layer layer{"page workshop " + workshop.id, palette::birch, {}};
    Rect const page = c.m.page(), content = c.m.content();
    if (c.m.portrait()) {
        int const lowest = page.h * 56 / 100, space = c.m.px(56);
        Rect const area{content.x, c.m.px(72), content.w, lowest - c.m.px(72) - space};
        int const cut = std::max(page.h * 44 / 100, add_fitting_words(c, layer, workshop, area) + space);
        add_panel(c, layer, workshop, {0, cut, page.w, page.h - cut});
        return layer;
    }
    int const cut = page.w * 60 / 100;
    add_fitting_words(c, layer, workshop, {content.x, content.y, cut - content.x - c.m.px(64), content.h});
    add_panel(c, layer, workshop, {cut, 0, page.w - cut, page.h});
    return layer;
}

}
