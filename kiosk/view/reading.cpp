#include "view/reading.h"

#include "content/markdown.h"
#include "view/sheets.h"
#include "view/standing.h"
#include "view/vcard.h"
#include "view/words.h"

namespace kiosk {
namespace {

void write_home(Context const& c, Blocks& out) {
    out.kicker(c.say("home.kicker"));
    out.headline(c.say("home.title"));
    out.paragraph("lead", c.say("home.lead"), palette::stone);
    std::vector<Row> rows;
    for (Topic const& topic : c.catalog().topics) {
        rows.push_back({"card." + topic.id, c.in(topic.title), Open{{Page::Kind::Topic, topic.id}}, "",
                        c.catalog().image(topic.image)});
    }
    rows.push_back({"card.map", c.say("home.map"), Open{{Page::Kind::Map, ""}}});
    rows.push_back({"card.involved", c.say("home.involved"), Open{{Page::Kind::Involved, ""}}});
    out.rows(rows);
}

void write_topic(Context const& c, Blocks& out, Topic const& topic) {
    out.kicker(c.in(topic.title));
    out.headline(c.in(topic.headline));
    if (topic.figure) out.figure(*topic.figure);
    for (Section const& section : topic.sections) {
        if (!section.title.empty()) out.heading("section." + section.id, c.in(section.title));
        std::vector<Row> rows;
        for (std::string const& id : section.arguments) {
            if (Argument const* argument = c.catalog().argument(id))
                rows.push_back({"argument." + id, c.in(argument->title), Open{{Page::Kind::Argument, id}}});
        }
        out.rows(rows);
    }
}

void write_argument(Context const& c, Blocks& out, Argument const& argument) {
    if (Topic const* topic = c.catalog().topic(argument.topic)) out.kicker(c.in(topic->title));
    out.headline(c.in(argument.title));
    if (argument.figure) out.figure(*argument.figure);
    int number = 0;
    for (Paragraph const& paragraph : read_markdown(c.in(argument.body))) {
        out.markup("body." + std::to_string(++number),
                   paragraph.list_item ? "–  " + paragraph.markup : paragraph.markup);
    }
    if (std::string const origin = say_sources(c, argument); !origin.empty()) out.small("source", origin);
}

std::vector<Row> place_rows(Context const& c, Place const* chosen) {
    std::vector<Row> rows;
    for (Place const& place : c.catalog().places) {
        rows.push_back({"place." + place.id, place.name, Open{{Page::Kind::Map, place.id}, true}, "", nullptr,
                        &place == chosen});
    }
    return rows;
}

Figure inhabitants(Context const& c, int number, std::string const& unit, Place const& from) {
    return {LocalizedText(say_number(c, number)), LocalizedText(unit), from.inhabitants_year,
            from.inhabitants_source, ""};
}

void write_place(Context const& c, Blocks& out, Place const* place) {
    out.kicker(c.say("map.kicker"));
    out.headline(place ? place->name : c.say("map.title"));
    if (place) {
        out.paragraph("lead", c.in(place->known_for));
        out.paragraph("getting_there", c.in(place->getting_there), palette::stone);
        out.figure(inhabitants(c, place->inhabitants, c.say("map.people"), *place));
        if (place->rail_km) {
            std::string const km = fill(c.say("map.km"), {{"km", std::to_string(*place->rail_km)}});
            out.paragraph("rail", km + " " + c.say("map.rail"));
        }
    }
    out.heading("places", c.say("home.map"));
    out.rows(place_rows(c, place));
}

std::string when(Context const& c, Workshop const& workshop) {
    return capitalised(say_day(c, workshop.starts)) + ", " + say_hours(c, workshop.starts, workshop.ends);
}

void write_workshops(Context const& c, Blocks& out) {
    out.kicker(c.say("workshops.kicker"));
    out.headline(c.say("workshops.title"));
    out.paragraph("lead", c.say("workshops.lead"), palette::stone);
    for (Workshop const& workshop : c.catalog().workshops) {
        out.rows({{"workshop." + workshop.id, c.in(workshop.title), Open{{Page::Kind::Workshop, workshop.id}},
                   when(c, workshop) + ". " + standing_of(c, workshop).label}});
    }
}

void write_standing(Context const& c, Blocks& out, Workshop const& workshop) {
    Standing const state = standing_of(c, workshop);
    out.heading("seats", state.takes_signups() ? state.label : state.title);
    if (!state.takes_signups()) return out.paragraph("panel.lead", state.lead);
    out.meter(state.label, state.taken());
    out.code(state.title, state.lead, signup_address(c.model, workshop.id));
}

void write_workshop(Context const& c, Blocks& out, Workshop const& workshop) {
    out.kicker(c.say("workshops.kicker"));
    out.headline(c.in(workshop.title));
    out.paragraph("when", when(c, workshop));
    out.paragraph("place", c.in(workshop.place), palette::stone);
    out.paragraph("price", capitalised(c.in(workshop.price)), palette::stone);
    write_standing(c, out, workshop);
    out.paragraph("summary", c.in(workshop.summary));
    if (!workshop.questions.empty()) out.heading("questions", c.say("workshop.questions"));
    int number = 0;
    for (LocalizedText const& question : workshop.questions)
        out.paragraph("question." + std::to_string(++number), "–  " + c.in(question));
    if (workshop.audience.empty()) return;
    out.heading("audience.title", c.say("workshop.audience"));
    out.paragraph("audience", c.in(workshop.audience));
}

void write_contact(Context const& c, Blocks& out, Contact const& contact) {
    bool const with_person = c.model.settings.contact_public;
    out.heading("contact.office", c.in(contact.office));
    if (with_person) {
        out.paragraph("contact.person", contact.person);
        out.paragraph("contact.phone", contact.phone);
    }
    std::string const& role = c.in(contact.role);
    std::string const who = contact.organisation + (role.empty() ? "" : ". " + role);
    out.code(c.say("involved.vcard"), who, vcard(contact, c.language, with_person));
}

void write_involved(Context const& c, Blocks& out) {
    out.kicker(c.say("involved.kicker"));
    out.headline(c.say("involved.title"));
    out.paragraph("lead", c.say("involved.lead"));
    if (!c.catalog().contacts.empty()) write_contact(c, out, c.catalog().contacts.front());
    out.heading("partners", c.say("involved.partners"));
    for (Partner const& partner : c.catalog().partners)
        out.term("partner." + partner.id, c.in(partner.name), c.in(partner.role));
}

}

Layer reading_page(Context const& c, Page const& page) {
    auto with = [&](std::string const& image, Writer const& write) {
        return sheet(c, page, c.catalog().image(image), write);
    };
    switch (page.kind) {
    case Page::Kind::Topic:
        if (Topic const* topic = c.catalog().topic(page.id))
            return with(topic->image, [&](Blocks& out) { write_topic(c, out, *topic); });
        break;
    case Page::Kind::Argument:
        if (Argument const* argument = c.catalog().argument(page.id))
            return with(argument->image, [&](Blocks& out) { write_argument(c, out, *argument); });
        break;
    case Page::Kind::Map: {
        Place const* place = c.catalog().place(page.id);
        return with(place ? place->image : "", [&](Blocks& out) { write_place(c, out, place); });
    }
    case Page::Kind::Workshops:
        return with("", [&](Blocks& out) { write_workshops(c, out); });
    case Page::Kind::Workshop:
        if (Workshop const* workshop = c.catalog().workshop(page.id))
            return with(workshop->image, [&](Blocks& out) { write_workshop(c, out, *workshop); });
        break;
    case Page::Kind::Involved:
        return with("", [&](Blocks& out) { write_involved(c, out); });
    case Page::Kind::Home:
        break;
    }
    return with("", [&](Blocks& out) { write_home(c, out); });
}

}
