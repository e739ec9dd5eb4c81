#include "view/figure.h"
#include "view/ornament.h"
#include "view/pages.h"
#include "view/sections.h"
#include "view/words.h"

namespace kiosk {
namespace {

/// The page's own ground.
constexpr PanelLook on_birch{palette::birch, palette::falu, palette::ink, {}};

TextStyle headline_style(Context const& c, int px) {
    TextStyle style = type::title(c.m);
    style.px = c.m.px(px);
    return style;
}

TextStyle value_style(Context const& c, int px) {
    TextStyle style = type::display(c.m);
    style.px = c.m.px(px);
    return style;
}

Rect bounds(Layer const& layer) {
    Rect all;
    for (Element const& element : layer.elements) all = all.united(element.rect);
    return all;
}

/// One page, composed as its topic asks for. Pictures bleed; tabs and rows stand at the foot, where hands
/// are, and what is above them takes the rest.
class TopicPage {
public:
    TopicPage(Context const& c, Topic const& topic, Section const& shown)
        : m_c(c),
          m_topic(topic),
          m_shown(shown),
          m_page(c.m.page()),
          m_content(c.m.content()),
          m_look(panel_look(topic.layout)),
          m_layer{"page topic " + topic.id + " " + shown.id, palette::birch, {}} {}

    Layer compose() {
        bool const tall = m_c.m.portrait();
        switch (m_topic.layout) {
        case PageLayout::Left:
            tall ? picture_above() : picture_beside(true);
            break;
        case PageLayout::Right:
            tall ? picture_amid() : picture_beside(false);
            break;
        case PageLayout::Band:
            tall ? tall_band() : band();
            break;
        case PageLayout::Figure:
            tall ? tall_figure() : figure_beside();
            break;
        }
        return std::move(m_layer);
    }

private:
    Figure const* figure_of(Section const& section) const {
        if (section.figure) return &*section.figure;
        return m_topic.figure ? &*m_topic.figure : nullptr;
    }
    Figure const* figure() const { return figure_of(m_shown); }
    int px(double token) const { return m_c.m.px(token); }

    void add_picture(Rect rect) {
        Image const* own = m_c.catalog().image(m_shown.image);
        Image const* image = own ? own : m_c.catalog().image(m_topic.image);
        if (auto element = picture(m_c, "picture", image, rect))
            m_layer.elements.push_back(std::move(*element));
    }

    void add_ground(std::string id, Rect rect, Color fill, Corners corners = {}) {
        m_layer.elements.push_back(area(std::move(id), {.rect = rect, .fill = fill, .corners = corners}));
    }

    /// Kicker and headline at the top of `box`; returns where they end.
    int add_heading(Layer& layer, Rect box, int size, PanelLook const& look) const {
        Column column(m_c, layer, box);
        column.add("kicker", Role::Text, in_capitals(m_c.in(m_topic.title)),
                   {type::kicker(m_c.m), look.kicker, Align::Left, true}, px(50));
        column.skip(px(8));
        TextStyle const style = headline_style(m_c, size);
        column.add("headline", Role::Heading, m_c.in(m_topic.headline),
                   {style, look.headline, Align::Left, true}, px(size * 2.4));
        return column.rest().y;
    }
    int heading_height(int width, int size) const {
        Layer unseen;
        return add_heading(unseen, {0, 0, width, m_page.h}, size, on_birch);
    }

    void add_moved(Layer parts, int down) {
        for (Element& element : parts.elements) {
            move(element, 0, down);
            m_layer.elements.push_back(std::move(element));
        }
    }

    /// Height of the highest figure of any section, so that all of them start at one place.
    template <typename Set> int figures_height(Set const& set) const {
        int most = 0;
        for (Section const& section : m_topic.sections) {
            Layer unseen;
            if (Figure const* each = figure_of(section)) most = std::max(most, set(unseen, *each));
        }
        return most;
    }

    auto stacked(Rect box, TextStyle value, TextStyle unit, FigureColors const& colors) const {
        return [=, this](Layer& layer, Figure const& figure) {
            return stack_figure(m_c, layer, figure, box, {value, unit, colors});
        };
    }

    auto in_row(Rect box, FigureColors const& colors) const {
        return [=, this](Layer& layer, Figure const& figure) {
            return add_figure(m_c, layer, figure, box, value_style(m_c, 116), colors);
        };
    }

    /// A row with the figure in its middle, or `none` high.
    int figure_row(int none) const {
        if (!figure()) return none;
        Rect const box{m_content.x, 0, m_content.w, m_page.h};
        return std::max(px(208), figures_height(in_row(box, m_look.figure)) + 2 * px(36));
    }

    /// Adds the figure that `set` sets at the top of `box`, in its middle. Returns where it starts.
    template <typename Set> int add_figure_in(Rect box, Set const& set) {
        if (!figure()) return box.bottom();
        Layer parts;
        set(parts, *figure());
        int const down = std::max(0, box.h - figures_height(set)) / 2;
        add_moved(std::move(parts), down);
        return box.y + down;
    }

    /// The picture fills one side above its figure, the words the other.
    void picture_beside(bool at_left) {
        int const width = m_page.w * 42 / 100, words_width = m_page.w - width - px(72) - m_c.m.margin();
        Rect words{at_left ? width + px(72) : m_c.m.margin(), m_content.y, words_width, m_content.h};
        words.y = add_heading(m_layer, words, 84, on_birch) + px(36);
        words.h = m_content.bottom() - words.y;
        int const x = at_left ? 0 : m_page.w - width, low = figure() ? px(352) : 0;
        add_picture({x, 0, width, m_page.h - low});
        Rect const panel{x, m_page.h - low, width, low};
        if (figure()) {
            add_ground("panel", panel, m_look.fill);
            int const outer = m_c.m.margin(), inner = px(48);
            Rect const box{panel.x + (at_left ? outer : inner), panel.y, panel.w - outer - inner, panel.h};
            add_figure_in(box, stacked(box, value_style(m_c, 128), type::label(m_c.m), m_look.figure));
        }
        add_sections(m_c, m_layer, m_topic, m_shown, words, 1);
    }

    /// A notch of the page's ground in the picture's lower left corner, with the headline on it.
    void add_notch(int cut) {
        int const width = std::min(m_content.w, px(860));
        Layer parts;
        int const height = add_heading(parts, {m_content.x, 0, width, m_page.h}, 84, on_birch);
        Rect const notch{0, cut - height - px(28), bounds(parts).right() + px(64), height + px(28)};
        add_ground("notch", notch, palette::birch, {0, px(40), 0, 0});
        add_moved(std::move(parts), notch.y + px(36));
    }

    /// The picture across the whole width; the figure and two columns of rows below.
    void band() {
        int const cut = m_page.h / 2, left = figure() ? px(500) : 0, gap = figure() ? px(64) : 0;
        add_picture({0, 0, m_page.w, cut});
        add_notch(cut);
        Rect const below{m_content.x, cut + px(40), m_content.w, m_content.bottom() - cut - px(40)};
        Layer sections;
        int const top = add_sections(m_c, sections, m_topic, m_shown,
                                     {below.x + left + gap, below.y, below.w - left - gap, below.h}, 2);
        Rect const box{below.x, top, left, below.bottom() - top};
        add_figure_in(box, stacked(box, value_style(m_c, 128), type::body(m_c.m), on_birch.figure));
        add_moved(std::move(sections), 0);
    }

    /// Below the tall band, the figure in a row of its own.
    void tall_band() {
        int const rows = sections_height(m_c, m_topic, 1, px(112)), row = figure_row(px(56));
        int const cut = m_content.bottom() - rows - row;
        add_picture({0, 0, m_page.w, cut});
        add_notch(cut);
        Rect const box{m_content.x, cut, m_content.w, row};
        add_figure_in(box, in_row(box, on_birch.figure));
        add_sections(m_c, m_layer, m_topic, m_shown, {m_content.x, cut + row, m_content.w, rows}, 1);
    }

    /// The picture on top, all words below it.
    void picture_above() {
        int const rows = sections_height(m_c, m_topic, 1, px(104)), row = figure_row(px(40));
        int const heading = heading_height(m_content.w, 84);
        int const top = m_content.bottom() - rows - row - heading;
        add_picture({0, 0, m_page.w, top - px(52)});
        add_heading(m_layer, {m_content.x, top, m_content.w, heading}, 84, on_birch);
        Rect const box{m_content.x, top + heading, m_content.w, row};
        add_figure_in(box, in_row(box, on_birch.figure));
        add_sections(m_c, m_layer, m_topic, m_shown, {m_content.x, top + heading + row, m_content.w, rows},
                     1);
    }

    /// The headline on top, the picture and its figure in the middle, the rows below.
    void picture_amid() {
        int const rows = sections_height(m_c, m_topic, 1, px(104)), low = figure_row(0);
        int const top = add_heading(m_layer, m_content, 84, on_birch) + px(44);
        int const foot = m_content.bottom() - rows - px(48);
        add_picture({0, top, m_page.w, foot - low - top});
        Rect const panel{0, foot - low, m_page.w, low};
        if (figure()) {
            add_ground("panel", panel, m_look.fill);
            Rect const box{m_content.x, panel.y, m_content.w, panel.h};
            add_figure_in(box, in_row(box, m_look.figure));
        }
        add_sections(m_c, m_layer, m_topic, m_shown,
                     {m_content.x, m_content.bottom() - rows, m_content.w, rows}, 1);
    }

    /// Kurbits that grows in from the right, above what begins at `foot`, where the words in `heading` leave
    /// room for it.
    void add_ornament(Rect panel, Rect heading, int foot) {
        int const below = foot - heading.bottom(), beside = panel.right() - heading.right() - px(32);
        int const side = std::min({std::max(below, beside), foot - panel.y, px(380)});
        if (side < px(180)) return;
        m_layer.elements.push_back(
            ornament("ornament", {panel.right() - side, foot - side, side, side}, kurbits::on_spruce, true));
    }

    /// The headline and a very large figure on a ground of their own, which is as high as they need, at least
    /// `height`.
    Rect add_figure_panel(int width, int height, int size) {
        Layer heading;
        int const x = m_content.x, inner = width - x - px(64);
        int const top = add_heading(heading, {x, m_content.y, inner, m_page.h}, 80, m_look) + px(24);
        TextStyle value = value_style(m_c, size), unit = type::card(m_c.m);
        unit.px = px(42);
        auto const set = [&](Rect box) { return stacked(box, value, unit, m_look.figure); };
        int const figures = figures_height(set({x, 0, inner, m_page.h})), foot = px(64);
        Rect const panel{0, 0, width, std::max(height, top + figures + foot)};
        add_ground("panel", panel, m_look.fill);
        Rect const words = bounds(heading), box{x, panel.bottom() - foot - figures, inner, figures};
        add_ornament(panel, words, box.y + value.px / 4);
        add_moved(std::move(heading), 0);
        add_figure_in(box, set(box));
        return panel;
    }

    void figure_beside() {
        Rect const panel = add_figure_panel(m_page.w * 46 / 100, m_page.h, 236);
        int const x = panel.right() + px(64), width = m_content.right() - x;
        int const rows = sections_height(m_c, m_topic, 1, px(104)), top = m_content.bottom() - rows;
        add_picture({panel.right(), 0, m_page.w - panel.w, top - px(48)});
        add_sections(m_c, m_layer, m_topic, m_shown, {x, top, width, rows}, 1);
    }

    void tall_figure() {
        Rect const panel = add_figure_panel(m_page.w, 0, 320);
        int const rows = sections_height(m_c, m_topic, 1, px(104)), top = m_content.bottom() - rows;
        add_picture({0, panel.bottom(), m_page.w, top - px(48) - panel.bottom()});
        add_sections(m_c, m_layer, m_topic, m_shown, {m_content.x, top, m_content.w, rows}, 1);
    }

    Context const& m_c;
    Topic const& m_topic;
    Section const& m_shown;
    Rect m_page, m_content;
    PanelLook m_look;
    Layer m_layer;
};

}

Layer topic_page(Context const& c, Topic const& topic, int part) {
    bool const known = part >= 0 && std::size_t(part) < topic.sections.size();
    return TopicPage(c, topic, topic.sections[known ? std::size_t(part) : 0]).compose();
}

}
