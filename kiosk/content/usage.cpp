#include "content/usage.h"

namespace kiosk {
namespace {

/// Collects what one user after the other shows.
class Uses {
public:
    explicit Uses(Catalog const& catalog) : m_catalog(catalog) {}

    void add_page(Topic const& topic) {
        m_user = {.by = Use::By::Page, .user = topic.title};
        AssetId const page{AssetKind::Page, topic.id};
        add(AssetKind::Picture, topic.image, spot_in(m_catalog, page, "image"));
        for (Section const& section : topic.sections) {
            m_user.part = section.title;
            add(AssetKind::Picture, section.image, spot_in(m_catalog, topic, section, "image"));
            for (std::string const& argument : section.arguments)
                add(AssetKind::Argument, argument, spot_in(m_catalog, topic, section, "arguments"));
        }
    }

    /// Anything that shows nothing but a picture.
    void add_picture(Use::By by, LocalizedText title, AssetId const& user, std::string const& image) {
        m_user = {.by = by, .user = std::move(title)};
        add(AssetKind::Picture, image, spot_in(m_catalog, user, "image"));
    }

    void add_playlist(Playlist const& playlist) {
        m_user = {.by = Use::By::Playlist, .user = playlist.title};
        add(AssetKind::Picture, playlist.logo, spot_in(m_catalog, playlist, "logo"));
        for (Item const& item : playlist.items) {
            auto at = [&](std::string_view key) { return spot_in(m_catalog, playlist, item, key); };
            m_user.part = LocalizedText{item.id.substr(item.id.rfind('/') + 1)};
            add(AssetKind::Picture, item.image, at("image"));
            add(AssetKind::Argument, item.argument, at("argument"));
            add(AssetKind::Page, item.page, at("page"));
            add(AssetKind::Workshop, item.workshop, at("workshop"));
            add(AssetKind::Workshop, item.qr, at("qr"));
        }
    }

    std::vector<Use> take() { return std::move(m_uses); }

private:
    void add(AssetKind kind, std::string const& id, Spot at) {
        if (id.empty()) return;
        Use use = m_user;
        use.asset = {kind, id};
        use.at = std::move(at);
        m_uses.push_back(std::move(use));
    }

    Catalog const& m_catalog;
    Use m_user;  ///< Who is being looked at; `asset` and `at` are not filled in.
    std::vector<Use> m_uses;
};

}

std::vector<Use> uses(Catalog const& catalog) {
    Uses all{catalog};
    for (Topic const& topic : catalog.topics) all.add_page(topic);
    for (auto const& [id, argument] : catalog.arguments)
        all.add_picture(Use::By::Argument, argument.title, {AssetKind::Argument, id}, argument.image);
    for (Place const& place : catalog.places)
        all.add_picture(Use::By::Place, LocalizedText{place.name}, {AssetKind::Place, place.id}, place.image);
    for (Workshop const& workshop : catalog.workshops)
        all.add_picture(Use::By::Workshop, workshop.title, {AssetKind::Workshop, workshop.id},
                        workshop.image);
    for (Playlist const& playlist : catalog.playlists) all.add_playlist(playlist);
    return all.take();
}

std::vector<Use> uses_of(std::vector<Use> const& all, AssetId const& asset) {
    std::vector<Use> found;
    for (Use const& use : all) {
        if (use.asset == asset) found.push_back(use);
    }
    return found;
}

}
