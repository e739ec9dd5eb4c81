#include "view/slides.h"

#include "state/show.h"
#include "view/figure.h"
#include "view/ornament.h"
#include "view/slide_parts.h"
#include "view/standing.h"
#include "view/text_slides.h"
#include "view/words.h"

namespace kiosk {
namespace {

GroundColors const on_dark{palette::ink, palette::ochre_light, palette::paper};

/// How dark a scrim must be for the ochre kicker to keep 4.5:1 over a white picture, with some room.
constexpr double scrim_under_words = 0.72;

/// Darkens the left of a picture, where `words` stand, and fades out beyond them.
void add_scrims(Context const& c, Layer& layer, Rect words) {
    Rect const screen = c.m.screen();
    auto dark = [](double alpha) { return Color::rgb(0x14110F).with_alpha(alpha); };
    auto add = [&](std::string id, Rect rect, Panel::Fade fade, double from, double to) {
        layer.elements.push_back(
            area(std::move(id), {.rect = rect, .fill = dark(from), .fade = fade, .fade_to = dark(to)}));
    };
    if (c.m.portrait()) {
        int const top = words.y - c.m.px(24), soft = screen.h * 16 / 100;
        add("scrim.soft", {0, top - soft, screen.w, soft}, Panel::Fade::Down, 0, scrim_under_words);
        add("scrim", {0, top, screen.w, screen.h - top}, Panel::Fade::Down, scrim_under_words, 0.9);
    } else {
        int const right = words.right() + c.m.px(24), soft = screen.w * 34 / 100;
        add("scrim", {0, 0, right, screen.h}, Panel::Fade::Right, 0.86, scrim_under_words);
        add("scrim.soft", {right, 0, std::min(soft, screen.w - right), screen.h}, Panel::Fade::Right,
            scrim_under_words, 0);
    }
}

/// How much larger than its place a picture is that moves there.
constexpr double room_to_move = 1.12;

/// The picture of an item in `rect`, cut or whole as the item says.
void add_picture(Context const& c, Layer& layer, Item const& item, Rect rect) {
    auto element = picture(c, "picture", c.catalog().image(item.image), rect);
    if (!element) return;
    auto& paint = std::get<PicturePaint>(element->paints.front());
    paint.key.fit = item.fit;
    if (drifts(c.model, item)) {
        double const moved = drift(c.model, item, c.now);
        paint.key.box = {int(rect.w * room_to_move), int(rect.h * room_to_move)};
        paint.moves = moved < 1;
        if (paint.moves) layer.drift = moved;
    }
    layer.elements.push_back(std::move(*element));
}

/// In portrait the picture gives way to its ground, on which the words stand.
void add_picture_above(Context const& c, Layer& layer, Item const& item, int words_top) {
    Rect const s = c.m.screen();
    Rect const rect{0, 0, s.w, std::min(words_top, s.h * 64 / 100)};
    int const soft = rect.h * 32 / 100;
    add_picture(c, layer, item, rect);
    layer.elements.push_back(area("picture.soft", {.rect = {0, rect.bottom() - soft, s.w, soft},
                                                   .fill = layer.ground.with_alpha(0),
                                                   .fade = Panel::Fade::Down,
                                                   .fade_to = layer.ground}));
}

Layer image_slide(Context const& c, Item const& item) {
    Layer layer{"item " + item.id, palette::ink, {}};
    add_target(c, layer, leads_to(c, item));
    if (item.headline.empty()) {
        add_picture(c, layer, item, c.m.screen());
        add_hint(c, layer, touch_hint(c, item), Look::Main);
        return layer;
    }
    Rect box = words_area(c, 0.52);
    // Below the picture in portrait; else at most four lines, so that the picture has the larger part.
    int const top = c.m.portrait() ? c.m.size().h / 2 : std::max(box.y, box.bottom() - c.m.px(600));
    box = below(box, top);
    Layer words;
    add_words_low(c, words, {c.in(item.kicker), c.in(item.headline)}, box, on_dark, type::display(c.m));
    if (c.m.portrait()) {
        add_picture_above(c, layer, item, bounds(words).y - c.m.px(16));
    } else {
        add_picture(c, layer, item, c.m.screen());
        add_scrims(c, layer, bounds(words));
    }
    std::ranges::move(words.elements, std::back_inserter(layer.elements));
    add_hint(c, layer, touch_hint(c, item), Look::Main);
    return layer;
}

Layer argument_slide(Context const& c, Item const& item, Argument const& argument) {
    Layer layer{"item " + item.id, palette::falu, {}};
    add_target(c, layer, leads_to(c, item));
    add_slanted_picture(c, layer, c.catalog().image(argument.image));
    Topic const* topic = c.catalog().topic(argument.topic);
    Rect const area = beside_picture(c);
    std::size_t const first = layer.elements.size();
    GroundColors const colors = colors_of(Ground::Falu);
    if (!argument.figure) {
        add_words_low(c, layer, {topic ? c.in(topic->title) : "", c.in(argument.title)}, area, colors,
                      type::display(c.m));
        add_hint(c, layer, c.say("attract.read_more"), Look::OnDark);
        return layer;
    }
    Column column(c, layer, area);
    column.add("kicker", Role::Text, topic ? in_capitals(c.in(topic->title)) : "",
               {type::kicker(c.m), colors.kicker}, c.m.px(60));
    column.skip(c.m.px(8));
    TextStyle number = type::display(c.m);
    number.px = c.m.px(c.m.portrait() ? 230 : 260);
    number.line_height = 1;
    column.add("figure.value", Role::Text, c.in(argument.figure->value), {number, colors.words}, c.m.px(300));
    column.skip(c.m.px(12));
    TextStyle unit = type::heading(c.m);
    unit.px = c.m.px(62);
    column.add("figure.unit", Role::Heading, c.in(argument.figure->unit),
               {unit, colors.words, Align::Left, true}, c.m.px(220));
    column.skip(c.m.px(24));
    column.add("figure.source", Role::Text, figure_origin(c, *argument.figure),
               {type::note(c.m), palette::sand}, c.m.px(80));
    move_down(layer, first, column.rest().h / 2);
    add_hint(c, layer, c.say("attract.read_more"), Look::OnDark);
    return layer;
}

Layer topic_slide(Context const& c, Item const& item, Topic const& topic) {
    Layer layer{"item " + item.id, palette::birch, {}};
    add_target(c, layer, leads_to(c, item));
    add_slanted_picture(c, layer, c.catalog().image(topic.image));
    Rect const area = beside_picture(c);
    std::size_t const first = layer.elements.size();
    int const figure_room = topic.figure ? c.m.px(280) : 0;
    Column column(c, layer, area);
    column.add("kicker", Role::Text, in_capitals(c.in(topic.title)), {type::kicker(c.m), palette::falu},
               c.m.px(60));
    column.skip(c.m.px(12));
    column.add("headline", Role::Heading, c.in(topic.headline),
               {type::display(c.m), palette::ink, Align::Left, true},
               std::max(1, column.rest().h - figure_room));
    if (topic.figure) {
        column.skip(c.m.px(40));
        column.skip(add_figure(c, layer, *topic.figure, column.rest(), type::title(c.m)));
    }
    move_down(layer, first, column.rest().h / 2);
    add_hint(c, layer, c.say("attract.read_more"), Look::Main);
    return layer;
}

/// Date block with day and hours beside it, at the top of `box`.
int add_when(Context const& c, Layer& layer, Workshop const& workshop, Rect box, Color date, Color words) {
    int const side = c.m.px(132), gap = c.m.px(32);
    layer.elements.push_back(date_block(c, "date", workshop.starts, {box.x, box.y, side, side}, date));
    Rect const beside{box.x + side + gap, box.y, box.w - side - gap, c.m.px(60)};
    TextStyle style = type::lead(c.m);
    style.weight = Weight::SemiBold;
    TextPaint day = set_text(c, say_full_day(c, workshop.starts), {style, words}, beside);
    TextPaint hours =
        set_text(c, say_hours(c, workshop.starts, workshop.ends), {type::lead(c.m), words}, beside);
    day.rect.y += (side - day.rect.h - hours.rect.h) / 2;
    hours.rect.y = day.rect.bottom();
    layer.elements.push_back(text(c, "day", Role::Text, std::move(day)));
    layer.elements.push_back(text(c, "hours", Role::Text, std::move(hours)));
    return side;
}

/// What the workshop is about, when it is and how it stands, set from the bottom of `box` upwards.
void add_invitation(Context const& c, Layer& layer, Workshop const& workshop, Rect box) {
    Standing const state = standing_of(c, workshop);
    Layer parts;
    Column column(c, parts, box);
    column.add("kicker", Role::Text, in_capitals(c.say("bar.workshop")),
               {type::kicker(c.m), palette::ochre_light}, c.m.px(60));
    column.skip(c.m.px(14));
    TextStyle style = type::title(c.m);
    style.px = c.m.px(c.m.portrait() ? 112 : 104);
    int const below = c.m.px(132 + 36 + 32) + standing_pill_height(c.m);
    column.add("headline", Role::Heading, c.in(workshop.title), {style, palette::paper, Align::Left, true},
               std::max(1, column.rest().h - below));
    column.skip(c.m.px(36));
    column.skip(add_when(c, parts, workshop, column.rest(), date_color(state), palette::paper));
    column.skip(c.m.px(32));
    parts.elements.push_back(
        standing_pill(c, "seats", state, column.take(standing_pill_height(c.m)), Align::Left));
    move_down(parts, 0, box.bottom() - column.rest().y);
    std::ranges::move(parts.elements, std::back_inserter(layer.elements));
}

/// The code with what it is for below; returns the room that is left for the words.
Rect add_large_code(Context const& c, Layer& layer, std::string const& address) {
    bool const tall = c.m.portrait();
    int const side = qr_panel_side(c, address, c.m.px(tall ? 560 : 620)), label = c.m.px(24 + 44);
    Rect const s = c.m.screen();
    Rect const code{tall ? (s.w - side) / 2 : s.w - c.m.margin() - side,
                    tall ? c.m.px(104) : (s.h - side - label) / 2, side, side};
    layer.elements.push_back(qr_panel(c, "qr", c.say("attract.sign_up"), address, code));
    TextPaint what =
        set_text(c, c.say("attract.sign_up"), {type::lead(c.m), palette::ochre_light, Align::Center},
                 {code.x, code.bottom() + c.m.px(24), side, c.m.px(60)});
    what.style.weight = Weight::SemiBold;
    int const top = what.rect.bottom() + c.m.px(56);
    layer.elements.push_back(text(c, "qr.caption", Role::Text, std::move(what)));
    Rect room = words_area(c, 1);
    if (tall)
        room = below(room, top);
    else
        room.w = code.x - c.m.px(80) - room.x;
    return room;
}

Layer workshop_slide(Context const& c, Item const& item, Workshop const& workshop) {
    Layer layer{"item " + item.id, look_of(standing_of(c, workshop)).panel, {}};
    add_target(c, layer, leads_to(c, item));
    std::string const address = signup_address(c.model, workshop.id);
    if (address.empty()) {
        add_slanted_picture(c, layer, c.catalog().image(workshop.image));
        add_invitation(c, layer, workshop, beside_picture(c));
    } else {
        add_invitation(c, layer, workshop, add_large_code(c, layer, address));
    }
    add_hint(c, layer, c.say("attract.read_more"), Look::OnDark);
    return layer;
}

Layer any_slide(Context const& c, Item const& item) {
    if (Argument const* argument = c.catalog().argument(item.argument))
        return argument_slide(c, item, *argument);
    if (Topic const* topic = c.catalog().topic(item.page)) return topic_slide(c, item, *topic);
    if (Workshop const* workshop = c.catalog().workshop(item.workshop))
        return workshop_slide(c, item, *workshop);
    return item.text.empty() ? image_slide(c, item) : text_slide(c, item);
}

}

Layer slide(Context const& c, Item const& item) {
    Layer layer = any_slide(c, item);
    if (!item.qr.empty()) add_corner_code(c, layer, item.qr);
    if (Playlist const* playlist = c.catalog().playlist_of(item.id)) add_exhibitor(c, layer, *playlist);
    return layer;
}

Layer plain_slide(Context const& c) {
    Layer layer{"item plain", palette::falu, {}};
    add_target(c, layer, Page{});
    add_sun(c, layer);
    add_hills(c, layer);
    SlideWords const words{c.in(c.catalog().name), c.say("home.title"), c.say("fallback.lead")};
    TextStyle style = type::display(c.m);
    style.px = c.m.px(160);
    add_words_low(c, layer, words, words_area(c, 0.8), colors_of(Ground::Falu), style);
    add_hint(c, layer, c.say("attract.touch"), Look::OnDark);
    return layer;
}

std::optional<Element> dots(Context const& c, std::vector<std::string> const& items,
                            std::string const& shown) {
    int const count = int(items.size());
    auto const at = std::ranges::find(items, shown);
    if (count < 2 || count > 16 || at == items.end()) return std::nullopt;
    int const dot = c.m.px(14), wide = c.m.px(44), gap = c.m.px(14), pad = c.m.px(20);
    int const width = (count - 1) * (dot + gap) + wide + 2 * pad, height = dots_height(c.m);
    Size const s = c.m.size();
    // In landscape on the line of the hint, in portrait below it.
    Rect const rect = c.m.portrait() ? Rect{c.m.margin(), s.h - c.m.px(48) - height, width, height}
                                     : Rect{s.w - c.m.margin() - width,
                                            s.h - c.m.px(72) - (c.m.px(96) + height) / 2, width, height};
    Element element = area(
        "dots", {.rect = rect, .fill = palette::ink.with_alpha(0.6), .corners = Corners::all(height / 2)});
    int x = rect.x + pad;
    for (int i = 0; i < count; ++i) {
        bool const here = i == at - items.begin();
        Rect const mark{x, rect.y + pad, here ? wide : dot, dot};
        element.paints.push_back(Panel{.rect = mark,
                                       .fill = palette::paper.with_alpha(here ? 1 : 0.62),
                                       .corners = Corners::all(dot / 2)});
        x = mark.right() + gap;
    }
    return element;
}

}
