#include "content/trace.h"

#include "content/spoilt.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

constexpr char const* sound_facts = R"(gathered = 2026-11-24
[W09]
figure = "since 1878; about 300 occupations, 2019; SEK 2.4 m"
also = ["36 mil"]
source = [{name = "Fastighetsfolket", url = "https://example.org/300"}]
confidence = "own claim"
keeps = "dated"
[place.mora]
figure = "20,540 inhabitants, 31 Dec 2024; 264 km by rail"
source = [{name = "SCB"}]
)";

struct Desk {
    TempFolder folder;

    Desk() {
        write_sound_library(folder);
        folder.write("media/facts.toml", sound_facts);
        folder.write("playlists/ours/playlist.toml", "[[item]]\ntext = \"Sedan 1878\"\nfact = \"W09\"\n");
    }

    /// The lines of reading the register and of tracing the library.
    std::string lines() const {
        Result<Catalog> catalog = load_content(folder.path() / "media", folder.path() / "playlists");
        REQUIRE(catalog.has_value());
        Result<FactRegister> const facts = load_facts(folder.path() / "media", catalog->problems);
        REQUIRE_MESSAGE(facts.has_value(), facts.error().what);
        return problems_of(*catalog) + joined(trace(*catalog, *facts));
    }
};

std::string after(std::string const& file, std::string const& from, std::string const& to) {
    Desk const desk;
    spoil(desk.folder, file, from, to);
    return desk.lines();
}

std::string const
    argument = "media/arguments/jobs.toml",
    register_file = "media/facts.toml",
    mend = " of media/facts.toml; write what was read there, or add it to also = […] if that page says it\n";

}

TEST_CASE("a row has what was read, where, and how sure it is") {
    Desk const desk;
    std::vector<Problem> problems;
    Result<FactRegister> const facts = load_facts(desk.folder.path() / "media", problems);
    REQUIRE(facts.has_value());
    CHECK(facts->label == register_file);
    CHECK(facts->gathered == "2026");
    REQUIRE(facts->rows.size() == 2);
    CHECK(facts->rows.at("W09") == Fact{"since 1878; about 300 occupations, 2019; SEK 2.4 m",
                                        {"36 mil"},
                                        {{"Fastighetsfolket", "https://example.org/300", ""}},
                                        Fact::Confidence::OwnClaim,
                                        Fact::Keeps::Dated});
    CHECK(facts->rows.at("place.mora").confidence == Fact::Confidence::Seen);
    CHECK(load_facts(desk.folder.path() / "nowhere", problems).error() ==
          Error{Kind::NotFound, "nowhere/facts.toml: there is no such file"});
}

TEST_CASE("faults of the register are named and cost their row") {
    CHECK(after(register_file, "\"own claim\"", "\"own clam\"")
              .starts_with(register_file +
                           ":6:14: key \"confidence\": unknown \"own clam\"; did you mean \"own claim\"?\n" +
                           argument + ": key \"fact\": no row \"W09\" in media/facts.toml"));
    CHECK(after(register_file, "gathered = 2026-11-24\n", "") ==
          register_file +
              ":1:1: key \"gathered\": is missing; expected the day on which the pages were read\n");
    CHECK(after(register_file, "figure = \"20,540", "figur = \"20,540")
              .starts_with(register_file + ":8:1: key \"figure\": is missing; expected text\n" +
                           register_file + ":9:1: unknown key \"figur\"; did you mean \"figure\"?\n"));
}

TEST_CASE("a sound library traces") { CHECK(Desk{}.lines() == ""); }

TEST_CASE("a row that does not exist is found") {
    CHECK(after(argument, "\"W09\"", "\"W99\"") ==
          argument + ": key \"fact\": no row \"W99\" in media/facts.toml; did you mean \"W09\"?\n" +
              argument + ": key \"figure.value\": 300 is not in W99" + mend + argument +
              ": key \"figure.year\": 2019 is not in W99" + mend);
}

TEST_CASE("a number that its rows do not have is found, whatever the language") {
    CHECK(after(argument, "**Många** jobb", "2,5 mkr, 36 mil och 12\u00A0000 jobb sedan 1878, sett 2026") ==
          argument + ": key \"body\": 12000, 2.5 is not in W09" + mend);
    CHECK(after(argument, "**Many** jobs", "SEK 2.4m, 1878 and 12,000 jobs") ==
          argument + ": key \"body\": 12000 is not in W09" + mend);
    CHECK(after("media/places/mora.toml", "20540", "20541") ==
          "media/places/mora.toml: key \"inhabitants\": 20541 is not in place.mora" + mend);
}

TEST_CASE("a number that rests on nothing is found in the library and allowed to exhibitors") {
    std::string const nothing = " rests on nothing; name the row of media/facts.toml with fact = \"…\"\n";
    CHECK(after(argument, "fact = \"W09\"\n", "") == argument + ": key \"figure.value\": 300" + nothing +
                                                         argument + ": key \"figure.year\": 2019" + nothing);
    CHECK(after("media/partners/region.toml", "url", "role = \"Sedan 1987\"\nurl") ==
          "media/partners/region.toml: key \"role\": 1987" + nothing);
    CHECK(after("playlists/ours/playlist.toml", "fact = \"W09\"\n", "") == "");
    CHECK(after("playlists/ours/playlist.toml", "1878", "1879") ==
          "playlists/ours/playlist.toml: item 1, key \"text\": 1879 is not in W09" + mend);
}

TEST_CASE("figures may name a row of their own, pages must") {
    std::string const figure =
        "\n[figure]\nvalue = \"1878\"\nunit = \"stål\"\nyear = \"2019\"\nsource = \"F\"\n";
    CHECK(after("media/pages/work.toml", "arguments = [\"jobs\"]",
                "arguments = [\"jobs\"]" + figure + "fact = \"W09\"") == "");
    CHECK(after("media/pages/work.toml", "arguments = [\"jobs\"]", "arguments = [\"jobs\"]" + figure)
              .starts_with("media/pages/work.toml: key \"figure.value\": 1878 rests on nothing"));
    CHECK(after(argument, "value = \"300\"", "value = \"264\"\nfact = \"place.mora\"") ==
          argument + ": key \"figure.year\": 2019 is not in place.mora" + mend);
}

TEST_CASE("rows are named with commas between them") {
    CHECK(fact_ids("W07, W08,place.mora ,") == std::vector<std::string>{"W07", "W08", "place.mora"});
    CHECK(fact_ids("").empty());
}
