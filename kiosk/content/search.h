#pragma once
// Finding things in the library by words, as people type them. Pure; any thread.

#include "content/inventory.h"

namespace kiosk {

/// Small letters without their accents: "Älvdalen" → "alvdalen". Letters of Western Europe; others stay.
std::string folded(std::string_view text);

struct Hit {
    Asset asset;
    int score = 0;
};

/// What holds every one of the words, somewhere: best first, then as in assets(). A word counts most in a
/// title, then in tags and id, then in a body. Looks in all languages; parts of words count too.
std::vector<Hit> search(Catalog const&, std::string_view words);

}
