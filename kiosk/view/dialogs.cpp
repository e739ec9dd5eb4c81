#include "view/dialogs.h"

#include "view/words.h"

namespace kiosk {
namespace {

Rect centred(Rect in, int w, int h) { return {in.x + (in.w - w) / 2, in.y + (in.h - h) / 2, w, h}; }

/// A phrase with seconds in it; "…_one" for the last.
std::string say_seconds(Context const& c, std::string const& key, int seconds) {
    return fill(c.say(seconds == 1 ? key + "_one" : key), {{"seconds", std::to_string(seconds)}});
}

int whole_seconds(Millis left) { return int((std::max(left, Millis{0}).count() + 999) / 1000); }

std::string pin_title(Context const& c, PinPad const& pad) {
    switch (pad.step) {
    case PinPad::Step::Choose:
        return c.say("pin.first_title");
    case PinPad::Step::Repeat:
        return c.say("pin.repeat_title");
    case PinPad::Step::Enter:
        break;
    }
    return c.say("pin.title");
}

/// What went wrong, or why the pad takes nothing; "" while all is well.
std::string pin_fault(Context const& c, PinPad const& pad) {
    if (pad.locked) return c.say("pin.locked");
    if (c.now.steady < pad.wait_until)
        return say_seconds(c, "pin.wait", whole_seconds(pad.wait_until - c.now.steady));
    switch (pad.fault) {
    case PinPad::Fault::Wrong:
        return c.say("pin.wrong");
    case PinPad::Fault::TooEasy:
        return c.say("pin.too_easy");
    case PinPad::Fault::Mismatch:
        return c.say("pin.mismatch");
    case PinPad::Fault::None:
        break;
    }
    return "";
}

/// The fault with a sign beside it on a pale strip: never by colour alone.
void add_fault(Context const& c, Layer& layer, std::string const& fault, Rect strip) {
    int const pad = c.m.px(20), icon = c.m.px(36);
    Rect const box{strip.x + 2 * pad + icon, strip.y, strip.w - 3 * pad - icon, strip.h};
    TextStyle style = type::small(c.m);
    style.weight = Weight::SemiBold;
    TextPaint words = set_text(c, fault, {style, palette::falu_deep}, box);
    Panel plate{.rect = {strip.x, strip.y, strip.w, words.rect.h + 2 * c.m.px(14)},
                .fill = Color::rgb(0xF4DEDA),
                .corners = Corners::all(c.m.px(16))};
    words.rect.y += c.m.px(14);
    Rect const sign{strip.x + pad, plate.rect.y + (plate.rect.h - icon) / 2, icon, icon};
    Element element = text(c, "pin.fault", Role::Text, words);
    element.rect = element.hit = plate.rect;
    element.paints = {std::move(plate), draw_icon(Icon::Warning, sign, palette::falu_deep), std::move(words)};
    layer.elements.push_back(std::move(element));
}

void add_pin_words(Context const& c, Layer& layer, PinPad const& pad, Column& column) {
    column.add("pin.title", Role::Heading, pin_title(c, pad),
               {type::card(c.m), palette::ink, Align::Center, true}, c.m.px(110));
    column.skip(c.m.px(12));
    std::string const fault = pin_fault(c, pad);
    if (fault.empty()) {
        column.add("pin.lead", Role::Text, c.say("pin.lead"),
                   {type::note(c.m), palette::stone, Align::Center, true}, c.m.px(80));
        return;
    }
    Rect const rest = column.rest();
    add_fault(c, layer, fault, {rest.x, rest.y, rest.w, c.m.px(80)});
    column.skip(layer.elements.back().rect.h);
}

/// One disc for each digit typed; how many there must be is not told.
void add_digits(Context const& c, Layer& layer, PinPad const& pad, Rect strip) {
    int const disc = c.m.px(28), gap = c.m.px(16), count = int(pad.digits.size());
    int x = strip.x + (strip.w - count * disc - std::max(0, count - 1) * gap) / 2;
    for (int i = 0; i < count; ++i, x += disc + gap) {
        Rect const rect{x, strip.y + (strip.h - disc) / 2, disc, disc};
        layer.elements.push_back(
            area("digit." + std::to_string(i),
                 {.rect = rect, .fill = palette::ink, .corners = Corners::all(disc / 2)}));
    }
}

Element key(Context const& c, std::string id, ButtonText const& words, Rect rect, Look look, PinKey command) {
    Element element = button(c, std::move(id), rect, words, look, command);
    std::get<Panel>(element.paints.front()).corners = Corners::all(card_radius(c.m));
    return element;
}

Element digit_key(Context const& c, int digit, Rect rect) {
    std::string const figure = std::to_string(digit);
    Element element = key(c, "pin." + figure, {figure}, rect, Look::Quiet, {PinKey::Kind::Digit, digit});
    TextStyle large = type::label(c.m);
    large.px = c.m.px(46);
    element.paints.back() = set_line(c, figure, {large, palette::ink, Align::Center}, rect);
    return element;
}

Element sign_key(Context const& c, std::string id, ButtonText const& words, Rect rect, Look look,
                 PinKey command) {
    Element element = key(c, std::move(id), words, rect, look, command);
    int const side = c.m.px(48);
    element.paints.back() =
        draw_icon(words.icon, centred(rect, side, side), look == Look::Main ? palette::paper : palette::ink);
    return element;
}

void add_keys(Context const& c, Layer& layer, Rect area) {
    std::vector<Rect> const cells = grid(area, 3, 4, c.m.px(16));
    for (int i = 0; i < 9; ++i) layer.elements.push_back(digit_key(c, i + 1, cells[std::size_t(i)]));
    layer.elements.push_back(sign_key(c, "pin.erase", {"", Icon::Erase, c.say("pin.clear")}, cells[9],
                                      Look::Quiet, {PinKey::Kind::Erase}));
    layer.elements.push_back(digit_key(c, 0, cells[10]));
    layer.elements.push_back(sign_key(c, "pin.done", {"", Icon::Check, c.say("pin.done")}, cells[11],
                                      Look::Main, {PinKey::Kind::Done}));
}

/// "No" and "yes", side by side if their words have room, else under each other.
void add_answers(Context const& c, Layer& layer, Column& column) {
    ButtonText const leave{c.say("asking.leave")}, stay{c.say("asking.stay")};
    int const gap = c.m.px(24), height = c.m.target() + c.m.px(16), width = column.rest().w;
    bool const beside = std::max(button_width(c, leave), button_width(c, stay)) <= (width - gap) / 2;
    Rect const area = column.take(beside ? height : 2 * height + gap);
    std::vector<Rect> const cells = grid(area, beside ? 2 : 1, beside ? 1 : 2, gap);
    layer.elements.push_back(button(c, "asking.leave", cells[0], leave, Look::Quiet, EndVisit{}));
    layer.elements.push_back(button(c, "asking.stay", cells[1], stay, Look::Main, Stay{}));
}

/// The card with all that it says, at the origin; its ground comes first.
Layer asking_words(Context const& c, Asking const& asking, int width) {
    constexpr int endless = 1 << 20;
    int const pad = c.m.px(64);
    Layer layer;
    layer.elements.push_back(area("asking", {}));
    Millis const whole = std::chrono::seconds{c.model.settings.still_there_seconds};
    int const seconds = whole_seconds(whole - (c.now.steady - asking.since));
    Column column(c, layer, {pad, pad, width - 2 * pad, endless});
    column.add("asking.title", Role::Heading, c.say("asking.title"),
               {type::title(c.m), palette::ink, Align::Center}, endless);
    column.skip(c.m.px(20));
    std::string const lead = say_seconds(c, "asking.lead", seconds);
    column.add("asking.lead", Role::Text, lead, {type::lead(c.m), palette::stone, Align::Center, true},
               endless);
    column.skip(c.m.px(36));
    double const left = double(seconds) / c.model.settings.still_there_seconds;
    layer.elements.push_back(
        meter(c, "asking.time", lead, column.take(c.m.px(16)), left, palette::ochre, palette::line));
    column.skip(c.m.px(56));
    add_answers(c, layer, column);

    Rect const card{0, 0, width, column.rest().y + pad};
    Element& ground = layer.elements.front();
    ground =
        area("asking", {.rect = card, .fill = palette::birch, .corners = Corners::all(card_radius(c.m))});
    ground.role = Role::Dialog;
    ground.name = c.say("asking.title");
    ground.language = c.language;
    return layer;
}

}

std::vector<Element> asking_dialog(Context const& c, Asking const& asking) {
    Layer layer;
    Element shade = area("asking.ground", {.rect = c.m.screen(), .fill = palette::ink.with_alpha(0.8)});
    shade.role = Role::Button;
    shade.name = c.say("asking.stay");
    shade.language = c.language;
    shade.command = Stay{};
    layer.elements.push_back(std::move(shade));

    Layer words = asking_words(c, asking, std::min(c.m.px(1000), c.m.size().w - 2 * c.m.margin()));
    Element& ground = words.elements.front();
    int const right = (c.m.size().w - ground.rect.w) / 2, down = (c.m.size().h - ground.rect.h) / 2;
    for (Element& element : words.elements) {
        move(element, right, down);
        layer.elements.push_back(std::move(element));
    }
    return std::move(layer.elements);
}

Layer pin_page(Context const& c, PinPad const& pad) {
    Layer layer{"page pin", palette::spruce, {}};
    Rect const card =
        centred(c.m.screen(), std::min(c.m.px(640), c.m.size().w - 2 * c.m.px(48)), c.m.px(1000));
    layer.elements.push_back(
        area("pad", {.rect = card, .fill = palette::birch, .corners = Corners::all(card_radius(c.m))}));
    Column column(c, layer, card.inset(c.m.px(48)));
    add_pin_words(c, layer, pad, column);
    Rect rest = column.rest();
    Rect const foot{rest.x, rest.bottom() - c.m.target(), rest.w, c.m.target()};
    Rect const keys{rest.x, foot.y - c.m.px(24) - 4 * c.m.px(112), rest.w, 4 * c.m.px(112)};
    add_digits(c, layer, pad, {rest.x, rest.y, rest.w, keys.y - rest.y});
    add_keys(c, layer, keys);
    layer.elements.push_back(
        key(c, "pin.cancel", {c.say("pin.cancel")}, foot, Look::Quiet, {PinKey::Kind::Cancel}));
    return layer;
}

}
