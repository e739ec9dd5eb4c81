#include "dalactl/catalogue.h"

#include "content/library.h"
#include "dalactl/small_library.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::sys_days today{2027y / std::chrono::March / 8};

struct Desk : SmallLibrary {
    std::string catalogue(Selection const& selection) const {
        Result<Catalog> const catalog = load_content(media(), playlists());
        REQUIRE(catalog.has_value());
        return catalogue_html(*catalog, selection, today);
    }
};

Selection const everything{{"garpenberg", "hvdc-ludvika", "siljan"},
                           {"lake-cottage", "siljan-dawn", "steel-strip"}};

bool has(std::string const& text, std::string const& part) { return text.find(part) != text.npos; }

std::size_t count(std::string const& text, std::string const& part) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; at += part.size()) ++count;
    return count;
}

}

TEST_CASE("the catalogue has each argument and picture in every language, with its terms and its uses") {
    std::string const page = Desk{}.catalogue(everything);
    CHECK(has(page, "<h4>Från Ludvika ut i världens elnät</h4>"));
    CHECK(has(page, "<h4>From Ludvika into the world’s grids</h4>"));
    CHECK(has(page, "<p class=\"figure\"><b>Över 50 %</b> av världens HVDC-projekt</p>"));
    CHECK(has(page,
              "<p>A first paragraph with <b>bold</b> words &amp; a sign.</p>\n<p class=\"item\">An item of a "
              "list.</p>"));
    CHECK(has(page, "<dt>Källa / Source</dt> <dd>HVDC World, 2025; <a href=\"https://www.scb.se\">SCB, 2025 "
                    "(scb.se)</a></dd>"));
    CHECK(
        has(page, "<dt>Visas på / Shown on</dt> <dd>sidan Jobb &amp; industri; bildspelet Alla sorter</dd>"));
    CHECK(has(page, "<dt>Gjord av / Made by</dt> <dd>Test, CC BY 4.0</dd>"));
    CHECK(has(page, "<p class=\"alt\" lang=\"en\">A red cottage by a lake</p>"));
    CHECK(has(page, "3 argument, 3 bilder. Läget den 2027-03-08."));
}

TEST_CASE("the catalogue loads nothing but the pictures beside it and runs nothing") {
    std::string const page = Desk{}.catalogue(everything);
    CHECK_FALSE(has(page, "<script"));
    CHECK_FALSE(has(page, "<link"));
    CHECK_FALSE(has(page, "url("));
    CHECK_FALSE(has(page, "@import"));
    CHECK(count(page, "src=\"") == count(page, "src=\"pictures/"));
    CHECK(count(page, "src=\"") > 6);
}

TEST_CASE("what editors wrote can't become markup") {
    Desk const desk;
    desk.replace("media/arguments/siljan.toml", "A lake left by an impact", "<img src=x onerror=alert(1)>");
    desk.replace("media/images/siljan-dawn.toml", "Gryning över Siljan", "\\\"><script>");
    std::string const page = desk.catalogue(everything);
    CHECK(has(page, "<h4>&lt;img src=x onerror=alert(1)&gt;</h4>"));
    CHECK(has(page, "alt=\"&quot;&gt;&lt;script&gt;\""));
}

TEST_CASE("each argument stands once, under the first page that lists it, or after them") {
    Desk const desk;
    desk.replace("media/pages/nature.toml", "[\"siljan\"]", "[\"siljan\", \"garpenberg\"]");
    desk.replace("media/pages/work.toml", "\"hvdc-ludvika\", ", "");
    std::string const page = desk.catalogue(everything);
    CHECK(count(page, "<h4>Sverige har malmen</h4>") == 1);
    CHECK(page.find("Sverige har malmen") < page.find("Natur &amp; fritid</span>"));
    CHECK(page.find("En sjö efter ett nedslag") < page.find("Från Ludvika ut"));
    CHECK(page.find("Från Ludvika ut") > page.find("<section class=\"loose\">"));
}

TEST_CASE("a selection has only its own, and expiry is marked") {
    Desk const desk;
    desk.replace("media/arguments/siljan.toml", "topic", "expires = 2027-03-08\ntopic");
    desk.replace("media/images/siljan-dawn.toml", "credit", "expires = 2027-03-10\ncredit");
    std::string const page = desk.catalogue({{"siljan"}, {"siljan-dawn"}});
    CHECK(count(page, "<article") == 2);
    CHECK_FALSE(has(page, "Jobb &amp; industri</span>"));
    CHECK(has(page, "<div class=\"over\"><dt>Gäller inte längre, sedan 2027-03-08 / No longer valid, since "
                    "2027-03-08</dt></div>"));
    CHECK(has(page,
              "<div class=\"until\"><dt>Gäller till och med 2027-03-09 / Valid until 2027-03-09</dt></div>"));
}
