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

    /// What is shown after an edit.
    template <class Edit> Catalog after(Edit edit) const {
        Catalog const before = load();
        edit();
        Catalog fresh = load();
        keep_last_good(before, fresh);
        return fresh;
    }

    /// The same, `file` having got a new text.
    Catalog edited(std::string const& file, std::string const& text) const {
        return after([&] { folder.write(file, text); });
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

TEST_CASE("a playlist with a slip plays on as it was") {
    for (char const* slip :
         {"[[item]\nimage", "[[item]]\nimage = \"1.pgn\"\n[[item]]\nargument = \"jobs\"\n"}) {
        CAPTURE(slip);
        Desk desk;
        Catalog const before = desk.load();
        Catalog const catalog = desk.edited("playlists/mora/playlist.toml", slip);
        CHECK(catalog.playlists == before.playlists);
        CHECK(catalog.images == before.images);
        CHECK(catalog.problems.size() == 2);
        CHECK(catalog.problems.back().what == std::string("playlists/mora/playlist.toml") + stays);
    }
}

TEST_CASE("a picture that is taken away stays away, also when its list names it") {
    Desk desk;
    Catalog const catalog =
        desk.after([&] { std::filesystem::remove(desk.folder.path() / "playlists/mora/1.png"); });
    REQUIRE(catalog.playlists.size() == 1);
    REQUIRE(catalog.playlists[0].items.size() == 1);
    CHECK(catalog.playlists[0].items[0].argument == "jobs");
    CHECK_FALSE(catalog.image("mora/1.png"));
}

TEST_CASE("a picture that is replaced during a slip is the new one") {
    Desk desk;
    std::uint64_t const before = desk.load().image("mora/1.png")->stamp;
    Catalog const catalog = desk.after([&] {
        desk.folder.write("playlists/mora/1.png", "new");
        desk.folder.write("playlists/mora/playlist.toml", "[[item]\n");
    });
    REQUIRE(catalog.image("mora/1.png"));
    CHECK(catalog.image("mora/1.png")->stamp != before);
}

TEST_CASE("what was said of a picture outlives a slip in its description") {
    for (std::string const folder : {"media/images/steel-strip", "playlists/mora/1"}) {
        CAPTURE(folder);
        Desk desk;
        desk.folder.write("playlists/mora/1.toml", "focus = [0.2, 0.3]\n");
        Catalog const before = desk.load();
        CHECK(before.image("mora/1.png")->focus == Focus{0.2, 0.3});
        Catalog const catalog = desk.edited(folder + ".toml", "focus = [0.2\n");
        CHECK(catalog.images == before.images);
        CHECK(catalog.problems.back().what == folder + ".toml" + stays);
    }
}

TEST_CASE("a playlist that is taken away is gone, even if another has a slip") {
    Desk desk;
    desk.folder.write("playlists/falun/playlist.toml", "[[item]]\npage = \"work\"\n");
    Catalog const catalog = desk.after([&] {
        std::filesystem::remove_all(desk.folder.path() / "playlists/mora");
        desk.folder.write("playlists/falun/playlist.toml", "[[item]]\npage = ");
    });
    REQUIRE(catalog.playlists.size() == 1);
    CHECK(catalog.playlists[0].id == "falun");
}

TEST_CASE("an item that leans on something gone does not come back") {
    Desk desk;
    Catalog const catalog = desk.after([&] {
        std::filesystem::remove(desk.folder.path() / "media/arguments/jobs.toml");
        desk.folder.write("playlists/mora/playlist.toml", "[[item]]\nimage = ");
    });
    REQUIRE(catalog.playlists.size() == 1);
    REQUIRE(catalog.playlists[0].items.size() == 1);
    CHECK(catalog.playlists[0].items[0].image == "mora/1.png");
}

TEST_CASE("what the library says outlives a slip, in its order, and what leads to it") {
    for (auto const& [file, text] : std::vector<std::pair<std::string, std::string>>{
             {"media/arguments/jobs.toml", "topic = \"work"},
             {"media/pages/work.toml", "order = \"first\"\n"},
             {"media/workshops/skills.toml", ""},
             {"media/languages/sv/kiosk.toml", "[bar\n"},
             {"media/languages/sv/kiosk.toml", "[bar]\nback = 5\n"},
             {"media/map/dalarna.geojson", "{"},
         }) {
        CAPTURE(file);
        Desk desk;
        REQUIRE(std::filesystem::exists(desk.folder.path() / file));
        desk.folder.write("playlists/mora/playlist.toml",
                          "[[item]]\nimage = \"1.png\"\ntopic = \"work\"\nqr = \"skills\"\n");
        Catalog const before = desk.load();
        Catalog const catalog = desk.edited(file, text);
        CHECK(catalog.arguments.size() == before.arguments.size());
        CHECK(catalog.topics == before.topics);
        CHECK(catalog.workshops == before.workshops);
        CHECK(catalog.phrases == before.phrases);
        CHECK(catalog.map == before.map);
        CHECK(catalog.playlists == before.playlists);
        CHECK(problems_of(catalog) != "");
    }
}
