#pragma once
// Where is this used? The library read backwards: from what is shown to what shows it. Pure; any thread.

#include "content/inventory.h"

#include <vector>

namespace kiosk {

/// One place that shows an asset.
struct Use {
    enum class By { Page, Argument, Place, Workshop, Playlist };
    AssetId asset;  ///< What is shown: an argument, a picture, a page or a workshop.
    By by = By::Page;
    LocalizedText user;  ///< Title of what shows it.
    LocalizedText part;  ///< Section's title or item's number within that; may be empty.
    Spot at;
    bool operator==(Use const&) const = default;
};

/// Every use of everything, in the order of pages, arguments, places, workshops and playlists.
std::vector<Use> uses(Catalog const&);

/// Those of one asset.
std::vector<Use> uses_of(std::vector<Use> const& all, AssetId const&);

}
