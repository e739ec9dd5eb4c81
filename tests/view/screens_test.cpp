// The audits over every screen of the shipped library, set in the product's own fonts.

#include "content/library.h"
#include "screen/text.h"
#include "view/audit.h"
#include "view/tour.h"
#include "view/view.h"

#include <set>

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

Catalog shipped() {
    std::filesystem::path const root = DALA_SOURCE_DIR;
    Result<Catalog> catalog = load_library(root / "media");
    REQUIRE_MESSAGE(catalog.has_value(), catalog.error().what);
    load_playlists(root / "playlists", *catalog);
    return *std::move(catalog);
}

Glass glass(Size px) {
    Glass glass{.px = px};
    if (px.h > px.w) std::swap(glass.width_mm, glass.height_mm);
    return glass;
}

/// Every finding at that size, a line each, with the first screen of the tour that has it.
std::string findings(Size size, Language const& language) {
    Fonts const fonts;
    std::vector<std::string> const missing = fonts.missing();
    REQUIRE_MESSAGE(missing.empty(), missing.front());
    PangoRuler const ruler(fonts);
    std::set<std::string> seen;
    std::string lines;
    for (Stop const& stop : tour(shipped(), Settings{}, glass(size), language)) {
        for (std::string const& finding : audit(view(stop.model, stop.now, ruler), ruler, stop.model.catalog)) {
            if (seen.insert(finding).second) lines += stop.name + ": " + finding + "\n";
        }
    }
    return lines;
}

}

TEST_CASE("every screen keeps the rules at 1920x1080 in Swedish") { CHECK(findings({1920, 1080}, "sv") == ""); }
TEST_CASE("every screen keeps the rules at 1920x1080 in English") { CHECK(findings({1920, 1080}, "en") == ""); }
TEST_CASE("every screen keeps the rules at 1080x1920 in Swedish") { CHECK(findings({1080, 1920}, "sv") == ""); }
TEST_CASE("every screen keeps the rules at 1080x1920 in English") { CHECK(findings({1080, 1920}, "en") == ""); }
TEST_CASE("every screen keeps the rules at 3840x2160 in Swedish") { CHECK(findings({3840, 2160}, "sv") == ""); }
TEST_CASE("every screen keeps the rules at 3840x2160 in English") { CHECK(findings({3840, 2160}, "en") == ""); }
TEST_CASE("every screen keeps the rules at 1280x800 in Swedish") { CHECK(findings({1280, 800}, "sv") == ""); }
TEST_CASE("every screen keeps the rules at 1280x800 in English") { CHECK(findings({1280, 800}, "en") == ""); }

TEST_CASE("sizes that no stand is known to have are looked at, not promised") {
    for (Size size : {Size{1024, 768}, Size{1366, 768}}) {
        for (Language const language : {"sv", "en"}) {
            std::string const lines = findings(size, language);
            WARN_MESSAGE(lines == "", lines);
        }
    }
}
