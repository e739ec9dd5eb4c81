#include "content/last_good.h"

#include "content/library.h"
#include "content/sound_library.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

struct Desk {
    TempFolder folder;
    Desk() {
        write_sound_library(folder);
        folder.write("playlists/mora/1.png", "");
        folder.write("playlists/mora/playlist.toml",
                     "exhibitor = \"Mora\"\n[[item]]\nimage = \"1.png\"\n[[item]]\nargument = \"jobs\"\n");
    }

    Catalog load() const {
        Result<Catalog> catalog = load_content(folder.path() / "media", folder.path() / "playlists");
        REQUIRE(catalog.has_value());
        return *catalog;
    }

    /// What is shown after `file` got a new text.
    Catalog edited(std::string const& file, std::string const& text) {
        Catalog const before = load();
        folder.write(file, text);
        Catalog fresh = load();
        keep_last_good(before, fresh);
        return fresh;
    }
};

constexpr char const* stays = ": what it said before stays on the screen until it is mended";

}

TEST_CASE("a sound edit is taken as it is") {
    Desk desk;
    Catalog const catalog = desk.edited("playlists/mora/playlist.toml", "[[item]]\nimage = \"1.png\"\n");
    CHECK(problems_of(catalog) == "");
    CHECK(catalog == desk.load());
}

TEST_CASE("a playlist with a slip plays on as it was, with its pictures") {
    for (char const* slip :
         {"[[item]\nimage", "[[item]]\nimage = \"1.pgn\"\n[[item]]\nargument = \"jobs\"\n"}) {
        CAPTURE(slip);
        Desk desk;
        Catalog const before = desk.load();
        Catalog const catalog = desk.edited("playlists/mora/playlist.toml", slip);
        CHECK(catalog.playlists == before.playlists);
        CHECK(catalog.image("mora/1.png"));
        CHECK(catalog.problems.size() == 2);
        CHECK(catalog.problems.back().what == std::string("playlists/mora/playlist.toml") + stays);
    }
}

TEST_CASE("a playlist that is taken away is gone, even if another has a slip") {
    Desk desk;
    desk.folder.write("playlists/falun/playlist.toml", "[[item]]\npage = \"work\"\n");
    Catalog const before = desk.load();
    std::filesystem::remove_all(desk.folder.path() / "playlists/mora");
    desk.folder.write("playlists/falun/playlist.toml", "[[item]]\npage = ");
    Catalog fresh = desk.load();
    keep_last_good(before, fresh);
    REQUIRE(fresh.playlists.size() == 1);
    CHECK(fresh.playlists[0].id == "falun");
}

TEST_CASE("an item that leans on something gone does not come back") {
    Desk desk;
    Catalog const before = desk.load();
    std::filesystem::remove(desk.folder.path() / "media/arguments/jobs.toml");
    desk.folder.write("playlists/mora/playlist.toml", "[[item]]\nimage = ");
    Catalog fresh = desk.load();
    keep_last_good(before, fresh);
    REQUIRE(fresh.playlists.size() == 1);
    REQUIRE(fresh.playlists[0].items.size() == 1);
    CHECK(fresh.playlists[0].items[0].image == "mora/1.png");
}

TEST_CASE("what the library says outlives a slip, in its order") {
    Desk desk;
    Catalog const before = desk.load();
    for (auto const& [file, text] : std::vector<std::pair<std::string, std::string>>{
             {"media/arguments/jobs.toml", "topic = \"work"},
             {"media/pages/work.toml", "order = \"first\"\n"},
             {"media/workshops/skills.toml", ""},
             {"media/languages/sv/kiosk.toml", "[bar\n"},
         }) {
        CAPTURE(file);
        Desk fresh_desk;
        REQUIRE(std::filesystem::exists(fresh_desk.folder.path() / file));
        Catalog const catalog = fresh_desk.edited(file, text);
        CHECK(catalog.arguments.size() == before.arguments.size());
        CHECK(catalog.topics == before.topics);
        CHECK(catalog.workshops == before.workshops);
        CHECK(catalog.phrases == before.phrases);
        CHECK(problems_of(catalog) != "");
    }
}
