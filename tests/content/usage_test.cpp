#include "content/usage.h"

#include "content/sound_library.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

Catalog library() {
    Catalog catalog;
    catalog.topics = {Topic{.id = "work",
                            .title = LocalizedText{"Work"},
                            .image = "mill",
                            .sections = {{.arguments = {"steel"}},
                                         {.id = "growth",
                                          .title = LocalizedText{"Growth"},
                                          .image = "crane",
                                          .arguments = {"steel", "hall"}}}}};
    catalog.arguments["steel"] = Argument{.id = "steel", .title = LocalizedText{"Steel"}, .image = "mill"};
    catalog.places = {Place{.id = "mora", .name = "Mora", .image = "lake"}};
    catalog.workshops = {Workshop{.id = "brand", .title = LocalizedText{"Brand"}, .image = "lake"}};
    catalog.playlists = {
        Playlist{.id = "ours",
                 .title = LocalizedText{"Ours"},
                 .logo = "ours/logo.svg",
                 .items = {Item{.id = "ours/1", .argument = "steel"},
                           Item{.id = "ours/2", .image = "lake", .qr = "brand"},
                           Item{.id = "ours/4", .page = "work"}, Item{.id = "ours/5", .workshop = "brand"}}}};
    return catalog;
}

/// A line each: by whom, its title and part, file and key.
std::string lines_about(AssetKind kind, std::string const& id) {
    std::string lines;
    for (Use const& use : uses_of(uses(library()), {kind, id})) {
        lines += std::to_string(int(use.by)) + " " + use.user.in("en") + " " + use.part.in("en") + " | " +
                 use.at.file + ": " + use.at.key + "\n";
    }
    return lines;
}

}

TEST_CASE("an argument is used by sections and items") {
    CHECK(lines_about(AssetKind::Argument, "steel") ==
          "0 Work  | media/pages/work.toml: key \"arguments\"\n"
          "0 Work Growth | media/pages/work.toml: section \"growth\", key \"arguments\"\n"
          "4 Ours 1 | playlists/ours/playlist.toml: item 1, key \"argument\"\n");
    CHECK(lines_about(AssetKind::Argument, "nothing") == "");
}

TEST_CASE("a picture is used by pages, sections, arguments, places, workshops, items and as a logo") {
    CHECK(lines_about(AssetKind::Picture, "mill") ==
          "0 Work  | media/pages/work.toml: key \"image\"\n"
          "1 Steel  | media/arguments/steel.toml: key \"image\"\n");
    CHECK(lines_about(AssetKind::Picture, "crane") ==
          "0 Work Growth | media/pages/work.toml: section \"growth\", key \"image\"\n");
    CHECK(lines_about(AssetKind::Picture, "lake") ==
          "2 Mora  | media/places/mora.toml: key \"image\"\n"
          "3 Brand  | media/workshops/brand.toml: key \"image\"\n"
          "4 Ours 2 | playlists/ours/playlist.toml: item 2, key \"image\"\n");
    CHECK(lines_about(AssetKind::Picture, "ours/logo.svg") ==
          "4 Ours  | playlists/ours/playlist.toml: key \"logo\"\n");
}

TEST_CASE("pages and workshops are used by items") {
    CHECK(lines_about(AssetKind::Page, "work") ==
          "4 Ours 4 | playlists/ours/playlist.toml: item 4, key \"page\"\n");
    CHECK(lines_about(AssetKind::Workshop, "brand") ==
          "4 Ours 2 | playlists/ours/playlist.toml: item 2, key \"qr\"\n"
          "4 Ours 5 | playlists/ours/playlist.toml: item 5, key \"workshop\"\n");
}

TEST_CASE("the file of a picture is its description, in the library or beside it") {
    Catalog const catalog;
    CHECK(file_of(catalog, {AssetKind::Picture, "lake"}) == "media/images/lake.toml");
    CHECK(file_of(catalog, {AssetKind::Picture, "mora/bild.jpg"}) == "playlists/mora/bild.toml");
    CHECK(name_of(AssetKind::Partner) == "partner");
}
