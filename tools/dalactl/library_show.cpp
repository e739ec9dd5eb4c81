#include "content/markdown.h"
#include "dalactl/library.h"
#include "dalactl/table.h"

namespace kiosk {
namespace {

/// Lines of a name and what it says, under each other.
class Sheet {
public:
    explicit Sheet(Catalog const& catalog) : m_catalog(catalog) {}

    void add(std::string const& name, std::string const& text) {
        if (text.empty()) return;
        constexpr std::size_t name_width = 12, text_width = 84;
        std::string const indent(name_width + 2, ' ');
        std::string const shown = name == m_last ? "" : name;
        m_text += "  " + shown + std::string(name_width - std::min(name_width, shown.size()), ' ') +
                  wrapped(text, text_width, indent) + "\n";
        m_last = name;
    }

    void add(std::string const& name, LocalizedText const& text) {
        if (text.empty()) return;
        std::string const& same = text.in("");
        if (text.has("")) return add(name, same);
        for (Language const& language : m_catalog.languages) add(name, language + ": " + text.in(language));
    }

    void add(std::string const& name, std::vector<std::string> const& words) {
        std::string list;
        for (std::string const& word : words) list += (list.empty() ? "" : ", ") + word;
        add(name, list);
    }

    void add_figure(std::string const& name, std::optional<Figure> const& figure) {
        if (!figure) return;
        for (Language const& language : m_catalog.languages)
            add(name, language + ": " + figure->value.in(language) + " " + figure->unit.in(language));
        add(name, listed({figure->year, figure->source, figure->url}));
    }

    static std::string listed(std::vector<std::string> const& parts) {
        std::string list;
        for (std::string const& part : parts) {
            if (!part.empty()) list += (list.empty() ? "" : ", ") + part;
        }
        return list;
    }

    std::string take() { return std::move(m_text); }

private:
    Catalog const& m_catalog;
    std::string m_text, m_last;
};

LocalizedText without_markup(LocalizedText const& body) {
    std::map<Language, std::string, std::less<>> texts;
    for (auto const& [language, markdown] : body.all()) {
        for (Paragraph const& paragraph : read_markdown(markdown))
            texts[language] += (texts[language].empty() ? "" : "\n") + plain_text(paragraph.markup);
    }
    return LocalizedText{std::move(texts)};
}

void about(Sheet& sheet, Argument const& argument) {
    sheet.add("title", argument.title);
    sheet.add("page", argument.topic);
    sheet.add("body", without_markup(argument.body));
    sheet.add_figure("figure", argument.figure);
    for (Source const& source : argument.sources)
        sheet.add("source", Sheet::listed({source.name, source.year, source.url}));
    sheet.add("picture", argument.image);
    sheet.add("fact", argument.fact);
}

void about(Sheet& sheet, Image const& image) {
    sheet.add("file", image.file.string());
    sheet.add("alt", image.alt);
    if (image.decorative) sheet.add("alt", std::string("none, decoration only"));
    sheet.add("credit", image.credit);
}

void about(Sheet& sheet, Topic const& topic) {
    sheet.add("title", topic.title);
    sheet.add("headline", topic.headline);
    sheet.add("lead", topic.lead);
    sheet.add("picture", topic.image);
    sheet.add_figure("figure", topic.figure);
    for (Section const& section : topic.sections) {
        std::string const name = section.id.empty() ? "arguments" : "section";
        sheet.add(name, (section.id.empty() ? "" : section.id + ": ") + Sheet::listed(section.arguments));
        if (!section.image.empty()) sheet.add("", "picture " + section.image);
        sheet.add_figure("", section.figure);
    }
}

void about(Sheet& sheet, Place const& place) {
    sheet.add("name", place.name);
    sheet.add("seat", place.seat);
    sheet.add("known for", place.known_for);
    sheet.add("inhabitants", Sheet::listed({std::to_string(place.inhabitants), place.inhabitants_year,
                                            place.inhabitants_source}));
    if (place.rail_km) sheet.add("rail", std::to_string(*place.rail_km) + " km");
    sheet.add("getting there", place.getting_there);
    sheet.add("picture", place.image);
}

void about(Sheet& sheet, Workshop const& workshop) {
    sheet.add("title", workshop.title);
    sheet.add("summary", workshop.summary);
    sheet.add("audience", workshop.audience);
    sheet.add("place", workshop.place);
    sheet.add("price", workshop.price);
    sheet.add("time", iso8601(workshop.starts.at) + " to " + iso8601(workshop.ends.at));
    sheet.add("seats", std::to_string(workshop.seats));
    for (LocalizedText const& question : workshop.questions) sheet.add("questions", question);
    sheet.add("picture", workshop.image);
}

void about(Sheet& sheet, Partner const& partner) {
    sheet.add("name", partner.name);
    sheet.add("role", partner.role);
    sheet.add("address", partner.url);
}

void about(Sheet& sheet, Catalog const& catalog, AssetId const& asset) {
    switch (asset.kind) {
    case AssetKind::Argument:
        return about(sheet, *catalog.argument(asset.id));
    case AssetKind::Picture:
        return about(sheet, *catalog.image(asset.id));
    case AssetKind::Page:
        return about(sheet, *catalog.topic(asset.id));
    case AssetKind::Place:
        return about(sheet, *catalog.place(asset.id));
    case AssetKind::Workshop:
        return about(sheet, *catalog.workshop(asset.id));
    case AssetKind::Partner:
        return about(sheet, *catalog.partner(asset.id));
    }
}

}

std::string sheet_about(Catalog const& catalog, Asset const& asset, std::vector<Use> const& all,
                        std::chrono::sys_days today) {
    Sheet sheet{catalog};
    about(sheet, catalog, asset.id);
    sheet.add("tags", asset.tags);
    sheet.add("licence", asset.licence);
    sheet.add("expiry", said_expiry(asset.expires, today));
    for (Use const& use : uses_of(all, asset.id)) sheet.add("used in", use.at.file + ", " + use.at.key);
    return std::string(name_of(asset.id.kind)) + " " + asset.id.id + " (" + file_of(catalog, asset.id) +
           ")\n" + sheet.take();
}

}
