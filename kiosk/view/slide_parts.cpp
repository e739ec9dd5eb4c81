#include "view/slide_parts.h"

#include "view/words.h"

#include <cmath>
#include <numbers>

namespace kiosk {
namespace {

ShapePaint::Outline filled(std::vector<PointF> points, Color color) {
    return {std::move(points), true, color, palette::none, 0};
}

/// How high a ridge stands at `x`, both as shares of the screen.
struct Ridge {
    double height, swing, phase;

    double at(double x) const {
        return height + swing * std::sin(phase + x * 4.2) + swing / 3 * std::sin(phase * 3 + x * 9.5);
    }
};

ShapePaint::Outline hill(Rect s, Ridge const& ridge, Color color) {
    std::vector<PointF> points;
    for (int step = 0; step <= 48; ++step)
        points.push_back({float(step / 48.0 * s.w), float(s.h * (1 - ridge.at(step / 48.0)))});
    points.push_back({float(s.w), float(s.h)});
    points.push_back({0, float(s.h)});
    return filled(std::move(points), color);
}

/// A spruce whose foot stands at `foot`.
ShapePaint::Outline spruce(PointF foot, float height, Color color) {
    std::vector<PointF> points;
    auto side = [&](float direction) {
        for (auto [up, out] :
             {std::pair{1.F, 0.F}, {0.62F, 0.13F}, {0.62F, 0.07F}, {0.3F, 0.19F}, {0.3F, 0.1F}, {0.F, 0.25F}})
            points.push_back({foot.x + direction * out * height, foot.y - up * height});
    };
    side(1);
    std::size_t const half = points.size();
    side(-1);
    std::reverse(points.begin() + std::ptrdiff_t(half), points.end());
    return filled(std::move(points), color);
}

Rect hint_rect(Context const& c, int width) {
    int const height = c.m.px(96);
    // In portrait the dots lie below, as far from the hint as from the edge.
    int const below = c.m.portrait() ? 2 * c.m.px(48) + dots_height(c.m) : c.m.px(72);
    return {c.m.margin(), c.m.size().h - below - height, width, height};
}

}

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

void add_target(Context const& c, Layer& layer, Page page) {
    Element target = area("slide", {.rect = c.m.screen(), .fill = layer.ground});
    target.role = Role::Button;
    target.name = c.say("attract.touch");
    target.language = c.language;
    target.command = Open{std::move(page)};
    layer.elements.push_back(std::move(target));
}

void add_hills(Context const& c, Layer& layer) {
    Rect const s = c.m.screen();
    bool const light = layer.ground == palette::birch;
    auto shade = [&](double strength) {
        Color const over = light ? Color::rgb(0xD9C9A8) : Color::rgb(0x14110F);
        return blend(over.with_alpha(light ? strength * 1.4 : strength), layer.ground);
    };
    Ridge const far{0.44, 0.06, 0.4}, middle{0.29, 0.05, 2.1}, near{0.14, 0.035, 4.4};
    ShapePaint hills{s, {hill(s, far, shade(0.16))}};
    float const tall = float(std::min(s.w, s.h)) * 0.13F;
    for (auto [x, size] :
         {std::pair{0.74, 0.8F}, {0.77, 1.F}, {0.8, 0.72F}, {0.9, 0.95F}, {0.94, 1.2F}, {0.975, 0.85F}}) {
        PointF const foot{float(x * s.w), float(s.h * (1 - middle.at(x))) + tall * 0.06F};
        hills.outlines.push_back(spruce(foot, tall * size, shade(0.3)));
    }
    hills.outlines.push_back(hill(s, middle, shade(0.3)));
    hills.outlines.push_back(hill(s, near, shade(0.46)));
    layer.elements.push_back({"hills", Role::Decoration, "", "", s, s, {}, true, {std::move(hills)}});
}

void add_sun(Context const& c, Layer& layer) {
    Rect const s = c.m.screen();
    double const radius = std::min(s.w, s.h) * 0.17, x = s.w * 0.8, y = s.h * (c.m.portrait() ? 0.5 : 0.46);
    ShapePaint sun{{int(x - 2 * radius), int(y - 2 * radius), int(4 * radius), int(4 * radius)}, {}};
    for (auto [reach, strength] : {std::pair{1.9, 0.1}, {1.4, 0.16}, {1.0, 0.9}}) {
        std::vector<PointF> points;
        for (int i = 0; i < 64; ++i) {
            double const angle = i * std::numbers::pi / 32;
            points.push_back(
                {float(x + reach * radius * std::cos(angle)), float(y + reach * radius * std::sin(angle))});
        }
        sun.outlines.push_back(filled(std::move(points), palette::ochre.with_alpha(strength)));
    }
    Rect const rect = sun.rect;
    layer.elements.push_back({"sun", Role::Decoration, "", "", rect, rect, {}, true, {std::move(sun)}});
}

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

void add_hint(Context const& c, Layer& layer, std::string const& label, Look look) {
    ButtonText const words{label};
    Element hint = button(c, "pill", hint_rect(c, button_width(c, words)), words, look, Open{});
    // The slide is what is touched; its hint shows that it is.
    auto& panel = std::get<Panel>(hint.paints.front());
    if (pressed(c.model) == "slide") panel.fill = look == Look::Main ? palette::falu_deep : palette::sand;
    hint.role = Role::Text;
    hint.command.reset();
    layer.elements.push_back(std::move(hint));
}

Page leads_to(Context const& c, Item const& item) {
    if (!item.workshop.empty()) return {Page::Kind::Workshop, item.workshop};
    if (!item.argument.empty()) return {Page::Kind::Argument, item.argument};
    std::string const& topic = item.topic.empty() ? item.page : item.topic;
    return c.catalog().topic(topic) ? Page{Page::Kind::Topic, topic} : Page{};
}

std::string const& touch_hint(Context const& c, Item const& item) {
    return c.say(leads_to(c, item).kind == Page::Kind::Home ? "attract.touch" : "attract.read_more");
}

void add_corner_code(Context const& c, Layer& layer, std::string const& workshop_id) {
    Workshop const* workshop = c.catalog().workshop(workshop_id);
    std::string const address = signup_address(c.model, workshop_id);
    if (!workshop || address.empty()) return;
    int const side = qr_panel_side(c, address, c.m.px(312)), pad = c.m.px(16);
    Rect const square{c.m.size().w - c.m.margin() - side, c.m.margin(), side, side};
    Element code = qr_panel(c, "qr", c.say("attract.sign_up"), address, square);
    TextStyle style = type::small(c.m);
    Rect const box{square.x + pad, square.bottom() - c.m.px(8), side - 2 * pad, c.m.px(110)};
    TextPaint when =
        set_text(c, say_day_of_month(c, workshop->starts), {style, palette::stone, Align::Center}, box);
    style.weight = Weight::SemiBold;
    TextPaint what = set_text(c, c.say("attract.sign_up"), {style, palette::ink, Align::Center, true}, box);
    when.rect.y = what.rect.bottom();
    Rect const panel{square.x, square.y, side, when.rect.bottom() + c.m.px(20) - square.y};
    std::get<Panel>(code.paints.front()).rect = code.rect = code.hit = panel;
    code.paints.push_back(std::move(what));
    code.paints.push_back(std::move(when));
    layer.elements.push_back(std::move(code));
}

namespace {

/// A logo of any shape, whole, in the middle of its plate.
void add_logo(Context const& c, Element& tab, Image const& logo, Rect plate, bool is_alone) {
    Rect const place = plate.inset(c.m.px(14));
    PictureKey key = picture_key(logo, place.size());
    key.fit = Fit::Contain;
    int const round = card_radius(c.m) / 2;
    tab.paints.push_back(
        Panel{.rect = plate, .fill = palette::paper, .corners = {0, 0, is_alone ? round : 0, round}});
    tab.paints.push_back(PicturePaint{place, key, {}, palette::paper, true});
}

}

void add_exhibitor(Context const& c, Layer& layer, Playlist const& playlist) {
    Image const* logo = c.catalog().image(playlist.logo);
    if (playlist.exhibitor.empty() && !logo) return;
    int const height = c.m.px(84), beside = c.m.px(28), round = card_radius(c.m) / 2;
    Rect rect{c.m.margin(), 0, logo ? c.m.px(164) : 0, height};
    Element tab{"exhibitor", Role::Text, playlist.exhibitor, c.language, {}, {}, {}, true, {}};
    if (logo) add_logo(c, tab, *logo, rect, playlist.exhibitor.empty());
    if (playlist.exhibitor.empty()) {
        tab.role = Role::Image, tab.name = c.in(playlist.title);
    } else {
        // In portrait a code may hang from the other corner.
        int const most = c.m.portrait() ? c.m.px(584) : c.m.size().w / 2;
        Rect const box{rect.right() + beside, 0, most - rect.w - 2 * beside, height};
        Setting const setting{type::label(c.m), palette::paper, Align::Left, true};
        TextPaint name = set_line(c, playlist.exhibitor, setting, box);
        Rect const ground{rect.right(), 0, name.rect.w + 2 * beside, height};
        tab.paints.push_back(Panel{.rect = ground,
                                   .fill = palette::ink.with_alpha(0.72),
                                   .corners = {0, 0, round, logo ? 0 : round}});
        tab.paints.push_back(std::move(name));
        rect.w += ground.w;
    }
    tab.rect = tab.hit = rect;
    layer.elements.push_back(std::move(tab));
}

Rect words_area(Context const& c, double share) {
    Rect const screen = c.m.screen();
    int const top = c.m.px(96), bottom = hint_rect(c, 0).y - c.m.px(64);
    double const part = c.m.portrait() ? 1 : share;
    return {c.m.margin(), top, int((screen.w - 2 * c.m.margin()) * part), bottom - top};
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

namespace {

TextPaint quotation_mark(Context const& c, std::string const& mark, Rect box, GroundColors const& colors) {
    TextStyle style = type::display(c.m);
    style.px = c.m.px(240);
    return set_text(c, mark, {style, colors.kicker}, box);
}

/// The mark belongs to the words: it hangs closer above them than its line is high.
void add_mark(Element& words, TextPaint mark) {
    words.rect = words.hit = words.rect.united(mark.rect);
    words.paints.insert(words.paints.begin(), std::move(mark));
}

/// A short rule and the name after it; returns their height.
int add_by(Context const& c, Layer& layer, std::string const& by, Rect box, GroundColors const& colors) {
    int const rule = c.m.px(56), gap = c.m.px(24);
    TextPaint name = set_text(c, by, {type::lead(c.m), colors.words},
                              {box.x + rule + gap, box.y, box.w - rule - gap, c.m.px(60)});
    Rect const dash{box.x, box.y + name.rect.h / 2 - c.m.px(2), rule, c.m.px(5)};
    layer.elements.push_back(area("by.rule", {.rect = dash, .fill = colors.kicker}));
    int const height = name.rect.h;
    layer.elements.push_back(text(c, "by", Role::Text, std::move(name)));
    return height;
}

}

void add_words_low(Context const& c, Layer& layer, SlideWords const& words, Rect box,
                   GroundColors const& colors, TextStyle style) {
    Layer parts;
    Column column(c, parts, box);
    TextPaint mark = quotation_mark(c, words.quote, column.rest(), colors);
    if (!words.quote.empty())
        column.skip(mark.style.px * 58 / 100);  // It hangs in the upper part of its line.
    column.add("kicker", Role::Text, in_capitals(words.kicker),
               {type::kicker(c.m), colors.kicker, Align::Left, true}, c.m.px(90));
    if (!words.kicker.empty()) column.skip(c.m.px(14));
    int const foot = words.lead.empty() && words.by.empty() ? 0 : c.m.px(100);
    column.add("headline", Role::Heading, words.headline, {style, colors.words, Align::Left, true},
               std::max(1, column.rest().h - foot));
    if (!words.quote.empty()) add_mark(parts.elements.back(), std::move(mark));
    if (foot > 0) column.skip(c.m.px(32));
    column.add("lead", Role::Text, words.lead, {type::lead(c.m), colors.words}, c.m.px(110));
    if (!words.by.empty()) column.skip(add_by(c, parts, words.by, column.rest(), colors));
    move_down(parts, 0, box.bottom() - column.rest().y);
    std::ranges::move(parts.elements, std::back_inserter(layer.elements));
}

Rect below(Rect box, int top) { return {box.x, top, box.w, box.bottom() - top}; }

void move_down(Layer& layer, std::size_t first, int drop) {
    for (std::size_t i = first; i < layer.elements.size(); ++i) move(layer.elements[i], 0, std::max(0, drop));
}

Rect bounds(Layer const& layer) {
    Rect all;
    for (Element const& element : layer.elements) all = all.united(element.rect);
    return all;
}

}
