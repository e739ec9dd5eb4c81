#include "view/pages.h"
#include "view/vcard.h"
#include "view/words.h"

namespace kiosk {
namespace {

/// A partner's name and what it does, set at the top of a cell.
struct PartnerWords {
    TextPaint name;
    std::optional<TextPaint> role;

    int height() const { return (role ? *role : name).rect.bottom() - name.rect.y; }
};

PartnerWords partner_words(Context const& c, Partner const& partner, Rect cell) {
    PartnerWords words{set_text(c, c.in(partner.name), {type::label(c.m)}, cell), {}};
    if (partner.role.empty()) return words;
    int const top = words.name.rect.bottom() + c.m.px(4);
    words.role = set_text(c, c.in(partner.role), {type::small(c.m), palette::stone, Align::Left, true},
                          {cell.x, top, cell.w, std::max(1, cell.bottom() - top)});
    return words;
}

/// One row of partners under a hairline, each row as high as its longest words.
class PartnerTable {
public:
    PartnerTable(Context const& c, Rect area, int columns) : m_c(c), m_area(area), m_columns(columns) {}

    int rows() const { return (int(partners().size()) + m_columns - 1) / m_columns; }

    int row_height(int row) const {
        int height = 0;
        for (int i = row * m_columns; i < std::min((row + 1) * m_columns, int(partners().size())); ++i)
            height = std::max(height, words(i, m_area.y).height());
        return height;
    }

    /// What is left of the height goes between the rows, up to a limit.
    void add(Layer& layer) const {
        if (partners().empty()) return;
        int needed = 0;
        for (int row = 0; row < rows(); ++row) needed += row_height(row);
        int const spare = (m_area.h - needed) / rows(),
                  pad = std::clamp(spare / 2, m_c.m.px(8), m_c.m.px(22));
        int y = m_area.y;
        for (int row = 0; row < rows(); ++row) {
            for (int i = row * m_columns; i < std::min((row + 1) * m_columns, int(partners().size())); ++i)
                add_cell(layer, i, y, pad);
            y += row_height(row) + 2 * pad;
        }
    }

private:
    std::vector<Partner> const& partners() const { return m_c.catalog().partners; }

    Rect cell(int number, int y) const {
        int const gap = m_c.m.px(40), width = (m_area.w - (m_columns - 1) * gap) / m_columns;
        return {m_area.x + number % m_columns * (width + gap), y, width, m_area.h};
    }

    PartnerWords words(int number, int y) const {
        return partner_words(m_c, partners()[std::size_t(number)], cell(number, y));
    }

    void add_cell(Layer& layer, int number, int y, int pad) const {
        Rect const rect = cell(number, y);
        std::string const id = "partner." + partners()[std::size_t(number)].id;
        layer.elements.push_back(area(
            id + ".line", {.rect = {rect.x, y, rect.w, std::max(1, m_c.m.px(2))}, .fill = palette::line}));
        PartnerWords set = words(number, y + pad);
        layer.elements.push_back(text(m_c, id, Role::Text, std::move(set.name)));
        if (set.role) layer.elements.push_back(text(m_c, id + ".role", Role::Text, std::move(*set.role)));
    }

    Context const& m_c;
    Rect m_area;
    int m_columns;
};

void add_words(Context const& c, Layer& layer, Rect area) {
    Column column(c, layer, area);
    column.add("kicker", Role::Text, in_capitals(c.say("involved.kicker")),
               {type::kicker(c.m), palette::falu}, c.m.px(50));
    column.skip(c.m.px(4));
    TextStyle headline = type::title(c.m);
    headline.px = c.m.px(84);
    column.add("headline", Role::Heading, c.say("involved.title"),
               {headline, palette::ink, Align::Left, true}, c.m.px(190));
    column.skip(c.m.px(14));
    column.add("lead", Role::Text, c.say("involved.lead"), {type::note(c.m)}, c.m.px(200));
    column.skip(c.m.px(32));
    column.add("partners", Role::Heading, c.say("involved.partners"), {type::card(c.m)}, c.m.px(60));
    column.skip(c.m.px(20));
    PartnerTable(c, column.rest(), c.m.portrait() ? 1 : 2).add(layer);
}

/// An address as people say it: "www.borlange.se".
std::string without_scheme(std::string url) {
    if (auto at = url.find("://"); at != std::string::npos) url.erase(0, at + 3);
    if (url.ends_with('/')) url.pop_back();
    return url;
}

/// Whom one reaches, and how; a person only where that is allowed.
void add_contact_words(Context const& c, Contact const& contact, Column& column, Align align) {
    bool const person = c.model.settings.contact_public && !contact.person.empty();
    auto add = [&](std::string id, std::string const& words, TextStyle const& style, Color color,
                   int before) {
        if (words.empty()) return;
        column.skip(c.m.px(before));
        column.add(std::move(id), Role::Text, words, {style, color, align, true}, c.m.px(130));
    };
    TextStyle strong = type::label(c.m);
    std::string const& office = c.in(contact.office);
    column.add("contact.name", Role::Heading, person ? contact.person : office,
               {type::card(c.m), palette::paper, align, true}, c.m.px(110));
    if (person) add("contact.office", office, strong, palette::paper, 6);
    add("contact.organisation", contact.organisation, person ? type::note(c.m) : strong, palette::paper, 6);
    add("contact.role", c.in(contact.role), type::note(c.m), palette::paper, 10);
    if (person) add("contact.phone", contact.phone, strong, palette::ochre_light, 18);
    add("contact.email", contact.email, strong, palette::ochre_light, person ? 6 : 18);
    add("contact.url", without_scheme(contact.url), strong, palette::ochre_light, person ? 6 : 18);
}

/// The code, at most `most` wide, in the middle of `strip` with its caption below; returns their height.
int add_code(Context const& c, Layer& layer, Contact const& contact, Rect strip, int most) {
    std::string const card = vcard(contact, c.language, c.model.settings.contact_public);
    int const side = qr_panel_side(c, card, most);
    Rect const code{strip.x + (strip.w - side) / 2, strip.y, side, side};
    layer.elements.push_back(qr_panel(c, "qr", c.say("involved.vcard"), card, code));
    TextPaint caption =
        set_text(c, c.say("involved.vcard"), {type::label(c.m), palette::ochre_light, Align::Center, true},
                 {strip.x, code.bottom() + c.m.px(20), strip.w, c.m.px(90)});
    int const height = caption.rect.bottom() - strip.y;
    layer.elements.push_back(text(c, "contact.scan", Role::Text, std::move(caption)));
    return height;
}

int add_words_below(Context const& c, Layer& layer, Contact const& contact, Rect area, Align align) {
    Column column(c, layer, area);
    add_contact_words(c, contact, column, align);
    return column.rest().y - area.y;
}

/// In landscape everything stands on the panel's middle line, in portrait the words beside the code.
void add_contact(Context const& c, Layer& layer, Contact const& contact, Rect panel) {
    layer.elements.push_back(area("panel", {.rect = panel, .fill = palette::spruce}));
    bool const beside = c.m.portrait();
    Rect const inner = panel.inset(c.m.px(beside ? 64 : 56));
    int const gap = c.m.px(beside ? 56 : 36), left = beside ? c.m.px(430) + gap : 0;
    Layer code, words;
    int const words_height =
        add_words_below(c, words, contact, {inner.x + left, panel.y, inner.w - left, panel.h},
                        beside ? Align::Left : Align::Center);
    int const caption = c.m.px(20 + 40), above = inner.h - words_height - gap - caption;
    int const most = beside ? left - gap : std::min({inner.w, above, c.m.px(520)});
    Rect const strip{inner.x, panel.y, beside ? most : inner.w, panel.h};
    int const code_height = add_code(c, code, contact, strip, most);
    int const top = (panel.h - code_height - gap - words_height) / 2;
    auto add = [&](Layer& parts, int drop) {
        for (Element& element : parts.elements) {
            move(element, 0, drop);
            layer.elements.push_back(std::move(element));
        }
    };
    add(code, beside ? (panel.h - code_height) / 2 : top);
    add(words, beside ? (panel.h - words_height) / 2 : top + code_height + gap);
}

}

Layer involved_page(Context const& c) {
    Layer layer{"page involved", palette::birch, {}};
    Rect const page = c.m.page(), content = c.m.content();
    auto const& contacts = c.catalog().contacts;
    if (contacts.empty()) {
        add_words(c, layer, content);
    } else if (c.m.portrait()) {
        int const cut = page.h - c.m.px(660);
        add_words(c, layer, {content.x, content.y, content.w, cut - content.y - c.m.px(48)});
        add_contact(c, layer, contacts.front(), {0, cut, page.w, page.h - cut});
    } else {
        int const cut = page.w * 63 / 100;
        add_words(c, layer, {content.x, content.y, cut - content.x - c.m.px(64), content.h});
        add_contact(c, layer, contacts.front(), {cut, 0, page.w - cut, page.h});
    }
    return layer;
}

}
