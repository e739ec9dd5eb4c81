#include "content/library_parts.h"

#include "content/text_check.h"

#include <algorithm>

namespace kiosk {
namespace {

constexpr int most = 1'000'000;

/// A missing picture costs only itself: what it belongs to is shown without.
std::string read_image_id(TableReader& in, Catalog const& catalog) {
    return in.reference("image", "image", ids_of(catalog.images), Grade::Remark);
}

std::optional<Figure> read_figure(TableReader& in) {
    std::optional<TableReader> table = in.table("figure");
    if (!table) return std::nullopt;
    Figure figure;
    figure.value = table->localized("value", Need::Required);
    figure.unit = table->localized("unit", Need::Required);
    figure.year = table->text("year");
    figure.source = table->text("source", Need::Required);
    figure.url = table->address("url");
    figure.fact = table->text("fact");
    table->finish();
    return figure;
}

Names read_arguments(TableReader& in, Catalog const& catalog) {
    return in.references("arguments", "argument", ids_of(catalog.arguments));
}

/// A short page lists its arguments itself; a longer one has sections.
std::vector<Section> read_sections(TableReader& in, Catalog const& catalog) {
    if (!in.has("section")) return {Section{.arguments = read_arguments(in, catalog)}};
    if (in.has("arguments")) {
        in.complain(Grade::Fault, "arguments",
                    "belongs into a [[section]] of this page; move the list there");
    }
    std::vector<Section> sections;
    for (TableReader& table : in.tables("section")) {
        Section section;
        section.id = table.text("id", Need::Required);
        section.title = table.localized("title", Need::Required);
        section.image = read_image_id(table, catalog);
        section.figure = read_figure(table);
        section.arguments = read_arguments(table, catalog);
        table.finish();
        if (std::ranges::find(sections, section.id, &Section::id) != sections.end())
            table.complain(Grade::Fault, "id", "is another section's too; give each its own");
        sections.push_back(std::move(section));
    }
    return sections;
}

std::vector<Workshop::Field> read_fields(TableReader& in) {
    Names const names{"name", "email", "organisation", "role", "phone", "needs"};
    std::vector<Workshop::Field> fields;
    for (TableReader& table : in.tables("fields")) {
        if (!table.has("field")) table.complain("a form field needs a name, such as field = \"email\"");
        std::string const name = table.reference("field", "form field", names, Grade::Fault);
        bool const required = table.flag("required", true);
        table.finish();
        if (name.empty()) continue;
        auto const field = FormField(std::ranges::find(names, name) - names.begin());
        if (std::ranges::find(fields, field, &Workshop::Field::field) != fields.end()) {
            table.complain(Grade::Fault, "field", "is asked for twice; keep one of them");
        }
        fields.push_back({field, required});
    }
    return fields;
}

void check_times(Workshop const& w, TableReader& in) {
    if (w.ends.at <= w.starts.at) in.complain(Grade::Fault, "ends", "must be later than starts");
    if (w.opens && w.closes && w.closes->at <= w.opens->at) {
        in.complain(Grade::Fault, "closes", "must be later than opens");
    }
    if (w.opens && w.opens->at >= w.ends.at) in.complain(Grade::Fault, "opens", "must be earlier than ends");
    if (w.closes && w.closes->at > w.ends.at)
        in.complain(Grade::Fault, "closes", "must not be later than ends");
}

/// The id stands in addresses and on paper.
bool is_slug(std::string_view id) {
    auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return std::ranges::all_of(id, allowed);
}

}

std::vector<Source> read_sources(TableReader& in) {
    std::vector<Source> sources;
    for (TableReader& table : in.tables("source")) {
        Source source;
        source.name = table.text("name", Need::Required);
        source.url = table.address("url");
        source.year = table.text("year");
        table.finish();
        sources.push_back(std::move(source));
    }
    return sources;
}

Argument read_argument(std::string id, TableReader& in, Catalog const& catalog, Names const& pages) {
    Argument argument;
    argument.id = std::move(id);
    if (!in.has("topic")) in.complain(Grade::Fault, "topic", "is missing; expected a page's id");
    argument.topic = in.reference("topic", "page", pages, Grade::Fault);
    argument.title = in.localized("title", Need::Required);
    argument.body = in.localized("body", Need::Required);
    argument.figure = read_figure(in);
    argument.image = read_image_id(in, catalog);
    argument.tags = in.words("tags");
    argument.sources = read_sources(in);
    argument.fact = in.text("fact");
    argument.expires = in.date("expires");
    return argument;
}

Topic read_topic(std::string id, TableReader& in, Catalog const& catalog) {
    Topic topic;
    topic.id = std::move(id);
    topic.order = in.whole("order", 0, most, {});
    topic.title = in.localized("title", Need::Required);
    topic.headline = in.localized("headline", Need::Required);
    topic.lead = in.localized("lead", Need::Required);
    topic.image = read_image_id(in, catalog);
    topic.figure = read_figure(in);
    topic.layout = in.choice<PageLayout>("layout", {"left", "right", "band", "figure"});
    topic.sections = read_sections(in, catalog);
    return topic;
}

Place read_place(std::string id, TableReader& in, Catalog const& catalog) {
    Place place;
    place.id = std::move(id);
    place.name = in.text("name", Need::Required);
    place.seat = in.text("seat", Need::Required);
    place.latitude = in.number("latitude", -90, 90, {});
    place.longitude = in.number("longitude", -180, 180, {});
    place.known_for = in.localized("known_for", Need::Required);
    place.inhabitants = in.whole("inhabitants", 1, 100 * most, {});
    place.inhabitants_year = in.text("inhabitants_year", Need::Required);
    place.inhabitants_source = in.text("inhabitants_source", Need::Required);
    if (in.has("rail_km")) place.rail_km = in.whole("rail_km", 0, 10'000, 0);
    place.getting_there = in.localized("getting_there");
    place.image = read_image_id(in, catalog);
    place.fact = in.text("fact");
    return place;
}

Workshop read_workshop(std::string id, TableReader& in, Catalog const& catalog) {
    Workshop workshop;
    if (!is_slug(id)) {
        in.complain("the file's name stands in web addresses: use only a-z, 0-9 and hyphens, not \"" +
                    shown_safely(id) + "\"");
    }
    workshop.id = std::move(id);
    workshop.title = in.localized("title", Need::Required);
    workshop.summary = in.localized("summary", Need::Required);
    workshop.audience = in.localized("audience");
    workshop.place = in.localized("place", Need::Required);
    workshop.price = in.localized("price");
    std::optional<ZonedTime> starts = in.moment("starts", Need::Required);
    std::optional<ZonedTime> ends = in.moment("ends", Need::Required);
    workshop.starts = starts.value_or(ZonedTime{});
    workshop.ends = ends.value_or(ZonedTime{});
    workshop.opens = in.moment("opens");
    workshop.closes = in.moment("closes");
    if (starts && ends) check_times(workshop, in);
    workshop.seats = in.whole("seats", 1, 1000, {});
    workshop.waiting_list = in.whole("waiting_list", 0, 1000, 0);
    workshop.questions = in.localized_list("questions");
    workshop.fields = read_fields(in);
    if (workshop.fields.empty()) {
        in.complain(Grade::Fault, "fields",
                    "expected what the form asks, such as [{field = \"email\"}], got nothing");
    }
    workshop.image = read_image_id(in, catalog);
    return workshop;
}

Partner read_partner(std::string id, TableReader& in) {
    Partner partner;
    partner.id = std::move(id);
    partner.order = in.whole("order", 0, most, 0);
    partner.name = in.localized("name", Need::Required);
    partner.role = in.localized("role");
    partner.url = in.address("url");
    partner.fact = in.text("fact");
    return partner;
}

Contact read_contact(std::string id, TableReader& in) {
    Contact contact;
    contact.id = std::move(id);
    contact.order = in.whole("order", 0, most, 0);
    contact.office = in.localized("office", Need::Required);
    contact.role = in.localized("role");
    contact.organisation = in.text("organisation");
    contact.email = in.text("email");
    contact.phone = in.text("phone");
    contact.url = in.address("url");
    contact.person = in.text("person");
    return contact;
}

Notice read_notice(std::string id, TableReader& in) {
    Notice notice;
    notice.id = std::move(id);
    notice.order = in.whole("order", 0, most, 0);
    notice.level = in.choice<Notice::Level>("level", {"notice", "emergency"});
    notice.title = in.localized("title", Need::Required);
    notice.body = in.localized("body");
    return notice;
}

}
