// What each screen holds, as text, against tests/scenes. Rewrite the texts with DALA_UPDATE=1; see
// tests/README.md.

#include "view/fixed_ruler.h"
#include "view/libraries.h"
#include "view/tour.h"
#include "view/view.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <fstream>
#include <set>
#include <sstream>

using namespace kiosk;

namespace {

std::string read(std::filesystem::path const& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

/// The first line in which two texts differ, for the message.
std::string difference(std::string const& expected, std::string const& now) {
    std::istringstream one(expected), other(now);
    std::string old_line, new_line;
    for (int number = 1;; ++number) {
        bool const more = bool(std::getline(one, old_line)), also = bool(std::getline(other, new_line));
        if (!more && !also) return "";
        if (!more) old_line = "(the end)";
        if (!also) new_line = "(the end)";
        if (old_line != new_line)
            return "line " + std::to_string(number) + "\n  was " + old_line + "\n  is  " + new_line;
    }
}

std::set<std::string> files_ending(std::filesystem::path const& folder, std::string const& end) {
    std::set<std::string> names;
    for (auto const& entry : std::filesystem::directory_iterator(folder)) {
        std::string name = entry.path().filename().string();
        if (name.ends_with(end)) names.insert(std::move(name));
    }
    return names;
}

std::vector<Stop> stops(Size size, Language const& language, int text_percent) {
    Catalog const catalog = small_library();
    if (text_percent == 100) return tour(catalog, Settings{}, glass_of(size), language);
    return large_text_tour(catalog, Settings{}, glass_of(size), language, text_percent, FixedRuler{});
}

/// Compares every stop of the tour.
void compare(Size size, Language const& language, int text_percent = 100) {
    bool const rewrite = std::getenv("DALA_UPDATE") != nullptr;
    std::filesystem::path const folder = std::filesystem::path(DALA_SOURCE_DIR) / "tests/scenes";
    std::string const format = "." + language + "." + std::to_string(size.w) + "x" + std::to_string(size.h) +
                               (text_percent == 100 ? "" : "@" + std::to_string(text_percent)) + ".txt";
    std::set<std::string> left = files_ending(folder, format);
    for (Stop const& stop : stops(size, language, text_percent)) {
        std::string const scene = dump(view(stop.model, stop.now, FixedRuler{}));
        std::filesystem::path const file = folder / (stop.name + format);
        left.erase(file.filename().string());
        if (rewrite) std::ofstream(file) << scene;
        std::string const changed = difference(read(file), scene);
        CHECK_MESSAGE(changed == "",
                      "tests/scenes/"
                          << file.filename().string() << " " << changed
                          << "\nIf that is meant, run tests with DALA_UPDATE=1 and look at the change.");
    }
    for (std::string const& name : left)
        CHECK_MESSAGE(false, "tests/scenes/" << name << " is of no screen any more; delete it");
}

}

TEST_CASE("scenes in landscape") { compare({1920, 1080}, "sv"); }
TEST_CASE("scenes in portrait") { compare({1080, 1920}, "sv"); }
TEST_CASE("scenes in English, landscape") { compare({1920, 1080}, "en"); }
TEST_CASE("scenes in English, portrait") { compare({1080, 1920}, "en"); }
TEST_CASE("scenes at 1280x800") { compare({1280, 800}, "sv"); }
TEST_CASE("scenes in English at 1280x800") { compare({1280, 800}, "en"); }
TEST_CASE("scenes at 3840x2160") { compare({3840, 2160}, "sv"); }
TEST_CASE("scenes in English at 3840x2160") { compare({3840, 2160}, "en"); }
TEST_CASE("scenes in large text, landscape") { compare({1920, 1080}, "sv", 200); }
TEST_CASE("scenes in large text, portrait") { compare({1080, 1920}, "en", 150); }
