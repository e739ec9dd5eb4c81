#include "content/markdown.h"
#include "view/figure.h"
#include "view/pages.h"
#include "view/words.h"

namespace kiosk {
namespace {

/// The argument `step` places further in its topic, around the end; null if it is alone.
Argument const* neighbour_argument(Context const& c, Argument const& argument, int step) {
    Topic const* topic = c.catalog().topic(argument.topic);
    if (!topic || topic->arguments().size() < 2) return nullptr;
    auto const ids = topic->arguments();
    auto it = std::ranges::find(ids, argument.id);
    if (it == ids.end()) return nullptr;
    auto const count = std::ptrdiff_t(ids.size());
    return c.catalog().argument(ids[std::size_t((it - ids.begin() + step + count) % count)]);
}

std::vector<std::string> body_of(Context const& c, Argument const& argument) {
    std::vector<std::string> paragraphs;
    for (Paragraph const& paragraph : read_markdown(c.in(argument.body))) {
        paragraphs.push_back(paragraph.list_item ? "–  " + paragraph.markup : paragraph.markup);
    }
    return paragraphs;
}

/// One size for all paragraphs: the largest at which they fit into `box` together.
TextStyle body_style(Context const& c, std::vector<std::string> const& paragraphs, Size box, int between) {
    TextStyle style = type::body(c.m);
    auto height = [&] {
        int sum = 0;
        for (std::string const& markup : paragraphs)
            sum += c.ruler.measure(markup, style, box.w, c.language).size.h + between;
        return sum - between;
    };
    while (style.px > type::smallest(c.m) && height() > box.h) --style.px;
    return style;
}

void add_body(Context const& c, Column& column, Argument const& argument) {
    std::vector<std::string> const paragraphs = body_of(c, argument);
    int const between = c.m.px(20);
    Setting const setting{body_style(c, paragraphs, column.rest().size(), between), palette::ink, Align::Left,
                          false, true};
    int number = 0;
    for (std::string const& markup : paragraphs) {
        column.add("body." + std::to_string(++number), Role::Text, markup, setting,
                   std::max(1, column.rest().h));
        column.skip(between);
    }
}

/// Previous and next, at the foot of the words.
void add_steps(Context const& c, Layer& layer, Argument const& argument, Rect strip) {
    Argument const* previous = neighbour_argument(c, argument, -1);
    Argument const* next = neighbour_argument(c, argument, 1);
    if (!previous || !next) return;
    ButtonText const back{"", Icon::Back, c.say("argument.previous") + ": " + c.in(previous->title)};
    ButtonText const on{c.say("argument.next"), Icon::Forward,
                        c.say("argument.next") + ": " + c.in(next->title)};
    Rect const first{strip.x, strip.y, button_width(c, back), strip.h};
    Rect const second{first.right() + c.m.px(20), strip.y, button_width(c, on), strip.h};
    layer.elements.push_back(button(c, "step.previous", first, back, Look::Quiet,
                                    Open{{Page::Kind::Argument, previous->id}, true}));
    layer.elements.push_back(
        button(c, "step.next", second, on, Look::Quiet, Open{{Page::Kind::Argument, next->id}, true}));
}

void add_words(Context const& c, Layer& layer, Argument const& argument, Rect area) {
    Rect const strip{area.x, area.bottom() - c.m.target(), area.w, c.m.target()};
    std::string const origin = say_sources(c, argument);
    int const origin_height =
        origin.empty() ? 0 : set_text(c, origin, {type::small(c.m)}, {0, 0, area.w, c.m.px(120)}).rect.h;
    area.h -= strip.h + c.m.px(32) + origin_height;

    Column column(c, layer, area);
    Topic const* topic = c.catalog().topic(argument.topic);
    column.add("kicker", Role::Text, topic ? in_capitals(c.in(topic->title)) : "",
               {type::kicker(c.m), palette::falu}, c.m.px(50));
    column.skip(c.m.px(8));
    TextStyle headline = type::title(c.m);
    headline.px = c.m.px(68);
    column.add("headline", Role::Heading, c.in(argument.title), {headline, palette::ink, Align::Left, true},
               c.m.px(170));
    column.skip(c.m.px(26));
    if (argument.figure) {
        TextStyle value = type::title(c.m);
        value.px = c.m.px(92);
        column.skip(
            add_figure(c, layer, *argument.figure, {area.x, column.rest().y, area.w, c.m.px(200)}, value));
        column.skip(c.m.px(28));
    }
    add_body(c, column, argument);
    if (!origin.empty()) {
        Rect const below{area.x, strip.y - c.m.px(20) - origin_height, area.w, origin_height};
        layer.elements.push_back(
            text(c, "source", Role::Text, set_text(c, origin, {type::small(c.m), palette::stone}, below)));
    }
    add_steps(c, layer, argument, strip);
}

}

Layer argument_page(Context const& c, Argument const& argument) {
    Layer layer{"page argument " + argument.id, palette::birch, {}};
    Rect const content = c.m.content();
    Rect words = content, picture_rect;
    if (c.m.portrait()) {
        picture_rect = {content.x, content.y - c.m.px(24), content.w, c.m.page().h * 34 / 100};
        words.y = picture_rect.bottom() + c.m.px(48);
        words.h = content.bottom() - words.y;
    } else {
        // A framed picture, unlike the topic's bleeding one: the page is a sheet inside its topic.
        picture_rect = {content.right() - content.w * 34 / 100, content.y, content.w * 34 / 100, content.h};
        words.w = picture_rect.x - c.m.px(64) - words.x;
    }
    add_words(c, layer, argument, words);
    Corners const round = Corners::all(card_radius(c.m));
    if (auto image = picture(c, "picture", c.catalog().image(argument.image), picture_rect, round)) {
        layer.elements.push_back(std::move(*image));
    }
    return layer;
}

}
