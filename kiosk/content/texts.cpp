#include "content/texts.h"

namespace kiosk {
namespace {

class Texts {
public:
    explicit Texts(Catalog const& catalog) : m_catalog(catalog) {}

    void add(LocalizedText const& text, Spot at) {
        if (!text.empty()) m_texts.push_back({text, std::move(at)});
    }
    /// What is the same in every language: a name.
    void add(std::string const& name, Spot at) {
        if (!name.empty()) m_texts.push_back({LocalizedText{name}, std::move(at)});
    }

    /// Adds texts under keys of one table; `at` makes a spot of a key.
    template <class At> void add_figure(std::optional<Figure> const& figure, At at) {
        if (!figure) return;
        add(figure->value, at("figure.value"));
        add(figure->unit, at("figure.unit"));
        add(figure->source, at("figure.source"));
    }

    auto in(AssetKind kind, std::string const& id) const {
        return [this, asset = AssetId{kind, id}](std::string_view key) {
            return spot_in(m_catalog, asset, key);
        };
    }

    void add_page(Topic const& topic) {
        auto const at = in(AssetKind::Page, topic.id);
        add(topic.title, at("title"));
        add(topic.headline, at("headline"));
        add(topic.lead, at("lead"));
        add_figure(topic.figure, at);
        for (Section const& section : topic.sections) {
            auto const within = [&](std::string_view key) { return spot_in(m_catalog, topic, section, key); };
            add(section.title, within("title"));
            add_figure(section.figure, within);
        }
    }

    void add_argument(Argument const& argument) {
        auto const at = in(AssetKind::Argument, argument.id);
        add(argument.title, at("title"));
        add(argument.body, at("body"));
        add_figure(argument.figure, at);
        for (Source const& source : argument.sources) add(source.name, at("source.name"));
    }

    void add_place(Place const& place) {
        auto const at = in(AssetKind::Place, place.id);
        add(place.name, at("name"));
        add(place.known_for, at("known_for"));
        add(place.getting_there, at("getting_there"));
    }

    void add_workshop(Workshop const& workshop) {
        auto const at = in(AssetKind::Workshop, workshop.id);
        add(workshop.title, at("title"));
        add(workshop.summary, at("summary"));
        add(workshop.audience, at("audience"));
        add(workshop.place, at("place"));
        add(workshop.price, at("price"));
        for (LocalizedText const& question : workshop.questions) add(question, at("questions"));
    }

    void add_playlist(Playlist const& playlist) {
        add(playlist.title, spot_in(m_catalog, playlist, "title"));
        for (Item const& item : playlist.items) {
            auto const at = [&](std::string_view key) { return spot_in(m_catalog, playlist, item, key); };
            add(item.text, at("text"));
            add(item.kicker, at("kicker"));
            add(item.headline, at("headline"));
            add(item.by, at("by"));
            add(item.unit, at("unit"));
            add(item.source, at("source"));
            for (LocalizedText const& point : item.points) add(point, at("points"));
            add(item.answer, at("answer"));
        }
    }

    std::vector<WrittenText> take() { return std::move(m_texts); }

private:
    Catalog const& m_catalog;
    std::vector<WrittenText> m_texts;
};

}

std::vector<WrittenText> texts_of(Catalog const& catalog) {
    Texts texts{catalog};
    texts.add(catalog.name, {catalog.media_label + "/library.toml", "key \"name\""});
    for (Topic const& topic : catalog.topics) texts.add_page(topic);
    for (auto const& [id, argument] : catalog.arguments) texts.add_argument(argument);
    for (Place const& place : catalog.places) texts.add_place(place);
    for (Workshop const& workshop : catalog.workshops) texts.add_workshop(workshop);
    for (Partner const& partner : catalog.partners) {
        auto const at = texts.in(AssetKind::Partner, partner.id);
        texts.add(partner.name, at("name"));
        texts.add(partner.role, at("role"));
    }
    for (Contact const& contact : catalog.contacts) {
        std::string const file = catalog.media_label + "/contacts/" + contact.id + ".toml";
        texts.add(contact.office, {file, "key \"office\""});
        texts.add(contact.role, {file, "key \"role\""});
        texts.add(contact.organisation, {file, "key \"organisation\""});
    }
    for (Notice const& notice : catalog.notices) {
        std::string const file = catalog.media_label + "/notices/" + notice.id + ".toml";
        texts.add(notice.title, {file, "key \"title\""});
        texts.add(notice.body, {file, "key \"body\""});
    }
    for (Playlist const& playlist : catalog.playlists) texts.add_playlist(playlist);
    for (auto const& [id, image] : catalog.images)
        texts.add(image.alt, spot_in(catalog, {AssetKind::Picture, id}, "alt"));
    return texts.take();
}

}
