#include "view/pages.h"
#include "view/standing.h"
#include "view/words.h"

namespace kiosk {
namespace {

int card_padding(Context const& c) { return c.m.px(36); }
int block_side(Context const& c) { return c.m.px(132); }
/// How far the date reaches up into the picture.
int overlap(Context const& c) { return c.m.px(48); }

/// What stands below a card's picture, laid out from `top` on; returns its lower edge.
int add_card_words(Context const& c, std::vector<Paint>& paints, Workshop const& workshop, Rect card, int top,
                   bool with_summary) {
    int const pad = card_padding(c), side = block_side(c);
    Rect const room{card.x + pad, top, card.w - 2 * pad, 1 << 20};
    Rect const block{room.x, top - overlap(c), side, side};
    Color const date = date_color(standing_of(c, workshop));
    std::ranges::move(date_block(c, "", workshop.starts, block, date).paints, std::back_inserter(paints));

    int const x = block.right() + c.m.px(28);
    auto set = [&](std::string const& words, TextStyle const& style, Color color, Rect box) {
        paints.push_back(set_text(c, words, {style, color}, box));
        return std::get<TextPaint>(paints.back()).rect.bottom();
    };
    Rect beside{x, top + c.m.px(14), room.right() - x, c.m.px(80)};
    beside.y = set(say_full_day(c, workshop.starts), type::label(c.m), palette::ink, beside);
    set(say_hours(c, workshop.starts, workshop.ends), type::note(c.m), palette::stone, beside);

    Layer below;
    Column column(c, below, {room.x, block.bottom() + c.m.px(24), room.w, room.h});
    column.add("", Role::Text, c.in(workshop.title), {type::card(c.m), palette::ink, Align::Left, true},
               c.m.px(200));
    if (with_summary) {
        column.skip(c.m.px(14));
        column.add("", Role::Text, c.in(workshop.summary), {type::note(c.m), palette::stone}, c.m.px(220));
    }
    for (Element& part : below.elements) std::ranges::move(part.paints, std::back_inserter(paints));
    return column.rest().y + pad;
}

/// How high the pictures of all cards can be, if the words of the longest are to fit below.
int picture_height(Context const& c, Rect card, bool with_summary) {
    int longest = 0;
    for (Workshop const& workshop : c.catalog().workshops) {
        std::vector<Paint> paints;
        longest = std::max(longest, add_card_words(c, paints, workshop, card, 0, with_summary));
    }
    return card.h - longest;
}

/// A picture, the pill on it, the date across its lower edge, and the words below.
void add_card(Context const& c, Layer& layer, Workshop const& workshop, Rect rect, int picture_height,
              bool with_summary) {
    Standing const state = standing_of(c, workshop);
    std::string const name = c.in(workshop.title) + ", " + say_day(c, workshop.starts) + ", " + state.label;
    Element card =
        raised(c, "workshop." + workshop.id, name, rect, Open{{Page::Kind::Workshop, workshop.id}});
    int const radius = card_radius(c.m);
    Rect const top{rect.x, rect.y, rect.w, picture_height};
    Corners const corners{radius, radius, 0, 0};
    auto image = picture(c, "", c.catalog().image(workshop.image), top, corners);
    if (image)
        std::ranges::move(image->paints, std::back_inserter(card.paints));
    else
        card.paints.push_back(Panel{.rect = top, .fill = palette::sand_dark, .corners = corners});
    show_press_over(c, card, top, corners);
    int const edge = c.m.px(24);
    Element pill = standing_pill(
        c, "", state, {top.x + edge, top.y + edge, top.w - 2 * edge, standing_pill_height(c.m)}, Align::Left);
    std::ranges::move(pill.paints, std::back_inserter(card.paints));
    add_card_words(c, card.paints, workshop, rect, top.bottom(), with_summary);
    layer.elements.push_back(std::move(card));
}

void add_cards(Context const& c, Layer& layer, Rect area) {
    auto const& workshops = c.catalog().workshops;
    if (workshops.empty()) return;
    int const count = int(workshops.size()), columns = c.m.portrait() ? 1 : std::min(count, 3),
              rows = (count + columns - 1) / columns;
    area.h = std::min(area.h, rows * c.m.px(c.m.portrait() ? 660 : 640));
    std::vector<Rect> const cells = grid(area, columns, rows, c.m.gap());
    // A picture that shows its motif says more than a summary.
    bool const with_summary = picture_height(c, cells.front(), true) >= c.m.px(200);
    int const height = std::max(c.m.px(120), picture_height(c, cells.front(), with_summary));
    for (std::size_t i = 0; i < workshops.size(); ++i)
        add_card(c, layer, workshops[i], cells[i], height, with_summary);
}

}

Layer workshops_page(Context const& c) {
    Layer layer{"page workshops", palette::birch, {}};
    Column column(c, layer, c.m.content());
    column.add("kicker", Role::Text, in_capitals(c.say("workshops.kicker")),
               {type::kicker(c.m), palette::falu}, c.m.px(50));
    column.skip(c.m.px(4));
    TextStyle headline = type::title(c.m);
    headline.px = c.m.px(c.m.portrait() ? 96 : 84);
    column.add("headline", Role::Heading, c.say("workshops.title"),
               {headline, palette::ink, Align::Left, true}, c.m.px(210));
    column.skip(c.m.px(10));
    column.add("lead", Role::Text, c.say("workshops.lead"),
               {type::lead(c.m), palette::stone, Align::Left, true}, c.m.px(170));
    column.skip(c.m.px(32));
    add_cards(c, layer, column.rest());
    return layer;
}

}
