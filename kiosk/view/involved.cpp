#include "view/pages.h"
#include "view/vcard.h"
#include "view/words.h"

namespace kiosk {
namespace {

void add_partners(Context const& c, Layer& layer, Rect area) {
    auto const& partners = c.catalog().partners;
    if (partners.empty()) return;
    int const columns = area.w >= c.m.px(820) ? 2 : 1, rows = (int(partners.size()) + columns - 1) / columns;
    std::vector<Rect> const cells = grid(area, columns, rows, c.m.px(20));
    for (std::size_t i = 0; i < partners.size(); ++i) {
        std::string const id = "partner." + partners[i].id;
        Column column(c, layer, cells[i]);
        column.add(id, Role::Text, c.in(partners[i].name), {type::label(c.m)}, c.m.px(90));
        column.skip(c.m.px(4));
        column.add(id + ".role", Role::Text, c.in(partners[i].role), {type::small(c.m), palette::stone},
                   std::max(1, column.rest().h));
    }
}

void add_words(Context const& c, Layer& layer, Rect area) {
    Column column(c, layer, area);
    column.add("kicker", Role::Text, in_capitals(c.say("involved.kicker")),
               {type::kicker(c.m), palette::falu}, c.m.px(50));
    column.skip(c.m.px(8));
    TextStyle headline = type::title(c.m);
    headline.px = c.m.px(76);
    column.add("headline", Role::Heading, c.say("involved.title"),
               {headline, palette::ink, Align::Left, true}, c.m.px(190));
    column.skip(c.m.px(20));
    column.add("lead", Role::Text, c.say("involved.lead"), {type::note(c.m), palette::stone}, c.m.px(200));
    column.skip(c.m.px(26));
    column.add("partners", Role::Heading, c.say("involved.partners"), {type::card(c.m)}, c.m.px(60));
    column.skip(c.m.px(14));
    add_partners(c, layer, column.rest());
}

void add_contact(Context const& c, Layer& layer, Contact const& contact, Rect panel) {
    layer.elements.push_back(area("panel", {.rect = panel, .fill = palette::spruce}));
    Rect const inner = panel.inset(c.m.px(56));
    int const side = std::min({inner.w, inner.h - c.m.px(330), c.m.px(440)});
    Column column(c, layer,
                  {inner.x, inner.y + std::max(0, (inner.h - side - c.m.px(320)) / 2), inner.w, inner.h});
    Rect const strip = column.take(side);
    Rect const code{strip.x + (strip.w - side) / 2, strip.y, side, side};
    std::string const card = vcard(contact, c.language, c.model.settings.contact_public);
    layer.elements.push_back(qr_panel(c, "qr", c.say("involved.vcard"), card, code));
    column.skip(c.m.px(28));
    column.add("contact.scan", Role::Text, c.say("involved.vcard"),
               {type::label(c.m), palette::ochre_light, Align::Center, true}, c.m.px(90));
    column.skip(c.m.px(14));
    column.add("contact.office", Role::Heading, c.in(contact.office),
               {type::card(c.m), palette::paper, Align::Center, true}, c.m.px(110));
    column.skip(c.m.px(8));
    std::string const& role = c.in(contact.role);
    std::string const who = contact.organisation + (role.empty() ? "" : ". " + role);
    column.add("contact.role", Role::Text, who, {type::note(c.m), palette::paper, Align::Center, true},
               c.m.px(120));
}

}

Layer involved_page(Context const& c) {
    Layer layer{"page involved", palette::birch, {}};
    Rect const page = c.m.page(), content = c.m.content();
    auto const& contacts = c.catalog().contacts;
    if (contacts.empty()) {
        add_words(c, layer, content);
    } else if (c.m.portrait()) {
        int const cut = page.h * 54 / 100;
        add_words(c, layer, {content.x, content.y, content.w, cut - content.y - c.m.px(40)});
        add_contact(c, layer, contacts.front(), {0, cut, page.w, page.h - cut});
    } else {
        int const cut = page.w * 64 / 100;
        add_words(c, layer, {content.x, content.y, cut - content.x - c.m.px(64), content.h});
        add_contact(c, layer, contacts.front(), {cut, 0, page.w - cut, page.h});
    }
    return layer;
}

}
