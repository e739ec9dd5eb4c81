#include "content/inventory.h"

#include <algorithm>
#include <filesystem>

namespace kiosk {
namespace {

LocalizedText title_of(Place const& place) { return LocalizedText{place.name}; }
LocalizedText title_of(Partner const& partner) { return partner.name; }
template <class Entry> LocalizedText title_of(Entry const& entry) { return entry.title; }

std::string said(std::string_view key) { return "key \"" + std::string(key) + "\""; }

template <class Entries>
void add_all(std::vector<Asset>& all, AssetKind kind, Entries const& entries, std::string const& licence) {
    std::size_t const first = all.size();
    for (auto const& entry : entries) all.push_back({{kind, entry.id}, title_of(entry), {}, licence, {}});
    std::sort(all.begin() + std::ptrdiff_t(first), all.end(),
              [](Asset const& a, Asset const& b) { return a.id < b.id; });
}

std::string playlist_file(Catalog const& catalog, Playlist const& playlist) {
    return catalog.playlists_label + "/" + playlist.id + "/playlist.toml";
}

struct KindWords {
    std::string_view name, folder;
};

/// In the order of AssetKind.
constexpr KindWords kinds[] = {{"argument", "arguments"}, {"picture", "images"},     {"page", "pages"},
                               {"place", "places"},       {"workshop", "workshops"}, {"partner", "partners"}};

}

std::string_view name_of(AssetKind kind) { return kinds[std::size_t(kind)].name; }

Asset asset_of(Image const& image) {
    return {{AssetKind::Picture, image.id}, image.alt, image.tags, image.licence, image.expires};
}

std::vector<Asset> assets(Catalog const& catalog) {
    std::vector<Asset> all;
    for (auto const& [id, argument] : catalog.arguments) {
        all.push_back(
            {{AssetKind::Argument, id}, argument.title, argument.tags, catalog.licence, argument.expires});
    }
    for (auto const& [id, image] : catalog.images) {
        if (!is_exhibitors(id)) all.push_back(asset_of(image));
    }
    add_all(all, AssetKind::Page, catalog.topics, catalog.licence);
    add_all(all, AssetKind::Place, catalog.places, catalog.licence);
    add_all(all, AssetKind::Workshop, catalog.workshops, catalog.licence);
    add_all(all, AssetKind::Partner, catalog.partners, catalog.licence);
    return all;
}

std::string file_of(Catalog const& catalog, AssetId const& asset) {
    if (asset.kind == AssetKind::Picture && is_exhibitors(asset.id)) {
        std::filesystem::path const picture{catalog.playlists_label + "/" + asset.id};
        return std::filesystem::path{picture}.replace_extension(".toml").string();
    }
    return catalog.media_label + "/" + std::string(kinds[std::size_t(asset.kind)].folder) + "/" + asset.id +
           ".toml";
}

Spot spot_in(Catalog const& catalog, AssetId const& asset, std::string_view key) {
    return {file_of(catalog, asset), said(key)};
}

Spot spot_in(Catalog const& catalog, Topic const& topic, Section const& section, std::string_view key) {
    std::string const where = section.id.empty() ? "" : "section \"" + section.id + "\", ";
    return {file_of(catalog, {AssetKind::Page, topic.id}), where + said(key)};
}

Spot spot_in(Catalog const& catalog, Playlist const& playlist, std::string_view key) {
    return {playlist_file(catalog, playlist), said(key)};
}

Spot spot_in(Catalog const& catalog, Playlist const& playlist, Item const& item, std::string_view key) {
    std::string const number = item.id.substr(item.id.rfind('/') + 1);
    return {playlist_file(catalog, playlist), "item " + number + ", " + said(key)};
}

}
