#include "view/slides.h"

#include "view/figure.h"
#include "view/standing.h"
#include "view/words.h"

#include <cmath>

namespace kiosk {
namespace {

struct GroundColors {
    Color ground, kicker, words;
};

GroundColors colors_of(Ground ground) {
    switch (ground) {
    case Ground::Falu:
        return {palette::falu, palette::ochre_light, palette::paper};
    case Ground::Spruce:
        return {palette::spruce, palette::ochre_light, palette::paper};
    case Ground::Siljan:
        return {palette::siljan, palette::ochre_light, palette::paper};
    case Ground::Birch:
        break;
    }
    return {palette::birch, palette::falu, palette::ink};
}

/// Far hills in the ground's own colour, a shade lighter: large quiet shapes behind words.
void add_hills(Context const& c, Layer& layer) {
    Rect const s = c.m.screen();
    auto hill = [&](double height, double swing, double phase, Color fill) {
        ShapePaint::Outline outline{{}, true, fill, palette::none, 0};
        for (int step = 0; step <= 48; ++step) {
            double const x = step / 48.0;
            double const y =
                height + swing * std::sin(phase + x * 4.2) + swing / 3 * std::sin(phase * 3 + x * 9.5);
            outline.points.push_back({float(x * s.w), float(s.h * (1 - y))});
        }
        outline.points.push_back({float(s.w), float(s.h)});
        outline.points.push_back({0, float(s.h)});
        return outline;
    };
    Color const lighter =
        layer.ground == palette::birch ? palette::sand_dark.with_alpha(0.5) : palette::paper.with_alpha(0.06);
    ShapePaint hills{
        s, {hill(0.46, 0.06, 0.4, lighter), hill(0.30, 0.05, 2.1, lighter), hill(0.15, 0.035, 4.4, lighter)}};
    layer.elements.push_back({"hills", Role::Decoration, "", "", s, s, {}, true, {std::move(hills)}});
}

/// The slide as one target that leads to `page`; first, so that everything else lies on it.
void add_target(Context const& c, Layer& layer, Page page) {
    Element target = area("slide", {.rect = c.m.screen(), .fill = layer.ground});
    target.role = Role::Button;
    target.name = c.say("attract.touch");
    target.language = c.language;
    target.command = Open{std::move(page)};
    layer.elements.push_back(std::move(target));
}

Rect pill_rect(Context const& c, int width) {
    int const height = c.m.px(96);
    return {c.m.margin(), c.m.size().h - c.m.px(c.m.portrait() ? 120 : 72) - height, width, height};
}

/// A pill looks like a button, but the whole slide is the target.
void add_pill(Context const& c, Layer& layer, std::string const& label, Look look) {
    ButtonText const words{label};
    Element pill = button(c, "pill", pill_rect(c, button_width(c, words)), words, look, Open{});
    // The slide is what is touched; its pill shows that it is.
    auto& panel = std::get<Panel>(pill.paints.front());
    if (pressed(c.model) == "slide") panel.fill = look == Look::Main ? palette::falu_deep : palette::sand;
    pill.role = Role::Text;
    pill.command.reset();
    layer.elements.push_back(std::move(pill));
}

/// Where the words of a slide may stand: above the pill, `share` of the width.
Rect words_area(Context const& c, double share) {
    Rect const screen = c.m.screen();
    int const top = c.m.px(96), bottom = pill_rect(c, 0).y - c.m.px(40);
    double const part = c.m.portrait() ? 1 : share;
    return {c.m.margin(), top, int((screen.w - 2 * c.m.margin()) * part), bottom - top};
}

struct SlideWords {
    std::string kicker, headline, by;
};

/// Moves the words from element `first` on down by `drop`.
void move_down(Layer& layer, std::size_t first, int drop) {
    for (std::size_t i = first; i < layer.elements.size(); ++i) {
        auto& paint = std::get<TextPaint>(layer.elements[i].paints.front());
        paint.rect.y += std::max(0, drop);
        layer.elements[i].rect = layer.elements[i].hit = paint.rect;
    }
}

/// Kicker, headline and who said it, set from the bottom of `box` upwards.
void add_words_low(Context const& c, Layer& layer, SlideWords const& words, Rect box,
                   GroundColors const& colors, TextStyle style) {
    Layer parts;
    Column column(c, parts, box);
    column.add("kicker", Role::Text, in_capitals(words.kicker),
               {type::kicker(c.m), colors.kicker, Align::Left, true}, c.m.px(90));
    column.skip(c.m.px(14));
    int const by_room = words.by.empty() ? 0 : c.m.px(90);
    column.add("headline", Role::Heading, words.headline, {style, colors.words, Align::Left, true},
               std::max(1, column.rest().h - by_room));
    if (!words.by.empty()) column.skip(c.m.px(28));
    column.add("by", Role::Text, words.by, {type::lead(c.m), colors.words}, c.m.px(60));
    move_down(parts, 0, box.bottom() - column.rest().y);
    std::ranges::move(parts.elements, std::back_inserter(layer.elements));
}

void add_corner_code(Context const& c, Layer& layer, std::string const& workshop_id) {
    Workshop const* workshop = c.catalog().workshop(workshop_id);
    std::string const address = signup_address(c.model, workshop_id);
    if (!workshop || address.empty()) return;
    int const side = c.m.px(264), words = c.m.px(52), pad = c.m.px(12);
    Rect const panel{c.m.size().w - c.m.px(72) - side, c.m.px(64), side, side + words};
    Element code = qr_panel(c, "qr", c.say("attract.sign_up"), address, {panel.x, panel.y, side, side});
    std::get<Panel>(code.paints.front()).rect = panel;
    code.rect = code.hit = panel;
    LocalTime const day = local_time(workshop->starts);
    std::string const date = std::to_string(day.day) + " " + c.say("date.month." + std::to_string(day.month));
    TextStyle style = type::small(c.m);
    style.weight = Weight::SemiBold;
    code.paints.push_back(set_line(c, date, {style, palette::ink, Align::Center},
                                   {panel.x + pad, panel.y + side - pad, side - 2 * pad, words}));
    layer.elements.push_back(std::move(code));
}

Rect bounds(Layer const& layer) {
    Rect all;
    for (Element const& element : layer.elements) all = all.united(element.rect);
    return all;
}

/// How dark a scrim must be for the ochre kicker to keep 4.5:1 over a white picture, with some room.
constexpr double scrim_under_words = 0.72;

/// Darkens the side of a picture on which `words` stand, and fades out beyond them.
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
        int const right = words.right() + c.m.px(24), soft = screen.w * 26 / 100;
        add("scrim", {0, 0, right, screen.h}, Panel::Fade::Right, 0.86, scrim_under_words);
        add("scrim.soft", {right, 0, std::min(soft, screen.w - right), screen.h}, Panel::Fade::Right,
            scrim_under_words, 0);
    }
}

std::string touch_hint(Context const& c, Page const& page) {
    return c.say(page.kind == Page::Kind::Home ? "attract.touch" : "attract.read_more");
}

Layer image_slide(Context const& c, Item const& item) {
    Layer layer{"item " + item.id, palette::ink, {}};
    add_target(c, layer, leads_to(c, item));
    Image const* image = c.catalog().image(item.image);
    if (auto element = picture(c, "picture", image, c.m.screen())) {
        std::get<PicturePaint>(element->paints.front()).key.fit = item.fit;
        layer.elements.push_back(std::move(*element));
    }
    if (!item.headline.empty()) {
        Layer words;
        GroundColors const colors{palette::ink, palette::ochre_light, palette::paper};
        add_words_low(c, words, {c.in(item.kicker), c.in(item.headline), ""}, words_area(c, 0.52), colors,
                      type::display(c.m));
        add_scrims(c, layer, bounds(words));
        std::ranges::move(words.elements, std::back_inserter(layer.elements));
    }
    add_pill(c, layer, touch_hint(c, leads_to(c, item)), Look::Main);
    return layer;
}

Layer text_slide(Context const& c, Item const& item) {
    GroundColors const colors = colors_of(item.ground);
    Layer layer{"item " + item.id, colors.ground, {}};
    add_target(c, layer, leads_to(c, item));
    add_hills(c, layer);
    bool const quote = item.text_template == TextTemplate::Quote;
    std::string const by = item.by.empty() ? "" : "– " + item.by;
    std::string const words =
        quote ? c.say("quote.open") + c.in(item.text) + c.say("quote.close") : c.in(item.text);
    TextStyle style = type::display(c.m);
    style.px = c.m.px(140);
    add_words_low(c, layer, {c.in(item.kicker), words, by}, words_area(c, item.qr.empty() ? 0.86 : 0.74),
                  colors, style);
    add_pill(c, layer, touch_hint(c, leads_to(c, item)),
             item.ground == Ground::Birch ? Look::Main : Look::OnDark);
    return layer;
}

/// Falu on one side, the picture on the other, a slanted edge between them.
void add_slanted_picture(Context const& c, Layer& layer, Image const* image) {
    Rect const s = c.m.screen();
    bool const tall = c.m.portrait();
    Rect const place =
        tall ? Rect{0, 0, s.w, s.h * 44 / 100} : Rect{s.w * 60 / 100, 0, s.w - s.w * 60 / 100, s.h};
    auto element = picture(c, "picture", image, place);
    if (!element) return;
    layer.elements.push_back(std::move(*element));
    float const x = float(place.x), lean = float(place.w) * 0.14F, low = float(place.bottom()),
                dip = float(s.w) * 0.09F;
    std::vector<PointF> const edge =
        tall ? std::vector<PointF>{{0, low - dip}, {float(s.w), low}, {float(s.w), low + 1}, {0, low + 1}}
             : std::vector<PointF>{{x, 0}, {x + lean, 0}, {x, float(s.h)}};
    ShapePaint shape{place, {{edge, true, layer.ground, palette::none, 0}}};
    layer.elements.push_back({"edge", Role::Decoration, "", "", place, place, {}, true, {std::move(shape)}});
}

Rect beside_picture(Context const& c) {
    Rect area = words_area(c, 0.6);
    if (c.m.portrait()) {
        int const top = c.m.size().h * 46 / 100;
        area.h = area.bottom() - top;
        area.y = top;
    }
    return area;
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
        add_words_low(c, layer, {topic ? c.in(topic->title) : "", c.in(argument.title), ""}, area, colors,
                      type::display(c.m));
        add_pill(c, layer, c.say("attract.read_more"), Look::OnDark);
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
    add_pill(c, layer, c.say("attract.read_more"), Look::OnDark);
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
    add_pill(c, layer, c.say("attract.read_more"), Look::Main);
    return layer;
}

Layer workshop_slide(Context const& c, Item const& item, Workshop const& workshop) {
    Layer layer{"item " + item.id, palette::spruce, {}};
    add_target(c, layer, leads_to(c, item));
    std::string const address = signup_address(c.model, workshop.id);
    Rect area = words_area(c, address.empty() ? 0.9 : 0.56);
    Rect const screen = c.m.screen();
    if (!address.empty()) {
        int const side = c.m.px(c.m.portrait() ? 560 : 600);
        Rect const code = c.m.portrait() ? Rect{(screen.w - side) / 2, c.m.px(140), side, side}
                                         : Rect{screen.w - c.m.margin() - side,
                                                (screen.h - side) / 2 - c.m.px(24), side, side};
        layer.elements.push_back(qr_panel(c, "qr", c.say("attract.sign_up"), address, code));
        if (!c.m.portrait())
            area.w = std::min(area.w, code.x - c.m.px(64) - area.x);
        else
            area = {area.x, code.bottom() + c.m.px(60), area.w, area.bottom() - code.bottom() - c.m.px(60)};
    }
    Standing const state = standing_of(c, workshop);
    std::string const when =
        capitalised(say_day(c, workshop.starts)) + ", " + say_hours(c, workshop.starts, workshop.ends);
    TextStyle style = type::title(c.m);
    style.px = c.m.px(104);
    add_words_low(c, layer, {"Workshop · " + when, c.in(workshop.title), state.title}, area,
                  colors_of(Ground::Spruce), style);
    add_pill(c, layer, c.say("attract.read_more"), Look::OnDark);
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

Page leads_to(Context const& c, Item const& item) {
    if (!item.workshop.empty()) return {Page::Kind::Workshop, item.workshop};
    if (!item.argument.empty()) return {Page::Kind::Argument, item.argument};
    std::string const& topic = item.topic.empty() ? item.page : item.topic;
    return c.catalog().topic(topic) ? Page{Page::Kind::Topic, topic} : Page{};
}

Layer slide(Context const& c, Item const& item) {
    Layer layer = any_slide(c, item);
    if (!item.qr.empty()) add_corner_code(c, layer, item.qr);
    return layer;
}

Layer plain_slide(Context const& c) {
    Layer layer{"item plain", palette::falu, {}};
    add_target(c, layer, Page{});
    add_hills(c, layer);
    std::string const& name = c.in(c.catalog().name);
    SlideWords const words{name, c.say("home.title"), c.say("fallback.lead")};
    add_words_low(c, layer, words, words_area(c, 0.8), colors_of(Ground::Falu), type::display(c.m));
    add_pill(c, layer, c.say("attract.touch"), Look::OnDark);
    return layer;
}

std::optional<Element> dots(Context const& c, std::vector<std::string> const& items,
                            std::string const& shown) {
    int const count = int(items.size());
    auto const at = std::ranges::find(items, shown);
    if (count < 2 || count > 16 || at == items.end()) return std::nullopt;
    int const dot = c.m.px(14), wide = c.m.px(44), gap = c.m.px(14), pad = c.m.px(20);
    int const width = (count - 1) * (dot + gap) + wide + 2 * pad, height = dot + 2 * pad;
    Rect const rect{c.m.size().w - c.m.px(c.m.portrait() ? 64 : 72) - width,
                    c.m.size().h - c.m.px(c.m.portrait() ? 48 : 72) - height, width, height};
    Element element = area(
        "dots", {.rect = rect, .fill = palette::ink.with_alpha(0.34), .corners = Corners::all(height / 2)});
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
