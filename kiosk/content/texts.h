#pragma once
// Every text that people wrote into the library and the playlists, with its place. Pure; any thread.

#include "content/inventory.h"

#include <vector>

namespace kiosk {

struct WrittenText {
    LocalizedText text;  ///< Never empty.
    Spot at;
};

/// All that may stand on a screen or be spoken, in the order of the catalogue. Without the product's own
/// words.
std::vector<WrittenText> texts_of(Catalog const&);

}
