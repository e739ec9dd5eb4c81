#include "content/files.h"
#include "content/library.h"
#include "content/review.h"
#include "content/sound_library.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace kiosk;

namespace {

/// Knows documents by the number in their text.
Result<int> count_pages(std::filesystem::path const& file) {
    Result<std::string> const text = read_text({file, file.filename().string()});
    if (!text || text->empty())
        return Error{Kind::Malformed, file.filename().string() + ": is empty: copy it again"};
    return std::stoi(*text);
}

/// The playlist "mora" with a document of three pages, a picture, and what else the case lays there.
struct Stand {
    TempFolder folder;
    Stand() {
        write_sound_library(folder);
        folder.write("playlists/mora/2-skiss.pdf", "3");
        folder.write("playlists/mora/10-hus.png", "");
    }

    Catalog load(PageCounter const& counter = count_pages) const {
        Result<Catalog> catalog = load_content(folder.path() / "media", folder.path() / "playlists", counter);
        REQUIRE(catalog.has_value());
        return *catalog;
    }
};

std::string ids_and_images(Catalog const& catalog) {
    std::vector<std::string> lines;
    for (Playlist const& playlist : catalog.playlists)
        for (Item const& item : playlist.items) lines.push_back(item.id + " " + item.image);
    return joined(lines);
}

}

TEST_CASE("each page of a document is an item, in its place among the pictures") {
    Catalog const catalog = Stand{}.load();
    CHECK(problems_of(catalog) == "");
    CHECK(ids_and_images(catalog) == joined({"mora/1.1 mora/2-skiss.pdf", "mora/1.2 mora/2-skiss.pdf#2",
                                             "mora/1.3 mora/2-skiss.pdf#3", "mora/2 mora/10-hus.png"}));
    REQUIRE(catalog.image("mora/2-skiss.pdf#3"));
    CHECK(catalog.image("mora/2-skiss.pdf#3")->page == 2);
    CHECK(catalog.image("mora/2-skiss.pdf#3")->file.filename() == "2-skiss.pdf");
    CHECK(catalog.item("mora/1.1")->fit == Fit::Contain);
    CHECK(catalog.item("mora/2")->fit == Fit::Cover);
    CHECK(catalog.unread_files == 0);
}

TEST_CASE("a list plays a document whole or some of its pages, with the looks that it says") {
    Stand stand;
    stand.folder.write("playlists/mora/playlist.toml", R"([[item]]
pdf = "2-skiss.pdf"
pages = [3, 1]
duration = 20
topic = "work"
[[item]]
image = "10-hus.png"
[[item]]
pdf = "2-skiss.pdf"
fit = "cover"
pages = [2]
)");
    Catalog const catalog = stand.load();
    CHECK(problems_of(catalog) == "");
    CHECK(ids_and_images(catalog) == joined({"mora/1.1 mora/2-skiss.pdf", "mora/1.2 mora/2-skiss.pdf#3",
                                             "mora/2 mora/10-hus.png", "mora/3 mora/2-skiss.pdf#2"}));
    CHECK(catalog.item("mora/1.2")->duration == Millis{20'000});
    CHECK(catalog.item("mora/1.2")->topic == "work");
    CHECK(catalog.item("mora/1.2")->fit == Fit::Contain);
    CHECK(catalog.item("mora/3")->fit == Fit::Cover);
}

TEST_CASE("a document that can't be read, or has no such page, is named and the rest plays") {
    Stand stand;
    stand.folder.write("playlists/mora/tom.pdf", "");
    stand.folder.write("playlists/mora/playlist.toml", R"([[item]]
pdf = "tom.pdf"
[[item]]
pdf = "2-skiss.pdf"
pages = [4]
[[item]]
image = "2-skiss.pdf"
[[item]]
image = "10-hus.png"
)");
    Catalog const catalog = stand.load();
    std::string const file = "playlists/mora/playlist.toml";
    CHECK(problems_of(catalog) ==
          joined({file + ":2:7: key \"pdf\": tom.pdf: is empty: copy it again",
                  file + ":5:9: key \"pages\": \"2-skiss.pdf\" has no page 4",
                  file + ":4:7: key \"pdf\": \"2-skiss.pdf\" has 3 pages; none of them is in \"pages\"",
                  file + ":7:9: key \"image\": is a document; write pdf = \"2-skiss.pdf\""}));
    CHECK(ids_and_images(catalog) == joined({"mora/4 mora/10-hus.png"}));
}

TEST_CASE("a page that is not there is told, and those that are play") {
    Stand stand;
    stand.folder.write("playlists/mora/playlist.toml", "[[item]]\npdf = \"2-skiss.pdf\"\npages = [2, 9]\n");
    Catalog const catalog = stand.load();
    CHECK(problems_of(catalog) ==
          joined({"playlists/mora/playlist.toml:3:9: key \"pages\": \"2-skiss.pdf\" has no page 9"}));
    CHECK(ids_and_images(catalog) == joined({"mora/1 mora/2-skiss.pdf#2"}));
}

TEST_CASE("one description serves every page, and is asked for once") {
    Stand stand;
    CHECK(std::ranges::count_if(review(stand.load(), {}).faults, [](std::string const& fault) {
              return fault.find("2-skiss") != fault.npos;
          }) == 1);
    stand.folder.write("playlists/mora/2-skiss.toml", "alt = {sv = \"En skiss\", en = \"A sketch\"}\n");
    Catalog const catalog = stand.load();
    CHECK(catalog.image("mora/2-skiss.pdf#3")->alt.in("en") == "A sketch");
    CHECK(catalog.image("mora/2-skiss.pdf#3")->page == 2);
}

TEST_CASE("a file whose name tells nothing is looked into") {
    Stand stand;
    stand.folder.write("playlists/mora/utan-namn", "1");
    stand.folder.write("playlists/mora/tal.odp", "");
    Catalog const catalog = stand.load();
    CHECK(problems_of(catalog) == joined({"playlists/mora/tal.odp: is empty: copy it again"}));
    CHECK(catalog.image("mora/utan-namn"));
    CHECK(catalog.item("mora/4")->image == "mora/utan-namn");
}

TEST_CASE("without a counter documents wait, and nobody is blamed") {
    Stand stand;
    std::filesystem::remove(stand.folder.path() / "playlists/mora/10-hus.png");
    Catalog const catalog = stand.load({});
    CHECK(problems_of(catalog) == "");
    CHECK(catalog.unread_files == 1);
    CHECK(catalog.playlists.empty());
}
