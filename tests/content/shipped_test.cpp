// The library and the playlists that come with the product.

#include "content/library.h"
#include "content/sound_library.h"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("the shipped library has no problems") {
    std::filesystem::path const root = DALA_SOURCE_DIR;
    Result<Catalog> catalog = load_library(root / "media");
    REQUIRE_MESSAGE(catalog.has_value(), catalog.error().what);
    load_playlists(root / "playlists", *catalog);
    CHECK(problems_of(*catalog) == "");
    CHECK(catalog->topics.size() == 6);
    CHECK(catalog->places.size() == 15);
    CHECK_FALSE(catalog->arguments.empty());
    CHECK_FALSE(catalog->workshops.empty());
    CHECK_FALSE(catalog->map.empty());
    CHECK_FALSE(catalog->playlists.empty());
}
