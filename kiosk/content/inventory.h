#pragma once
// What the library holds, by kind and id, and where in the files it is written. Pure; any thread.

#include "content/catalog.h"

#include <compare>
#include <string>
#include <string_view>

namespace kiosk {

enum class AssetKind { Argument, Picture, Page, Place, Workshop, Partner };

/// "argument"
std::string_view name_of(AssetKind);

/// An argument and a picture may have the same id; together with the kind it is unique.
struct AssetId {
    AssetKind kind = AssetKind::Argument;
    std::string id;
    auto operator<=>(AssetId const&) const = default;
};

/// What a list says of one asset.
struct Asset {
    AssetId id;
    LocalizedText title;  ///< Of a picture: what it shows.
    std::vector<std::string> tags;
    std::string licence;
    Expiry expires;
};

Asset asset_of(Image const&);

/// Everything that members may use, by kind and id. Without the exhibitors' own pictures.
std::vector<Asset> assets(Catalog const&);

/// A place in the files, as messages name it.
struct Spot {
    std::string file;  ///< "media/pages/work.toml"
    std::string key;   ///< `key "headline"`, `section "growth", key "title"`, `item 3, key "text"`
    bool operator==(Spot const&) const = default;
};

/// The file that says what the asset is; for a picture, the description beside it.
std::string file_of(Catalog const&, AssetId const&);

/// Where `key` of an asset is written.
Spot spot_in(Catalog const&, AssetId const&, std::string_view key);
Spot spot_in(Catalog const&, Topic const&, Section const&, std::string_view key);
Spot spot_in(Catalog const&, Playlist const&, std::string_view key);
Spot spot_in(Catalog const&, Playlist const&, Item const&, std::string_view key);

}
