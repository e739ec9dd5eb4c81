// Every story in the folders beside this file, on a lying and on a standing screen.

#include "stories/player.h"
#include "view/libraries.h"

#include <doctest/doctest.h>
#include <fstream>

using namespace kiosk;

namespace {

std::vector<std::filesystem::path> stories() {
    std::vector<std::filesystem::path> files;
    for (auto const& entry :
         std::filesystem::directory_iterator(std::filesystem::path(DALA_SOURCE_DIR) / "tests/stories")) {
        if (entry.is_directory()) files.push_back(entry.path() / "story");
    }
    std::ranges::sort(files);
    return files;
}

/// Plays until a step fails; what comes after it would only fail because of it.
void play(std::filesystem::path const& file, Catalog const& catalog, Size glass) {
    std::ifstream story(file);
    std::string const name = file.parent_path().filename().string();
    REQUIRE_MESSAGE(story, "tests/stories/" << name << " has no file story");
    Player player(catalog, glass_of(glass));
    int number = 0;
    for (std::string line; std::getline(story, line);) {
        ++number;
        std::string const fault = player.step(line);
        if (fault.empty()) continue;
        FAIL_CHECK(name << ":" << number << ": " << line << "\n  " << fault << "\n  on the screen of "
                        << glass.w << "x" << glass.h << ": " << player.screen());
        return;
    }
    CHECK(number > 0);
}

void play_all(Size glass) {
    Catalog const catalog = small_library();
    for (std::filesystem::path const& file : stories()) play(file, catalog, glass);
}

}

TEST_CASE("stories in landscape") { play_all({1920, 1080}); }
TEST_CASE("stories in portrait") { play_all({1080, 1920}); }

TEST_CASE("a step that can't be carried out says so") {
    Player player(small_library(), Glass{});
    CHECK(player.step("") == "");
    CHECK(player.step("# wait forever") == "");
    CHECK(player.step("dance") == "no such step; see tests/stories/README.md");
    CHECK(player.step("wait long") == "no such step; see tests/stories/README.md");
    CHECK(player.step("tap card.gone") == "there is no element card.gone");
    CHECK(player.step("expect joy") == "no such expectation; see tests/stories/README.md");
    CHECK(player.step("expect screen home") == "expected screen “home”, it is “attract”");
    CHECK(player.step("expect text \"Hej då\"") == "the text “Hej då” is missing");
    CHECK(player.step("press pill") == "a finger on pill reaches slide");
}
