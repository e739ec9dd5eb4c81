#include "view/blocks.h"

#include "content/markdown.h"
#include "view/figure.h"
#include "view/words.h"

namespace kiosk {
namespace {

constexpr int endless = 1 << 20;

/// Where marked-up text may be cut: at spaces outside of tags and emphasis.
std::vector<std::size_t> gaps(std::string_view markup) {
    std::vector<std::size_t> places;
    int depth = 0;
    for (std::size_t at = 0; at < markup.size(); ++at) {
        if (markup[at] == '<') depth += markup.substr(at, 2) == "</" ? -1 : 1;
        if (markup[at] == ' ' && depth == 0) places.push_back(at);
    }
    return places;
}

/// As many words of `markup` as fit into `box`; all of them if there is no place to cut.
std::size_t fitting(Context const& c, std::string const& markup, TextStyle const& style, Size box) {
    auto fits = [&](std::size_t length) {
        return c.ruler.measure(markup.substr(0, length), style, box.w, c.language).size.h <= box.h;
    };
    std::vector<std::size_t> const places = gaps(markup);
    if (places.empty() || fits(markup.size())) return markup.size();
    auto const beyond = std::ranges::partition_point(places, fits);
    return beyond == places.begin() ? places.front() : *(beyond - 1);
}

int thumbnail(Context const& c, Row const& row) { return row.image ? c.m.px(120) : 0; }

struct RowWords {
    TextPaint label;
    std::optional<TextPaint> note;
    int height = 0;
};

int row_padding(Context const& c) { return c.m.px(24); }

/// The words of a row, set at the top of it.
RowWords row_words(Context const& c, Row const& row, Rect rect) {
    int const pad = row_padding(c), image = thumbnail(c, row), arrow = c.m.type(32);
    Rect box{rect.x + pad + (image > 0 ? image + pad : 0), rect.y, 0, endless};
    box.w = rect.right() - 2 * pad - arrow - box.x;
    RowWords words{set_text(c, row.label, {type::label(c.m)}, box), {}, 0};
    words.height = words.label.rect.h;
    if (row.note.empty()) return words;
    box.y = words.label.rect.bottom() + c.m.px(8);
    words.note = set_text(c, row.note, {type::small(c.m), palette::stone}, box);
    words.height = words.note->rect.bottom() - rect.y;
    return words;
}

}

void Blocks::text(std::string id, Role role, std::string const& words, Setting setting, int before,
                  bool leads) {
    if (words.empty()) return;
    TextPaint paint = set_text(m_context, words, setting, {0, 0, m_sheet.w, endless});
    Block block{{}, paint.rect.h, before, leads};
    block.elements.push_back(kiosk::text(m_context, std::move(id), role, std::move(paint)));
    m_blocks.push_back(std::move(block));
}

int Blocks::held() const {
    int height = 0;
    for (auto block = m_blocks.rbegin(); block != m_blocks.rend() && block->leads; ++block)
        height += block->height + block->before;
    return height;
}

void Blocks::kicker(std::string const& words) {
    text("kicker", Role::Text, in_capitals(words), {type::kicker(m_context.m), palette::falu}, 0, true);
}

void Blocks::headline(std::string const& words) {
    TextStyle style = type::title(m_context.m);
    style.px = m_context.m.type(76);
    text("headline", Role::Heading, words, {style, palette::ink, Align::Left, true}, m_context.m.px(8), true);
}

void Blocks::heading(std::string id, std::string const& words) {
    text(std::move(id), Role::Heading, words, {type::card(m_context.m)}, m_context.m.px(40), true);
}

void Blocks::paragraph(std::string const& id, std::string const& words, Color color) {
    markup(id, escape_markup(words), color);
}

void Blocks::markup(std::string const& id, std::string const& words, Color color) {
    TextStyle const style = type::body(m_context.m);
    int const before = m_context.m.px(28);
    std::string left = words;
    for (int piece = 1; !left.empty(); ++piece) {
        int const above = piece == 1 ? held() : 0;
        Size const room{m_sheet.w, m_sheet.h - (above > 0 ? above + before : 0)};
        std::size_t const length = fitting(m_context, left, style, room);
        text(piece == 1 ? id : id + "." + std::to_string(piece), Role::Text, left.substr(0, length),
             {style, color, Align::Left, false, true}, before);
        left.erase(0, length);
        if (left.starts_with(' ')) left.erase(0, 1);
    }
}

void Blocks::small(std::string id, std::string const& words) {
    text(std::move(id), Role::Text, words, {type::small(m_context.m), palette::stone}, m_context.m.px(28));
}

void Blocks::figure(Figure const& figure) {
    TextStyle value = type::title(m_context.m);
    value.px = m_context.m.type(104);
    Layer layer;
    int const height = add_figure(m_context, layer, figure, {0, 0, m_sheet.w, endless}, value);
    m_blocks.push_back({std::move(layer.elements), height, m_context.m.px(32), false});
}

int Blocks::row_height(Row const& row, int width) const {
    int const words = row_words(m_context, row, {0, 0, width, 0}).height;
    return std::max({m_context.m.target(), words + 2 * row_padding(m_context), thumbnail(m_context, row)});
}

bool Blocks::suits(Row const& row, int width) const {
    int const two_lines = 3 * type::label(m_context.m).px;
    TextPaint const label = row_words(m_context, row, {0, 0, width, 0}).label;
    TextExtent const extent =
        m_context.ruler.measure(label.markup, type::label(m_context.m), label.rect.w, m_context.language);
    return label.rect.w > 0 && !extent.broken_word && extent.size.h <= two_lines;
}

Element Blocks::row(Row const& row, Rect rect) const {
    Context const& c = m_context;
    Element button =
        raised(c, row.id, row.note.empty() ? row.label : row.label + ", " + row.note, rect, row.command);
    if (row.chosen) std::get<Panel>(button.paints.front()).fill = palette::sand_dark;
    int const radius = card_radius(c.m);
    if (row.image) {
        Rect const place{rect.x, rect.y, thumbnail(c, row) + row_padding(c), rect.h};
        button.paints.push_back(picture(c, "", row.image, place, {radius, 0, 0, radius})->paints.front());
    }
    RowWords words = row_words(c, row, rect);
    int const shift = (rect.h - words.height) / 2;
    words.label.rect.y += shift;
    button.paints.push_back(std::move(words.label));
    if (words.note) {
        words.note->rect.y += shift;
        button.paints.push_back(std::move(*words.note));
    }
    int const arrow = c.m.type(32);
    Rect const tip{rect.right() - row_padding(c) - arrow, rect.y + (rect.h - arrow) / 2, arrow, arrow};
    button.paints.push_back(draw_icon(Icon::Forward, tip, palette::falu));
    return button;
}

void Blocks::rows(std::vector<Row> const& all) {
    int const gap = m_context.m.px(20), half = (m_sheet.w - gap) / 2;
    bool const two = std::ranges::all_of(all, [&](Row const& each) { return suits(each, half); });
    std::size_t const columns = two ? 2 : 1;
    int const width = two ? half : m_sheet.w;
    for (std::size_t first = 0; first < all.size(); first += columns) {
        std::size_t const end = std::min(all.size(), first + columns);
        Block block{{}, 0, first == 0 ? m_context.m.px(32) : gap, false};
        for (std::size_t i = first; i < end; ++i)
            block.height = std::max(block.height, row_height(all[i], width));
        for (std::size_t i = first; i < end; ++i) {
            int const x = int(i - first) * (width + gap);
            block.elements.push_back(row(all[i], {x, 0, width, block.height}));
        }
        m_blocks.push_back(std::move(block));
    }
}

void Blocks::term(std::string const& id, std::string const& name, std::string const& words) {
    Context const& c = m_context;
    text(id, Role::Text, name, {type::label(c.m)}, c.m.px(28), !words.empty());
    text(id + ".role", Role::Text, words, {type::small(c.m), palette::stone}, c.m.px(8));
}

void Blocks::code(std::string const& name, std::string const& lead, std::string const& payload) {
    Context const& c = m_context;
    int const side = std::min({m_sheet.w, m_sheet.h * 2 / 3, c.m.px(480)}), gap = c.m.px(48);
    int const beside = m_sheet.w - side - gap;
    bool const across = beside >= 9 * type::body(c.m).px;
    Layer layer;
    Column column(c, layer, {across ? side + gap : 0, 0, across ? beside : m_sheet.w, endless});
    column.add("qr.title", Role::Heading, name, {type::card(c.m), palette::ink, Align::Left, true}, endless);
    column.skip(c.m.px(16));
    column.add("qr.lead", Role::Text, lead, {type::body(c.m)}, endless);
    int const words = column.rest().y, top = across ? 0 : words + c.m.px(24);
    if (across) {
        for (Element& element : layer.elements) move(element, 0, std::max(0, (side - words) / 2));
    }
    layer.elements.push_back(qr_panel(c, "qr", name, payload, {0, top, side, side}));
    m_blocks.push_back({std::move(layer.elements), std::max(words, top + side), c.m.px(32), false});
}

void Blocks::meter(std::string const& name, double done) {
    int const height = m_context.m.px(20);
    Rect const rect{0, 0, std::min(m_sheet.w, m_context.m.px(800)), height};
    m_blocks.push_back(
        {{kiosk::meter(m_context, "seats.meter", name, rect, done, palette::ochre, palette::line)},
         height,
         m_context.m.px(24),
         false});
}

}
