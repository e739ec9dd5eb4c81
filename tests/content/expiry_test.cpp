#include "content/expiry.h"

#include "content/settings.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::sys_days over{2027y / std::chrono::March / 8},
    day_before = over - std::chrono::days{1};

Catalog library() {
    Catalog catalog;
    catalog.arguments["fair"] = Argument{.id = "fair", .expires = over};
    catalog.arguments["siljan"] = Argument{.id = "siljan"};
    catalog.images["photo"] = Image{.id = "photo", .expires = over};
    catalog.topics = {Topic{.id = "nature",
                            .sections = {{.id = "out", .arguments = {"fair", "siljan"}},
                                         {.id = "events", .arguments = {"fair"}}}}};
    catalog.playlists = {
        Playlist{.id = "a",
                 .items = {Item{.id = "a/1", .argument = "fair"}, Item{.id = "a/2", .image = "photo"},
                           Item{.id = "a/3", .argument = "siljan"},
                           Item{.id = "a/4", .argument = "siljan", .expires = over}}}};
    return catalog;
}

}

TEST_CASE("until the day everything is shown") { CHECK(current(library(), day_before) == library()); }

TEST_CASE("from the day on, what expires is gone with all that shows it") {
    Catalog const now = current(library(), over);
    CHECK_FALSE(now.argument("fair"));
    CHECK_FALSE(now.image("photo"));
    REQUIRE(now.topics[0].sections.size() == 1);
    CHECK(now.topics[0].arguments() == std::vector<std::string>{"siljan"});
    REQUIRE(now.playlists[0].items.size() == 1);
    CHECK(now.playlists[0].items[0].id == "a/3");
}

TEST_CASE("a page whose last argument expires keeps one empty section") {
    Catalog catalog = library();
    catalog.topics[0].sections.erase(catalog.topics[0].sections.begin());
    CHECK(current(catalog, over).topics[0].sections.size() == 1);
}

TEST_CASE("a playlist is on as its file says until staff choose") {
    Playlist const ours{.id = "ours"}, guest{.id = "guest", .mode = PlaylistMode::Never};
    Settings settings;
    CHECK(is_on(ours, settings));
    CHECK_FALSE(is_on(guest, settings));
    settings.playlists_off = {"ours"};
    settings.playlists_on = {"guest"};
    CHECK_FALSE(is_on(ours, settings));
    CHECK(is_on(guest, settings));
}
