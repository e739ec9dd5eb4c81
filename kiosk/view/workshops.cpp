#include "view/pages.h"
#include "view/standing.h"
#include "view/words.h"

namespace kiosk {
namespace {

std::string place_and_price(Context const& c, Workshop const& workshop) {
    std::string const& price = c.in(workshop.price);
    return c.in(workshop.place) + (price.empty() ? "" : " · " + price);
}

/// Date block with day, hours and place beside it.
void add_when(Context const& c, Layer& layer, Workshop const& workshop, Rect strip) {
    Rect const block{strip.x, strip.y, strip.h, strip.h};
    layer.elements.push_back(date_block(c, "date", workshop.starts, block));
    int const x = block.right() + c.m.px(40);
    LocalTime const day = local_time(workshop.starts);
    std::string const weekday = capitalised(c.say("date.weekday." + std::to_string(day.weekday)));
    std::string const when =
        weekday + " " + say_hours(c, workshop.starts, workshop.ends) + ", " + std::to_string(day.year);
    TextStyle style = type::lead(c.m);
    style.weight = Weight::SemiBold;
    TextPaint first = set_text(c, when, {style}, {x, 0, strip.right() - x, c.m.px(110)});
    TextPaint second = set_text(c, place_and_price(c, workshop), {type::note(c.m), palette::stone},
                                {x, 0, strip.right() - x, c.m.px(120)});
    int const gap = c.m.px(8), height = first.rect.h + gap + second.rect.h;
    first.rect.y = strip.y + (strip.h - height) / 2;
    second.rect.y = first.rect.bottom() + gap;
    layer.elements.push_back(text(c, "when", Role::Text, std::move(first)));
    layer.elements.push_back(text(c, "where", Role::Text, std::move(second)));
}

void add_questions(Context const& c, Layer& layer, Workshop const& workshop, Column& column) {
    TextStyle label = type::label(c.m);
    column.add("questions", Role::Text, c.say("workshop.questions"), {label, palette::stone}, c.m.px(50));
    column.skip(c.m.px(14));
    int number = 0;
    for (LocalizedText const& question : workshop.questions) {
        Rect const rest = column.rest();
        int const indent = c.m.px(58);
        TextPaint words = set_text(c, c.in(question), {type::body(c.m)},
                                   {rest.x + indent, rest.y, rest.w - indent, c.m.px(160)});
        Rect const dash{rest.x, rest.y + words.style.px * 7 / 10, c.m.px(34), c.m.px(5)};
        layer.elements.push_back(
            area("dash." + std::to_string(number), {.rect = dash, .fill = palette::falu}));
        column.skip(words.rect.h + c.m.px(14));
        layer.elements.push_back(
            text(c, "question." + std::to_string(++number), Role::Text, std::move(words)));
    }
}

void add_words(Context const& c, Layer& layer, Workshop const& workshop, Rect area) {
    Column column(c, layer, area);
    add_when(c, layer, workshop, column.take(c.m.px(c.m.portrait() ? 160 : 200)));
    column.skip(c.m.px(c.m.portrait() ? 28 : 36));
    TextStyle headline = type::title(c.m);
    headline.px = c.m.px(c.m.portrait() ? 68 : 76);
    column.add("headline", Role::Heading, c.in(workshop.title), {headline, palette::ink, Align::Left, true},
               c.m.px(250));
    column.skip(c.m.px(26));
    add_questions(c, layer, workshop, column);
    std::string const audience = c.say("workshop.audience") + ": " + c.in(workshop.audience);
    column.skip(c.m.px(8));
    if (!workshop.audience.empty() && column.rest().h >= c.m.px(110)) {
        column.add("audience", Role::Text, audience, {type::note(c.m), palette::stone}, column.rest().h);
    }
}

/// The code if one can sign up, else only the words that say why not; then the seats.
void add_panel(Context const& c, Layer& layer, Workshop const& workshop, Rect panel) {
    layer.elements.push_back(area("panel", {.rect = panel, .fill = palette::spruce}));
    Standing const state = standing_of(c, workshop);
    std::string const address = signup_address(c.model, workshop.id);
    Rect const inner = panel.inset(c.m.px(56));
    int const text_room = c.m.px(address.empty() ? 0 : 330);
    int const side = std::min({inner.w, inner.h - text_room, c.m.px(c.m.portrait() ? 520 : 512)});
    Image const* image = c.catalog().image(workshop.image);
    Size const picture_size{inner.w, image ? std::min(inner.w * 62 / 100, inner.h / 2) : 0};
    int const block = address.empty() ? picture_size.h + c.m.px(240) : side + c.m.px(28) + c.m.px(300);
    Column column(c, layer, {inner.x, inner.y + std::max(0, (inner.h - block) / 2), inner.w, inner.h});
    if (address.empty() && image) {
        layer.elements.push_back(
            *picture(c, "panel.picture", image, column.take(picture_size.h), Corners::all(card_radius(c.m))));
        column.skip(c.m.px(40));
    }
    if (!address.empty()) {
        Rect const strip = column.take(side);
        Rect const code{strip.x + (strip.w - side) / 2, strip.y, side, side};
        layer.elements.push_back(qr_panel(c, "qr", c.say("workshop.scan"), address, code));
        column.skip(c.m.px(28));
    }
    std::string const& title = address.empty() ? state.title : c.say("workshop.scan");
    column.add("panel.title", Role::Heading, title, {type::heading(c.m), palette::paper, Align::Center, true},
               c.m.px(140));
    column.skip(c.m.px(12));
    column.add("panel.lead", Role::Text, state.lead, {type::note(c.m), palette::paper, Align::Center, true},
               c.m.px(120));
    if (address.empty()) return;
    column.skip(c.m.px(24));
    Rect strip = column.take(c.m.px(16));
    double const taken = state.seats > 0 ? double(state.seats - state.left) / state.seats : 0;
    layer.elements.push_back(
        meter(c, "seats.meter", state.title, strip, taken, palette::ochre, palette::spruce_light));
    column.skip(c.m.px(16));
    column.add("seats", Role::Text, state.title, {type::label(c.m), palette::paper, Align::Center},
               c.m.px(60));
}

/// A white card: date, title, summary, seats.
void add_workshop_card(Context const& c, Layer& layer, Workshop const& workshop, Rect rect) {
    int const pad = c.m.px(40), block = c.m.px(140);
    Layer parts;
    Column column(c, parts, rect.inset(pad));
    Rect const strip = column.take(block);
    parts.elements.push_back(date_block(c, "", workshop.starts, {strip.x, strip.y, block, block}));
    int const x = strip.x + block + c.m.px(32);
    Standing const state = standing_of(c, workshop);
    TextPaint when = set_text(
        c, capitalised(say_day(c, workshop.starts)) + ", " + say_hours(c, workshop.starts, workshop.ends),
        {type::label(c.m)}, {x, strip.y, strip.right() - x, c.m.px(90)});
    TextPaint seats =
        set_text(c, state.title, {type::note(c.m), palette::falu}, {x, 0, strip.right() - x, c.m.px(80)});
    when.rect.y = strip.y + (block - when.rect.h - seats.rect.h - c.m.px(8)) / 2;
    seats.rect.y = when.rect.bottom() + c.m.px(8);
    column.skip(c.m.px(30));
    column.add("", Role::Text, c.in(workshop.title), {type::card(c.m), palette::ink, Align::Left, true},
               c.m.px(200));
    column.skip(c.m.px(18));
    column.add("", Role::Text, c.in(workshop.summary), {type::note(c.m), palette::stone},
               std::max(1, column.rest().h));

    std::string const name = c.in(workshop.title) + ", " + say_day(c, workshop.starts) + ", " + state.title;
    Element card =
        raised(c, "workshop." + workshop.id, name, rect, Open{{Page::Kind::Workshop, workshop.id}});
    for (Element& part : parts.elements) std::ranges::move(part.paints, std::back_inserter(card.paints));
    card.paints.push_back(std::move(when));
    card.paints.push_back(std::move(seats));
    layer.elements.push_back(std::move(card));
}

}

Layer workshops_page(Context const& c) {
    Layer layer{"page workshops", palette::birch, {}};
    Column column(c, layer, c.m.content());
    column.add("kicker", Role::Text, in_capitals(c.say("workshops.kicker")),
               {type::kicker(c.m), palette::falu}, c.m.px(50));
    column.skip(c.m.px(8));
    column.add("headline", Role::Heading, c.say("workshops.title"),
               {type::title(c.m), palette::ink, Align::Left, true}, c.m.px(210));
    column.skip(c.m.px(18));
    column.add("lead", Role::Text, c.say("workshops.lead"), {type::lead(c.m), palette::stone}, c.m.px(170));
    column.skip(c.m.px(44));
    auto const& workshops = c.catalog().workshops;
    if (workshops.empty()) return layer;
    int const count = int(workshops.size()), columns = c.m.portrait() ? 1 : std::min(count, 3),
              rows = (count + columns - 1) / columns;
    Rect area = column.rest();
    area.h = std::min(area.h, rows * c.m.px(c.m.portrait() ? 470 : 580));
    std::vector<Rect> const cells = grid(area, columns, rows, c.m.gap());
    for (std::size_t i = 0; i < workshops.size(); ++i) add_workshop_card(c, layer, workshops[i], cells[i]);
    return layer;
}

Layer workshop_page(Context const& c, Workshop const& workshop) {
    Layer layer{"page workshop " + workshop.id, palette::birch, {}};
    Rect const page = c.m.page(), content = c.m.content();
    if (c.m.portrait()) {
        int const cut = page.h * 50 / 100;
        add_words(c, layer, workshop, {content.x, content.y, content.w, cut - content.y - c.m.px(24)});
        add_panel(c, layer, workshop, {0, cut, page.w, page.h - cut});
        return layer;
    }
    int const cut = page.w * 60 / 100;
    add_words(c, layer, workshop, {content.x, content.y, cut - content.x - c.m.px(64), content.h});
    add_panel(c, layer, workshop, {cut, 0, page.w - cut, page.h});
    return layer;
}

}
