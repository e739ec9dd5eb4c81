#include "content/markdown.h"
#include "view/ornament.h"
#include "view/pages.h"
#include "view/words.h"

namespace kiosk {
namespace {

/// What all cards share, so that their pictures end on one line and their titles have one size.
struct CardSetting {
    TextStyle title;
    bool leads = true;  ///< Standing, the pictures need the room more.
    int words = 0;      ///< Height of title and lead.
};

/// The lead below a title that ends at `top`.
TextPaint card_lead(Context const& c, Topic const& topic, Rect box, int top) {
    top += c.m.px(8);
    return set_text(c, c.in(topic.lead), {type::small(c.m), palette::stone, Align::Left, true},
                    {box.x, top, box.w, c.m.px(200)});
}

int card_padding(Context const& c) { return c.m.px(24); }

CardSetting card_setting(Context const& c, int card_width) {
    int const width = card_width - 2 * card_padding(c);
    CardSetting setting{type::card(c.m), !c.m.portrait()};
    int const one_line = c.ruler.measure("X", setting.title, width, c.language).size.h;
    for (Topic const& topic : c.catalog().topics) {
        setting.title = fitted(c, escape_markup(c.in(topic.title)), setting.title, {width, one_line});
    }
    for (Topic const& topic : c.catalog().topics) {
        Rect const box{0, 0, width, c.m.px(400)};
        int const title = set_text(c, c.in(topic.title), {setting.title}, box).rect.bottom();
        int const end = setting.leads ? card_lead(c, topic, box, title).rect.bottom() : title;
        setting.words = std::max(setting.words, end);
    }
    return setting;
}

Element topic_card(Context const& c, Topic const& topic, Rect rect, CardSetting const& setting) {
    int const pad = card_padding(c), radius = card_radius(c.m);
    Element card =
        raised(c, "card." + topic.id, c.in(topic.title), rect, Open{{Page::Kind::Topic, topic.id}});
    Rect const picture_rect{rect.x, rect.y, rect.w, rect.h - setting.words - 2 * pad};
    Corners const upper{radius, radius, 0, 0};
    if (auto image = picture(c, "", c.catalog().image(topic.image), picture_rect, upper))
        card.paints.push_back(image->paints.front());
    show_press_over(c, card, picture_rect, upper);
    Rect const box{rect.x + pad, picture_rect.bottom() + pad, rect.w - 2 * pad, setting.words};
    TextPaint title = set_text(c, c.in(topic.title), {setting.title}, box);
    int const below = title.rect.bottom();
    card.paints.push_back(std::move(title));
    if (setting.leads) card.paints.push_back(card_lead(c, topic, box, below));
    return card;
}

/// A dark or quiet card with two lines, for what is not a topic. The dark one bears flowers beside them.
Element side_card(Context const& c, std::string id, std::string const& title, std::string const& lead,
                  Rect rect, bool dark, Page::Kind kind) {
    Element card = raised(c, std::move(id), title, rect, Open{{kind, ""}});
    Panel& panel = std::get<Panel>(card.paints.front());
    bool const down = !panel.shadow;
    panel.shadow = false;
    panel.fill =
        dark ? (down ? palette::spruce_light : palette::spruce) : (down ? palette::sand_dark : palette::sand);
    Rect const box = rect.inset(c.m.px(26));
    TextPaint head = set_text(
        c, title, {type::label(c.m), dark ? palette::ochre_light : palette::falu, Align::Left, true}, box);
    Rect below{box.x, head.rect.bottom() + c.m.px(6), box.w, box.bottom() - head.rect.bottom() - c.m.px(6)};
    TextPaint line =
        set_text(c, lead, {type::small(c.m), dark ? palette::paper : palette::ink, Align::Left, true}, below);
    int const shift = (box.h - (line.rect.bottom() - box.y)) / 2;
    head.rect.y += shift;
    line.rect.y += shift;
    int const side = rect.h - c.m.px(8), right = rect.right() - c.m.px(8);
    if (dark && std::max(head.rect.right(), line.rect.right()) < right - side) {
        Element const flowers = ornament("", {right - side, rect.y, side, side}, kurbits::on_spruce, true);
        card.paints.push_back(flowers.paints.front());
    }
    card.paints.push_back(std::move(head));
    card.paints.push_back(std::move(line));
    return card;
}

void add_side_cards(Context const& c, Layer& layer, std::vector<Rect> const& cells) {
    layer.elements.push_back(
        side_card(c, "card.map", c.say("home.map"), c.say("home.map_lead"), cells[0], true, Page::Kind::Map));
    layer.elements.push_back(side_card(c, "card.involved", c.say("home.involved"),
                                       c.say("home.involved_lead"), cells[1], false, Page::Kind::Involved));
}

void add_greeting(Context const& c, Column& column) {
    column.add("kicker", Role::Text, in_capitals(c.say("home.kicker")), {type::kicker(c.m), palette::falu},
               c.m.px(60));
    column.skip(c.m.px(12));
    TextStyle title = type::display(c.m);
    title.px = c.m.px(116);
    column.add("title", Role::Heading, c.say("home.title"), {title, palette::ink}, c.m.px(300));
    column.skip(c.m.px(24));
    column.add("lead", Role::Text, c.say("home.lead"), {type::body(c.m), palette::stone, Align::Left, true},
               c.m.px(200));
}

void add_topics(Context const& c, Layer& layer, Rect area) {
    auto const& topics = c.catalog().topics;
    if (topics.empty()) return;
    int const columns = std::clamp(area.w / c.m.px(320), 1, 3);
    int const rows = (int(topics.size()) + columns - 1) / columns;
    std::vector<Rect> const cells = grid(area, columns, rows, c.m.gap());
    CardSetting const setting = card_setting(c, cells.front().w);
    for (std::size_t i = 0; i < topics.size(); ++i)
        layer.elements.push_back(topic_card(c, topics[i], cells[i], setting));
}

}

Layer home_page(Context const& c) {
    Layer layer{"page home", palette::birch, {}};
    Rect const content = c.m.content();
    int const side_height = c.m.px(136);
    if (c.m.portrait()) {
        Column column(c, layer, content);
        add_greeting(c, column);
        column.skip(c.m.px(48));
        Rect rest = column.rest();
        Rect const sides{rest.x, rest.bottom() - side_height, rest.w, side_height};
        rest.h -= side_height + c.m.gap();
        add_topics(c, layer, rest);
        add_side_cards(c, layer, grid(sides, 2, 1, c.m.gap()));
        return layer;
    }
    int const left_width = c.m.px(472);
    Column column(c, layer, {content.x, content.y, left_width, content.h});
    add_greeting(c, column);
    Rect const sides{content.x, content.bottom() - 2 * side_height - c.m.px(24), left_width,
                     2 * side_height + c.m.px(24)};
    int const from = content.x + left_width + c.m.px(56);
    add_topics(c, layer, {from, content.y, content.right() - from, content.h});
    add_side_cards(c, layer, grid(sides, 1, 2, c.m.px(24)));
    return layer;
}

}
