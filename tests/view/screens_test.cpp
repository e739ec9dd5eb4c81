// The audits over every screen of the shipped library, set in the product's own fonts.

#include "screen/text.h"
#include "view/audit.h"
#include "view/libraries.h"
#include "view/tour.h"
#include "view/view.h"

#include <doctest/doctest.h>
#include <set>

using namespace kiosk;

namespace {

constexpr Size usual_sizes[] = {{1920, 1080}, {1080, 1920}, {3840, 2160}, {1280, 800}};

/// Every finding at that size that is not in `seen` yet, a line each, with the first screen of the tour that
/// has it.
std::string findings(Catalog const& catalog, Size size, Language const& language,
                     std::set<std::string>& seen) {
    Fonts const fonts;
    std::vector<std::string> const missing = fonts.missing();
    REQUIRE_MESSAGE(missing.empty(), missing.front());
    PangoRuler const ruler(fonts);
    std::string lines;
    for (Stop const& stop : tour(catalog, Settings{}, glass_of(size), language)) {
        for (std::string const& finding :
             audit(view(stop.model, stop.now, ruler), ruler, stop.model.catalog)) {
            if (seen.insert(finding).second) lines += stop.name + ": " + finding + "\n";
        }
    }
    return lines;
}

std::string large_text_findings(Size size, Language const& language, int text_percent) {
    Fonts const fonts;
    PangoRuler const ruler(fonts);
    Catalog const catalog = shipped_library();
    std::string lines;
    for (Stop const& stop :
         large_text_tour(catalog, Settings{}, glass_of(size), language, text_percent, ruler)) {
        for (std::string const& finding : audit(view(stop.model, stop.now, ruler), ruler, catalog))
            lines += stop.name + ": " + finding + "\n";
    }
    return lines;
}

/// With the product's playlists, then with one item of every kind.
std::string findings(Size size, Language const& language) {
    Catalog catalog = shipped_library();
    std::set<std::string> seen;
    std::string const shipped = findings(catalog, size, language, seen);
    catalog.playlists.clear();
    add_every_kind(catalog);
    return shipped + findings(catalog, size, language, seen);
}

}

TEST_CASE("every screen keeps the rules at 1920x1080 in Swedish") {
    CHECK(findings({1920, 1080}, "sv") == "");
}
TEST_CASE("every screen keeps the rules at 1920x1080 in English") {
    CHECK(findings({1920, 1080}, "en") == "");
}
TEST_CASE("every screen keeps the rules at 1080x1920 in Swedish") {
    CHECK(findings({1080, 1920}, "sv") == "");
}
TEST_CASE("every screen keeps the rules at 1080x1920 in English") {
    CHECK(findings({1080, 1920}, "en") == "");
}
TEST_CASE("every screen keeps the rules at 3840x2160 in Swedish") {
    CHECK(findings({3840, 2160}, "sv") == "");
}
TEST_CASE("every screen keeps the rules at 3840x2160 in English") {
    CHECK(findings({3840, 2160}, "en") == "");
}
TEST_CASE("every screen keeps the rules at 1280x800 in Swedish") { CHECK(findings({1280, 800}, "sv") == ""); }
TEST_CASE("every screen keeps the rules at 1280x800 in English") { CHECK(findings({1280, 800}, "en") == ""); }

TEST_CASE("every page keeps the rules in text of 150 %") {
    for (Size size : usual_sizes) {
        for (Language const language : {"sv", "en"}) CHECK(large_text_findings(size, language, 150) == "");
    }
}

TEST_CASE("every page keeps the rules in text of 200 %") {
    for (Size size : usual_sizes) {
        for (Language const language : {"sv", "en"}) CHECK(large_text_findings(size, language, 200) == "");
    }
}

TEST_CASE("sizes that no stand is known to have are looked at, not promised") {
    for (Size size : {Size{1024, 768}, Size{1366, 768}}) {
        for (Language const language : {"sv", "en"}) {
            std::string const lines = findings(size, language);
            WARN_MESSAGE(lines == "", lines);
        }
    }
}
