#include "content/markdown.h"
#include "view/figure.h"
#include "view/pages.h"
#include "view/words.h"

namespace kiosk {
namespace {

/// Where an argument stands in its topic.
struct Neighbours {
    Argument const *previous = nullptr, *next = nullptr;  ///< Around the ends.
    int index = 0, count = 0;
};

/// Nothing if the argument is alone or its topic doesn't list it.
std::optional<Neighbours> neighbours(Context const& c, Argument const& argument) {
    Topic const* topic = c.catalog().topic(argument.topic);
    if (!topic) return std::nullopt;
    std::vector<std::string> const ids = topic->arguments();
    auto const it = std::ranges::find(ids, argument.id);
    if (it == ids.end() || ids.size() < 2) return std::nullopt;
    std::size_t const index = std::size_t(it - ids.begin()), count = ids.size();
    Argument const *previous = c.catalog().argument(ids[(index + count - 1) % count]),
                   *next = c.catalog().argument(ids[(index + 1) % count]);
    if (!previous || !next) return std::nullopt;
    return Neighbours{previous, next, int(index), int(count)};
}

std::vector<std::string> body_of(Context const& c, Argument const& argument) {
    std::vector<std::string> paragraphs;
    for (Paragraph const& paragraph : read_markdown(c.in(argument.body))) {
        paragraphs.push_back(paragraph.list_item ? "–  " + paragraph.markup : paragraph.markup);
    }
    return paragraphs;
}

/// One size for all paragraphs: that of body text, or of labels if else they don't fit into `box` together.
TextStyle body_style(Context const& c, std::vector<std::string> const& paragraphs, Size box, int between) {
    TextStyle style = type::body(c.m);
    for (int const px : {type::body(c.m).px, type::label(c.m).px, type::smallest(c.m)}) {
        style.px = px;
        int height = -between;
        for (std::string const& markup : paragraphs)
            height += c.ruler.measure(markup, style, box.w, c.language).size.h + between;
        if (height <= box.h) break;
    }
    return style;
}

void add_body(Context const& c, Column& column, Argument const& argument) {
    std::vector<std::string> const paragraphs = body_of(c, argument);
    int const between = c.m.px(22);
    Setting const setting{body_style(c, paragraphs, column.rest().size(), between), palette::ink, Align::Left,
                          false, true};
    int number = 0;
    for (std::string const& markup : paragraphs) {
        column.add("body." + std::to_string(++number), Role::Text, markup, setting,
                   std::max(1, column.rest().h));
        column.skip(between);
    }
}

/// Previous and next at the foot of the words, between them which of how many this is.
void add_steps(Context const& c, Layer& layer, Neighbours const& at, Rect strip) {
    auto name = [&](std::string_view way, Argument const& to) { return c.say(way) + ": " + c.in(to.title); };
    ButtonText const back{c.say("argument.previous"), Icon::Back, name("argument.previous", *at.previous)};
    ButtonText const on{c.say("argument.next"), Icon::Forward, name("argument.next", *at.next)};
    int const width = std::max(button_width(c, back), button_width(c, on));
    Rect const first{strip.x, strip.y, width, strip.h}, last{strip.right() - width, strip.y, width, strip.h};
    auto step = [&](std::string id, Rect rect, ButtonText const& words, Argument const& to) {
        layer.elements.push_back(
            button(c, std::move(id), rect, words, Look::Quiet, Open{{Page::Kind::Argument, to.id}, true}));
    };
    step("step.previous", first, back, *at.previous);
    Rect const between{first.right(), strip.y, last.x - first.right(), strip.h};
    Setting const setting{type::label(c.m), palette::stone, Align::Center};
    layer.elements.push_back(
        text(c, "step.which", Role::Text, set_line(c, say_which(c, at.index, at.count), setting, between)));
    step("step.next", last, on, *at.next);
}

void add_words(Context const& c, Layer& layer, Argument const& argument, Rect area) {
    Layer foot;
    if (auto const at = neighbours(c, argument)) {
        add_steps(c, foot, *at, {area.x, area.bottom() - c.m.target(), area.w, c.m.target()});
        area.h -= c.m.target() + c.m.px(36);
    }
    if (std::string const origin = say_sources(c, argument); !origin.empty()) {
        TextPaint source =
            set_text(c, origin, {type::small(c.m), palette::stone}, {area.x, area.y, area.w, c.m.px(120)});
        source.rect.y = area.bottom() - source.rect.h;
        area.h -= source.rect.h + c.m.px(26);
        foot.elements.insert(foot.elements.begin(), text(c, "source", Role::Text, std::move(source)));
    }
    Column column(c, layer, area);
    Topic const* topic = c.catalog().topic(argument.topic);
    column.add("kicker", Role::Text, topic ? in_capitals(c.in(topic->title)) : "",
               {type::kicker(c.m), palette::falu}, c.m.px(50));
    column.skip(c.m.px(8));
    TextStyle headline = type::title(c.m);
    headline.px = c.m.px(c.m.portrait() ? 66 : 72);
    column.add("headline", Role::Heading, c.in(argument.title), {headline, palette::ink, Align::Left, true},
               c.m.px(180));
    column.skip(c.m.px(28));
    add_body(c, column, argument);
    std::ranges::move(foot.elements, std::back_inserter(layer.elements));
}

/// The figure at the foot of `card`, as high as it needs. Returns what it leaves of the card.
Rect add_figure_panel(Context const& c, Layer& layer, Argument const& argument, Rect card) {
    if (!argument.figure) return card;
    Topic const* topic = c.catalog().topic(argument.topic);
    PanelLook const look = panel_look(topic ? topic->layout : PageLayout::Left);
    int const pad = c.m.px(40), radius = card_radius(c.m);
    TextStyle value = type::display(c.m);
    value.px = c.m.px(c.m.portrait() ? 100 : 112);
    Rect const box{card.x + pad, card.y, card.w - 2 * pad, card.h};
    Layer parts;
    int const height = c.m.portrait() ? add_figure(c, parts, *argument.figure, box, value, look.figure)
                                      : stack_figure(c, parts, *argument.figure, box,
                                                     {value, type::label(c.m), look.figure});
    Rect const panel{card.x, card.bottom() - height - 2 * pad, card.w, height + 2 * pad};
    layer.elements.push_back(
        area("panel", {.rect = panel, .fill = look.fill, .corners = {0, 0, radius, radius}}));
    for (Element& element : parts.elements) {
        move(element, 0, panel.y + pad - card.y);
        layer.elements.push_back(std::move(element));
    }
    return {card.x, card.y, card.w, panel.y - card.y};
}

/// A framed picture with its figure below, unlike the topic's bleeding one: the page is a sheet inside its
/// topic.
void add_card(Context const& c, Layer& layer, Argument const& argument, Rect card) {
    Rect const place = add_figure_panel(c, layer, argument, card);
    int const radius = card_radius(c.m), low = place == card ? radius : 0;
    auto image = picture(c, "picture", c.catalog().image(argument.image), place, {radius, radius, low, low});
    if (image) layer.elements.push_back(std::move(*image));
}

}

Layer argument_page(Context const& c, Argument const& argument) {
    Layer layer{"page argument " + argument.id, palette::birch, {}};
    Rect const content = c.m.content();
    Rect words = content, card;
    if (c.m.portrait()) {
        card = {content.x, content.y - c.m.px(24), content.w, c.m.page().h * 44 / 100};
        words.y = card.bottom() + c.m.px(48);
        words.h = content.bottom() - words.y;
    } else {
        card = {content.right() - content.w * 34 / 100, content.y, content.w * 34 / 100, content.h};
        words.w = card.x - c.m.px(72) - words.x;
    }
    add_words(c, layer, argument, words);
    add_card(c, layer, argument, card);
    return layer;
}

}
