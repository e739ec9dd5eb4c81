#include "content/asset.h"

#include <filesystem>

namespace kiosk {
namespace {

std::string said(std::string_view key) { return "key \"" + std::string(key) + "\""; }

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

std::string file_of(Catalog const& catalog, AssetId const& asset) {
    bool const in_playlist = asset.kind == AssetKind::Picture && asset.id.find('/') != std::string::npos;
    if (in_playlist) {
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
