#include "dalactl/library.h"

#include "dalactl/captured.h"
#include "dalactl/small_library.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::sys_days today{2027y / std::chrono::March / 8};

struct Desk : SmallLibrary {
    /// What the command prints, and its exit code behind it.
    std::string said(LibraryJob job) const {
        job.media = media(), job.playlists = playlists(), job.today = today;
        Captured streams;
        int const code = run_library(job);
        return streams.said() + "exit " + std::to_string(code);
    }

    std::string exported(std::vector<std::string> ids, bool expired = false) const {
        return said(
            {.verb = "export", .words = std::move(ids), .out = folder.path() / "out", .expired = expired});
    }
    bool has(std::string const& file) const { return std::filesystem::exists(folder.path() / "out" / file); }
};

}

TEST_CASE("the library is listed, all of it or one kind or tag, in a chosen language") {
    Desk const desk;
    desk.replace("media/images/siljan-dawn.toml", "credit", "tags = [\"Sjö\", \"gryning\"]\ncredit");
    desk.replace("media/images/steel-strip.toml", "credit", "expires = 2027-03-08\ncredit");
    desk.replace("media/images/lake-cottage.toml", "credit", "expires = 2027-03-09\ncredit");
    CHECK(
        desk.said({.verb = "list", .kind = "picture", .language = "en"}) ==
        "kind     id            title                            tags          licence\n"
        "picture  lake-cottage  A red cottage by a lake                        CC BY 4.0, until 2027-03-08\n"
        "picture  siljan-dawn   Dawn over Siljan                 Sjö, gryning  CC BY 4.0\n"
        "picture  steel-strip   A steel strip in a rolling mill                CC BY 4.0, expired since "
        "2027-03-08\n"
        "exit 0");
    CHECK(desk.said({.verb = "list", .tag = "SJO"}) ==
          "kind     id           title                tags          licence\n"
          "picture  siljan-dawn  Gryning över Siljan  Sjö, gryning  CC BY 4.0\n"
          "exit 0");
    std::string const all = desk.said({.verb = "list"});
    for (char const* start :
         {"\nargument ", "\npicture ", "\npage ", "\nplace ", "\nworkshop ", "\npartner "})
        CHECK_MESSAGE(all.find(start) != all.npos, start);
    CHECK(desk.said({.verb = "list", .tag = "fjäll"}) ==
          "dalactl: nothing is like that; dalactl library list shows everything\nexit 1");
    CHECK(desk.said({.verb = "list", .language = "fi"}) ==
          "dalactl: --language fi: the library is in sv, en\nexit 1");
}

TEST_CASE("words find what holds them all") {
    Desk const desk;
    CHECK(desk.said({.verb = "search", .words = {"rod", "STUGA"}}) ==
          "kind     id            title                    tags  licence\n"
          "picture  lake-cottage  En röd stuga vid en sjö        CC BY 4.0\n"
          "exit 0");
    CHECK(desk.said({.verb = "search", .words = {"röd", "malm"}}) ==
          "dalactl: nothing holds all of these words; try fewer, or parts of them\nexit 1");
}

TEST_CASE("an argument is shown whole, with where it is used") {
    Desk const desk;
    desk.replace("media/arguments/hvdc-ludvika.toml", "fact", "tags = [\"el\"]\nexpires = 2027-04-01\nfact");
    CHECK(desk.said({.verb = "show", .words = {"hvdc-ludvika"}}) ==
          "argument hvdc-ludvika (media/arguments/hvdc-ludvika.toml)\n"
          "  title       sv: Från Ludvika ut i världens elnät\n"
          "              en: From Ludvika into the world’s grids\n"
          "  page        work\n"
          "  body        sv: Ett första stycke med fet text & ett tecken.\n"
          "              En punkt i en lista.\n"
          "              en: A first paragraph with bold words & a sign.\n"
          "              An item of a list.\n"
          "  figure      sv: Över 50 % av världens HVDC-projekt\n"
          "              en: Over 50% of the world’s HVDC projects\n"
          "              2025, HVDC World\n"
          "  source      SCB, 2025, https://www.scb.se\n"
          "  picture     lake-cottage\n"
          "  fact        T01\n"
          "  tags        el\n"
          "  licence     CC BY 4.0\n"
          "  expiry      until 2027-03-31\n"
          "  used in     media/pages/work.toml, key \"arguments\"\n"
          "              playlists/every-kind/playlist.toml, item 12, key \"argument\"\n"
          "exit 0");
}

TEST_CASE("everything with the id is shown, and what has none is named") {
    Desk const desk;
    desk.folder.write("media/images/mora.svg", "<svg/>");
    desk.folder.write("media/images/mora.toml", "decorative = true\n");
    std::string const said = desk.said({.verb = "show", .words = {"mora", "morra"}});
    CHECK(said.starts_with("picture mora (media/images/mora.toml)\n"));
    CHECK(said.find("  alt         none, decoration only\n") != said.npos);
    CHECK(said.find("\n\nplace mora (media/places/mora.toml)\n  name        Mora\n") != said.npos);
    CHECK(said.ends_with("dalactl: nothing has the id \"morra\"; did you mean \"mora\"?\nexit 1"));
}

TEST_CASE("the uses alone are one line each") {
    CHECK(Desk{}.said({.verb = "uses", .words = {"siljan-dawn", "samarkand"}}) ==
          "picture siljan-dawn: media/pages/nature.toml, key \"image\"\n"
          "picture siljan-dawn: media/arguments/siljan.toml, key \"image\"\n"
          "partner samarkand: nothing shows it\n"
          "exit 0");
}

TEST_CASE("an export has texts in each language, pictures with their terms, and the catalogue") {
    Desk const desk;
    std::string const out = (desk.folder.path() / "out").string();
    CHECK(desk.exported({}) == out + "/catalogue.html: 3 arguments, 3 pictures\nexit 0");
    CHECK(desk.folder.read("out/arguments/hvdc-ludvika.sv.txt") ==
          "Från Ludvika ut i världens elnät\n\n"
          "Ett första stycke med fet text & ett tecken.\n\n"
          "– En punkt i en lista.\n\n"
          "Siffra: Över 50 % av världens HVDC-projekt\n"
          "Källa: HVDC World, 2025\n"
          "Källa: SCB, 2025, https://www.scb.se\n"
          "Bild: pictures/lake-cottage.svg, Test, CC BY 4.0\n"
          "Licens: CC BY 4.0\n");
    CHECK(desk.folder.read("out/arguments/siljan.en.txt").starts_with("A lake left by an impact\n\nA first"));
    CHECK(desk.folder.read("out/pictures/lake-cottage.svg") ==
          desk.folder.read("media/images/lake-cottage.svg"));
    CHECK(desk.folder.read("out/pictures/lake-cottage.svg.txt") == "lake-cottage.svg\n\n"
                                                                   "En röd stuga vid en sjö\n"
                                                                   "Gjord av: Test\nLicens: CC BY 4.0\n\n"
                                                                   "A red cottage by a lake\n"
                                                                   "Made by: Test\nLicence: CC BY 4.0\n\n");
    CHECK(desk.exported({}) == out + "/catalogue.html: 3 arguments, 3 pictures\nexit 0");  // Once more.
}

TEST_CASE("an argument takes its picture along, a page everything on it") {
    Desk const desk;
    std::string const out = (desk.folder.path() / "out").string();
    CHECK(desk.exported({"siljan"}) == out + "/catalogue.html: 1 argument, 1 picture\nexit 0");
    CHECK(desk.has("arguments/siljan.sv.txt"));
    CHECK(desk.has("pictures/siljan-dawn.svg"));
    CHECK_FALSE(desk.has("pictures/lake-cottage.svg"));
    CHECK(desk.exported({"work"}) == out + "/catalogue.html: 2 arguments, 2 pictures\nexit 0");
    CHECK(desk.exported({"mora"}) == "dalactl: no argument, picture or page has the id \"mora\"; known are "
                                     "garpenberg, hvdc-ludvika, siljan, "
                                     "lake-cottage, siljan-dawn, steel-strip, templates/logo.svg, work, …\nexit 1");
}

TEST_CASE("what has expired stays out unless it is asked for") {
    Desk const desk;
    desk.replace("media/arguments/siljan.toml", "topic", "expires = 2027-03-08\ntopic");
    std::string const out = (desk.folder.path() / "out").string();
    CHECK(desk.exported({"siljan", "work"}) ==
          "dalactl: media/arguments/siljan.toml: has expired and is left out; --expired takes it along\n" +
              out + "/catalogue.html: 2 arguments, 2 pictures\nexit 0");
    CHECK_FALSE(desk.has("arguments/siljan.sv.txt"));
    CHECK(desk.exported({"siljan"}, true) == out + "/catalogue.html: 1 argument, 1 picture\nexit 0");
    CHECK(desk.has("arguments/siljan.sv.txt"));
}

TEST_CASE("a folder that can't be written is an error") {
    Desk const desk;
    desk.folder.write("out", "a file");
    CHECK(desk.exported({}) ==
          "dalactl: " + (desk.folder.path() / "out").string() +
              "/arguments/garpenberg.sv.txt: can't be written; is there room, and may you write "
              "there?\nexit 1");
}
