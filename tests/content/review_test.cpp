// Each thing that editors should mend, planted in a library that has nothing else to mend.

#include "content/review.h"

#include "content/spoilt.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::sys_days today{2027y / std::chrono::March / 1};

std::string times(int count, std::string const& sentence) {
    std::string text;
    for (int i = 0; i < count; ++i) text += (i ? " " : "") + sentence;
    return text;
}

/// The sound library with an argument long enough and a playlist of one picture.
struct Desk {
    TempFolder folder;

    Desk() {
        write_sound_library(folder);
        write_body(times(4, "Här finns det jobb för den som vill bo nära en sjö."),
                   times(4, "There are jobs here if you want to live by a lake."));
        folder.write("playlists/mora/bild.jpg", "");
        folder.write("playlists/mora/bild.toml", "alt = {sv = \"En sjö\", en = \"A lake\"}\n");
        folder.write("playlists/mora/playlist.toml", "[[item]]\nimage = \"bild.jpg\"\n");
    }

    void write_body(std::string const& sv, std::string const& en) const {
        std::string const text = folder.read("media/arguments/jobs.toml");
        std::size_t const from = text.find("body"), to = text.find("image");
        folder.write("media/arguments/jobs.toml", text.substr(0, from) + "body = {sv = \"" + sv +
                                                      "\", en = \"" + en + "\"}\n" + text.substr(to));
    }

    Review reviewed() const {
        Result<Catalog> const catalog = load_content(folder.path() / "media", folder.path() / "playlists");
        REQUIRE(catalog.has_value());
        CHECK(problems_of(*catalog) == "");
        return review(*catalog, today);
    }
    std::string faults() const { return joined(reviewed().faults); }
    std::string notes() const { return joined(reviewed().notes); }
};

std::string after(std::string const& file, std::string const& from, std::string const& to) {
    Desk const desk;
    spoil(desk.folder, file, from, to);
    return desk.faults();
}

std::string const argument = "media/arguments/jobs.toml", page = "media/pages/work.toml",
                  image = "media/images/steel-strip.toml", playlist = "playlists/mora/playlist.toml";

}

TEST_CASE("a sound library has nothing to mend and nothing to note") {
    CHECK(Desk{}.faults() == "");
    CHECK(Desk{}.notes() == "");
}

TEST_CASE("a source or a figure without a year is found") {
    std::string const year = "write year = \"…\", the year it is from or in which it was looked up\n";
    CHECK(after(argument, "year = \"2024\"\n", "") ==
          argument + ": key \"source\": \"SCB\" has no year; " + year);
    CHECK(after(argument, "year = \"2019\"\n", "") ==
          argument + ": key \"figure.year\": is missing; " + year);
    std::string const figure = "value = \"1\"\nunit = \"stad\"\nsource = \"SCB\"\n";
    CHECK(after(page, "arguments = [\"jobs\"]", "arguments = [\"jobs\"]\n[figure]\n" + figure) ==
          page + ": key \"figure.year\": is missing; " + year);
    CHECK(
        after(page, "arguments = [\"jobs\"]",
              "[[section]]\nid = \"growth\"\ntitle = \"Växer\"\narguments = [\"jobs\"]\n[section.figure]\n" +
                  figure) == page + ": section \"growth\", key \"figure.year\": is missing; " + year);
}

TEST_CASE("an exhibitor's picture without a description is found") {
    Desk const desk;
    desk.folder.remove("playlists/mora/bild.toml");
    CHECK(desk.faults() ==
          "playlists/mora/bild.jpg: has no alt text; write bild.toml beside it, with alt = {…} "
          "or decorative = true\n");
}

TEST_CASE("what nothing shows is found") {
    CHECK(after(page, "[\"jobs\"]", "[]") ==
          argument + ": is on no page; list \"jobs\" under arguments in " + page + " or delete the file\n");
    Desk const desk;
    desk.folder.write("media/images/lake.svg", "<svg/>");
    desk.folder.write("media/images/lake.toml", "alt = {sv = \"Sjö\", en = \"Lake\"}\n");
    CHECK(desk.faults() ==
          "media/images/lake.toml: nothing shows this picture; write image = \"lake\" where it "
          "belongs, or delete lake.svg and this file\n");
}

TEST_CASE("a body that is hard, short or long is found") {
    std::string const hard = "Kompetensförsörjningsfrågorna diskuteras regelbundet tillsammans";
    Desk const desk;
    desk.write_body(times(10, hard + " med många."), times(8, "There is a job for you."));
    CHECK(desk.faults() == argument +
                               ": key \"body\": the Swedish text has a LIX of 73; at most 45: use shorter "
                               "sentences and words\n");
    desk.write_body(times(13, "Det är nära."), times(91, "Yes."));
    CHECK(desk.faults() ==
          argument + ": key \"body\": has 39 words in \"sv\"; expected 40 to 90: say more\n" + argument +
              ": key \"body\": has 91 words in \"en\"; expected 40 to 90: say less\n");
}

TEST_CASE("what has expired is found") {
    std::string const over =
        ": is over since 2027-03-01, so nobody sees it; write a later day or delete the ";
    std::string const expires = "expires = 2027-03-01\n";
    CHECK(after(argument, "topic", expires + "topic") == argument + ": key \"expires\"" + over + "file\n");
    CHECK(after(image, "credit", expires + "credit") == image + ": key \"expires\"" + over + "picture\n");
    CHECK(after(playlist, "image", expires + "image") ==
          playlist + ": item 1, key \"expires\"" + over + "item\n");
}

TEST_CASE("what will have expired within 90 days is only noted") {
    Desk desk;
    auto notes = [&](std::string const& day) {
        desk.folder.write(playlist, "[[item]]\nimage = \"bild.jpg\"\nexpires = " + day + "\n");
        CHECK(desk.faults() == "");
        return desk.notes();
    };
    CHECK(notes("2027-03-02") ==
          playlist + ": item 1, key \"expires\": is shown for another 1 day, until 2027-03-01\n");
    CHECK(notes("2027-05-30") ==
          playlist + ": item 1, key \"expires\": is shown for another 90 days, until 2027-05-29\n");
    CHECK(notes("2027-05-31") == "");
}

TEST_CASE("a table tells how each body reads") {
    Result<Catalog> const catalog = load_library(Desk{}.folder.path() / "media");
    REQUIRE(catalog.has_value());
    std::vector<Reading> const all = readings(*catalog);
    REQUIRE(all.size() == 1);
    CHECK(all[0].argument == "jobs");
    CHECK(all[0].lix == doctest::Approx(12));
    CHECK(all[0].words == std::vector<int>{48, 48});
}

TEST_CASE("a slide that says too much to be read in passing is found") {
    auto item = [](std::string const& keys) {
        return after(playlist, "image = \"bild.jpg\"", keys + "\n[[item]]\nimage = \"bild.jpg\"");
    };
    std::string const long_line(81, 'x');
    CHECK(item("text = \"" + std::string(140, 'x') + "\"") == "");
    CHECK(item("text = \"" + times(71, "å") + "\"") ==
          playlist + ": item 1, key \"text\": has 141 letters; at most 140 are read in passing: say less\n");
    CHECK(
        item("text = \"Varför?\"\ntemplate = \"list\"\npoints = [\"a\", {sv = \"b\", en = \"" + long_line +
             "\"}]") ==
        playlist +
            ": item 1, key \"points\": has 81 letters in \"en\"; at most 80 are read in passing: say less\n");
    CHECK(item("text = \"Hur?\"\ntemplate = \"question\"\nanswer = \"" + long_line + "\"") ==
          playlist + ": item 1, key \"answer\": has 81 letters; at most 80 are read in passing: say less\n");
}

TEST_CASE("a figure of a slide that is undated or no number is found") {
    auto figure = [](std::string const& text, std::string const& year) {
        return after(playlist, "image = \"bild.jpg\"",
                     "text = \"" + text + "\"\ntemplate = \"figure\"\nunit = \"byar\"\nsource = \"SCB\"\n" +
                         year + "[[item]]\nimage = \"bild.jpg\"");
    };
    CHECK(figure("300", "year = \"2026\"\n") == "");
    CHECK(figure("300", "") == playlist + ": item 1, key \"year\": is missing; write year = \"…\", the year "
                                          "it is from or in which it was looked up\n");
    CHECK(figure("Mer än trehundra", "year = \"2026\"\n") ==
          playlist + ": item 1, key \"text\": has 16 letters; at most 12 are read in passing: say less\n");
}

TEST_CASE("a logo needs no description, an exhibitor's name is short") {
    Desk const desk;
    desk.folder.write("playlists/mora/logo.svg", "<svg/>");
    spoil(desk.folder, playlist, "[[item]]",
          "logo = \"logo.svg\"\nexhibitor = \"" + std::string(40, 'x') + "\"\n[[item]]");
    CHECK(desk.faults() == "");
    spoil(desk.folder, playlist, "exhibitor = \"", "exhibitor = \"x");
    CHECK(desk.faults() ==
          playlist + ": key \"exhibitor\": has 41 letters; at most 40 are read in passing: say less\n");
}
