// Every kind of fault in a library and the exact line it gives.

#include "content/library.h"
#include "content/sound_library.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

/// A file of the sound library with `from` replaced by `to`, and the lines that must come of it. An empty
/// `from` replaces the whole file.
struct Spoilt {
    std::string file, from, to;
    std::vector<std::string> lines;
};

std::string lines_after(Spoilt const& spoilt) {
    TempFolder folder;
    write_sound_library(folder);
    std::string text = spoilt.to;
    if (!spoilt.from.empty()) {
        text = folder.read(spoilt.file);
        REQUIRE(text.find(spoilt.from) != text.npos);
        text.replace(text.find(spoilt.from), spoilt.from.size(), spoilt.to);
    }
    folder.write(spoilt.file, text);
    Result<Catalog> catalog = load_library(folder.path() / "media");
    return catalog ? problems_of(*catalog) : "FATAL " + catalog.error().what + "\n";
}

void check_all(std::vector<Spoilt> const& all) {
    for (Spoilt const& spoilt : all) {
        CAPTURE(spoilt.file);
        CAPTURE(spoilt.to);
        CHECK(lines_after(spoilt) == joined(spoilt.lines));
    }
}

std::string const argument = "media/arguments/jobs.toml";
std::string const page = "media/pages/work.toml";
std::string const place_file = "media/places/mora.toml";
std::string const workshop = "media/workshops/skills.toml";
std::string const image = "media/images/steel-strip.toml";
std::string const map = "media/map/dalarna.geojson";

/// What else is said when the only argument is left out.
std::string const lost = "media/pages/work.toml:6:14: key \"arguments\": no argument \"jobs\"; "
                         "its own file has a fault, named in another line";

}

TEST_CASE("a broken library.toml fails the library") {
    std::string const file = "media/library.toml";
    check_all({
        {file, "name", "nam", {"FATAL media/library.toml:1:1: key \"name\": is missing; expected text"}},
        {file,
         "\"sv\"",
         "\"Sv\"",
         {"FATAL media/library.toml:2:14: key \"languages\": expected a tag such as \"sv\", got \"Sv\""}},
        {file,
         "[\"sv\", \"en\"]",
         "[]",
         {"FATAL media/library.toml:2:13: key \"languages\": names no language; "
          "expected a list such as [\"sv\", \"en\"]"}},
        {file,
         "licence",
         "license",
         {"FATAL media/library.toml:3:1: unknown key \"license\"; did you mean \"licence\"?"}},
        {file,
         "",
         "name = ",
         {"FATAL media/library.toml:1:8: is not TOML: Error while parsing key-value pair: encountered "
          "end-of-file"}},
    });
    TempFolder empty;
    Result<Catalog> catalog = load_library(empty.path() / "media");
    REQUIRE_FALSE(catalog.has_value());
    CHECK(catalog.error() == Error{Kind::NotFound, "media/library.toml: there is no such file"});
}

TEST_CASE("what is no TOML is left out and named") {
    check_all({
        {argument,
         "\"work\"",
         "work",
         {argument + ":1:9: is not TOML: Error while parsing value: could not determine value type; "
                     "text needs quotation marks",
          lost}},
        {argument,
         "\"W09\"",
         "\"W09",
         {argument + ":6:12: is not TOML: Error while parsing string: "
                     "unescaped control characters other than TAB (U+0009) are explicitly prohibited",
          lost}},
        {argument,
         "fact =",
         "topic =",
         {argument + ":6:9: is not TOML: Error while parsing key-value pair: cannot redefine existing string "
                     "'topic'",
          lost}},
        {argument,
         "\"W09\"",
         "\"\xFF\"",
         {argument + ":6:8: is not TOML: Encountered invalid utf-8 sequence", lost}},
    });
}

TEST_CASE("a text file has a limit") {
    std::string const long_comment = "# " + std::string(1'000'000, 'x') + "\n";
    check_all({{argument,
                "",
                long_comment,
                {argument + ": has 1000003 bytes; a text file may have at most 1000000", lost}}});
}

TEST_CASE("an unknown key is named with the nearest known one") {
    check_all({
        {argument,
         "title",
         "titel",
         {argument + ":1:1: key \"title\": is missing; expected text",
          argument + ":2:1: unknown key \"titel\"; did you mean \"title\"?", lost}},
        {argument,
         "unit =",
         "units =",
         {argument + ":7:1: key \"unit\": is missing; expected text",
          argument + ":9:1: unknown key \"units\"; did you mean \"unit\"?", lost}},
        {argument,
         "fact",
         "colour",
         {argument +
              ":6:1: unknown key \"colour\"; known are topic, title, body, figure, image, tags, source, fact, …",
          lost}},
        {image, "focus", "fokus", {image + ":4:1: unknown key \"fokus\"; did you mean \"focus\"?"}},
    });
}

TEST_CASE("a value of the wrong kind is named with what it should be") {
    check_all({
        {argument,
         "\"2019\"",
         "2019",
         {argument + ":10:8: key \"year\": expected text in quotation marks, got 2019", lost}},
        {argument,
         "title = {sv = \"Jobb\", en = \"Jobs\"}",
         "title = true",
         {argument + ":2:9: key \"title\": expected text, or a text for each language, got true", lost}},
        {argument,
         "en = \"Jobs\"",
         "en = 3",
         {argument + ":2:28: key \"title\": expected text in quotation marks, got 3", lost}},
        {argument,
         "[\"industry\"]",
         "\"industry\"",
         {argument + ":5:8: key \"tags\": expected a list of texts, got \"industry\"", lost}},
        {argument,
         "[\"industry\"]",
         "[1]",
         {argument + ":5:9: key \"tags\": expected text in quotation marks, got 1", lost}},
        {argument,
         "[[source]]",
         "[source]",
         {argument + ":13:1: key \"source\": expected a list of tables, got a table", lost}},
        {argument,
         "https://scb.se",
         "scb.se",
         {argument +
              ":15:7: key \"url\": expected an address such as \"https://www.example.org\", got \"scb.se\"",
          lost}},
        {page,
         "order = 1",
         "order = \"first\"",
         {page + ":1:9: key \"order\": expected a whole number from 0 to 1000000, got \"first\""}},
        {image,
         "[0.68, 0.5]",
         "[68, 50]",
         {image + ":4:10: key \"focus\": expected two numbers from 0 to 1, such as [0.5, 0.3], got 68"}},
        {image,
         "[0.68, 0.5]",
         "[0.68]",
         {image + ":4:9: key \"focus\": expected two numbers from 0 to 1, such as [0.5, 0.3], got 1"}},
        {place_file,
         "61.0070",
         "610070.0",
         {place_file + ":3:12: key \"latitude\": expected a number from -90 to 90, got 610070"}},
        {place_file,
         "rail_km = 264",
         "rail_km = 264.5",
         {place_file + ":9:11: key \"rail_km\": expected a whole number from 0 to 10000, got 264.5"}},
    });
}

TEST_CASE("languages are those of library.toml") {
    check_all({
        {argument,
         "{sv = \"Jobb\"",
         "{se = \"Jobb\"",
         {argument + ":2:10: key \"title\": unknown language \"se\"; did you mean \"sv\"?",
          argument + ":2:9: key \"title\": has no text in \"sv\"", lost}},
        {argument,
         "{sv = \"Jobb\", en = \"Jobs\"}",
         "{sv = \"Jobb\"}",
         {argument + ":2:9: key \"title\": has no text in \"en\""}},
        {argument,
         "en = \"Jobs\"",
         "en = \"\"",
         {argument + ":2:28: key \"title\": is empty; expected text", lost}},
        {"media/languages/se/kiosk.toml",
         "",
         "",
         {"media/languages/se: library.toml does not list this language; did you mean \"sv\"?"}},
    });
}

TEST_CASE("characters that trick the reader are refused") {
    check_all({
        {argument,
         "Jobs",
         "Jo\\u202Ebs",
         {argument +
              ":2:28: key \"title\": holds the invisible character U+202E, which reverses text; delete it",
          lost}},
        {argument,
         "Jobs",
         "Jo\\u0007bs",
         {argument + ":2:28: key \"title\": holds the control character U+0007; delete it", lost}},
        {argument,
         "industry",
         "a\\u2066b",
         {argument +
              ":5:9: key \"tags\": holds the invisible character U+2066, which reverses text; delete it",
          lost}},
    });
}

TEST_CASE("names must lead somewhere") {
    check_all({
        {argument,
         "topic = \"work\"",
         "topic = \"werk\"",
         {argument + ":1:9: key \"topic\": no page \"werk\"; did you mean \"work\"?", lost}},
        {argument,
         "topic = \"work\"\n",
         "",
         {"media/arguments/jobs.toml:1:1: key \"topic\": is missing; expected a page's id", lost}},
        {argument,
         "\"steel-strip\"",
         "\"stel-strip\"",
         {argument + ":4:9: key \"image\": no image \"stel-strip\"; did you mean \"steel-strip\"?"}},
        {page,
         "[\"jobs\"]",
         "[\"jobs\", \"jabs\"]",
         {page + ":6:22: key \"arguments\": no argument \"jabs\"; did you mean \"jobs\"?"}},
        {page,
         "order",
         "ordre",
         {page + ":1:1: key \"order\": is missing; expected a whole number from 0 to 1000000",
          page + ":1:1: unknown key \"ordre\"; did you mean \"order\"?"}},
    });
}

TEST_CASE("a missing image costs only itself") {
    TempFolder folder;
    write_sound_library(folder);
    folder.remove("media/images/steel-strip.svg");
    Result<Catalog> catalog = load_library(folder.path() / "media");
    REQUIRE(catalog.has_value());
    CHECK(problems_of(*catalog) ==
          joined({
              "media/images/steel-strip.toml: describes a picture that is not there",
              "media/arguments/jobs.toml:4:9: key \"image\": no image \"steel-strip\"; "
              "its own file has a fault, named in another line",
              "media/pages/work.toml:5:9: key \"image\": no image \"steel-strip\"; "
              "its own file has a fault, named in another line",
          }));
    REQUIRE(catalog->argument("jobs"));
    CHECK(catalog->argument("jobs")->image == "");
}

TEST_CASE("pictures of the library are described") {
    check_all({
        {"media/images/bare.png",
         "",
         "",
         {"media/images/bare.png: has no description; write one beside it, with alt = {…}"}},
        {"media/images/steel-strip.png",
         "",
         "",
         {"media/images/steel-strip.svg: another picture has the name \"steel-strip\"; rename one of them"}},
        {"media/images/phone.heic",
         "",
         "",
         {"media/images/phone.heic: is not a picture that can be shown; export it as SVG, PNG, JPEG or "
          "WebP"}},
        {image,
         "alt = {sv = \"En stålremsa\", en = \"A steel strip\"}\n",
         "",
         {image + ":1:1: key \"alt\": is missing; expected text"}},
        {image, "alt = {sv = \"En stålremsa\", en = \"A steel strip\"}", "decorative = true", {}},
        {"media/arguments/old.txt",
         "",
         "",
         {"media/arguments/old.txt: is not read; a file here must end in .toml"}},
    });
}

TEST_CASE("a picture with a broken description stays, for the eye only") {
    TempFolder folder;
    write_sound_library(folder);
    folder.write(image, "alt = 5");
    Result<Catalog> catalog = load_library(folder.path() / "media");
    REQUIRE(catalog.has_value());
    REQUIRE(catalog->image("steel-strip"));
    CHECK(catalog->image("steel-strip")->decorative);
    CHECK(catalog->image("steel-strip")->alt.empty());
}

TEST_CASE("a workshop's times and seats make sense") {
    check_all({
        {workshop,
         "seats = 40",
         "seats = 0",
         {workshop + ":8:9: key \"seats\": expected a whole number from 1 to 1000, got 0"}},
        {workshop,
         "seats = 40",
         "seats = 1001",
         {workshop + ":8:9: key \"seats\": expected a whole number from 1 to 1000, got 1001"}},
        {workshop,
         "seats = 40\n",
         "",
         {workshop + ":1:1: key \"seats\": is missing; expected a whole number from 1 to 1000"}},
        {workshop, "T16:00:00", "T09:00:00", {workshop + ":5:8: key \"ends\": must be later than starts"}},
        {workshop,
         "2027-08-20T",
         "2027-02-20T",
         {workshop + ":7:10: key \"closes\": must be later than opens"}},
        {workshop,
         "2027-08-20T",
         "2027-08-26T",
         {workshop + ":7:10: key \"closes\": must not be later than ends"}},
        {workshop,
         "opens = 2027",
         "opens = 2028",
         {workshop + ":7:10: key \"closes\": must be later than opens",
          workshop + ":6:9: key \"opens\": must be earlier than ends"}},
        {workshop,
         "T09:00:00+02:00",
         "T09:00:00",
         {workshop + ":4:10: key \"starts\": expected a date and time such as 2027-08-25T09:00:00+02:00, "
                     "without quotation marks, got a date and time without a zone"}},
        {workshop,
         "2027-08-25T09:00:00+02:00",
         "\"25 augusti\"",
         {workshop + ":4:10: key \"starts\": expected a date and time such as 2027-08-25T09:00:00+02:00, "
                     "without quotation marks, got \"25 augusti\""}},
        {workshop,
         "\"needs\"",
         "\"need\"",
         {workshop + ":10:38: key \"field\": no form field \"need\"; did you mean \"needs\"?"}},
        {workshop,
         "\"needs\"",
         "\"name\"",
         {workshop + ":10:38: key \"field\": is asked for twice; keep one of them"}},
        {workshop,
         "{field = \"name\"}",
         "{required = true}",
         {workshop + ":10:11: a form field needs a name, such as field = \"email\""}},
        {workshop,
         "[{field = \"name\"}, {field = \"needs\", required = false}]",
         "[]",
         {workshop + ":10:10: key \"fields\": expected what the form asks, such as "
                     "[{field = \"email\"}], got nothing"}},
        {workshop,
         "fields = [{field = \"name\"}, {field = \"needs\", required = false}]",
         "",
         {workshop + ":1:1: key \"fields\": expected what the form asks, such as "
                     "[{field = \"email\"}], got nothing"}},
    });
    TempFolder folder;
    write_sound_library(folder);
    folder.write("media/workshops/Min dag.toml", folder.read(workshop));
    Result<Catalog> catalog = load_library(folder.path() / "media");
    REQUIRE(catalog.has_value());
    CHECK(problems_of(*catalog) == joined({"media/workshops/Min dag.toml:1:1: the file's name stands in "
                                           "web addresses: use only a-z, 0-9 and hyphens, not \"Min dag\""}));
}

TEST_CASE("phrases of all languages match") {
    std::string const sv = "media/languages/sv/kiosk.toml", en = "media/languages/en/kiosk.toml";
    check_all({
        {en, "back = \"Back\"\n", "", {"media/languages/en: has no phrase \"bar.back\""}},
        {en,
         "seats = \"{seats} seats\"",
         "seats = \"{seat} seats\"",
         {en + ":3:9: key \"bar.seats\": lacks {seats}, which the text in \"sv\" has",
          en + ":3:9: key \"bar.seats\": has {seat}, which the text in \"sv\" lacks"}},
        {en,
         "[bar]",
         "extra = \"More\"\n[bar]",
         {"media/languages/en: has a phrase \"extra\", which \"sv\" lacks"}},
        {"media/languages/en/other.toml",
         "",
         "[bar]\nback = \"Return\"",
         {"media/languages/en/other.toml:2:8: key \"bar.back\": another file has it too; delete one"}},
        {sv,
         "\"Tillbaka\"",
         "5",
         {sv + ":2:8: key \"back\": expected text in quotation marks, got 5",
          "media/languages/en: has a phrase \"bar.back\", which \"sv\" lacks",
          "media/languages/en: has a phrase \"bar.seats\", which \"sv\" lacks"}},
    });
}

TEST_CASE("a language without phrases is named") {
    TempFolder folder;
    write_sound_library(folder);
    folder.remove("media/languages/en");
    Result<Catalog> catalog = load_library(folder.path() / "media");
    REQUIRE(catalog.has_value());
    CHECK(problems_of(*catalog) ==
          joined({"media/languages/en: has no phrases; copy those of another language"}));
}

TEST_CASE("a map that is no GeoJSON of ours is left out") {
    check_all({
        {map, "\"features\": [", "\"features\": [,", {map + ":1:44: is not JSON"}},
        {map, "\"features\"", "\"feature\"", {map + ": features is missing"}},
        {map,
         "\"kind\": \"lake\"",
         "\"kind\": \"lakes\"",
         {map + ": features[0].properties.kind: expected county, lake or river, got \"lakes\""}},
        {map, "\"kind\": \"lake\", ", "", {map + ": features[0].properties.kind is missing"}},
        {map, "\"Siljan\"", "7", {map + ": features[0].properties.name: expected text, got number"}},
        {map,
         "Polygon",
         "Point",
         {map + ": features[0].geometry.type: expected a line or a polygon, got \"Point\""}},
        {map,
         "[14.5, 60.8]",
         "[60.8, 145]",
         {map +
          ": features[0].geometry.coordinates: a point lies off the globe; expected [longitude, latitude]"}},
        {map,
         "[14.5, 60.8]",
         "[14.5]",
         {map + ": features[0].geometry.coordinates: expected points [longitude, latitude]"}},
        {map,
         "[[14, 61], [14.1, 61]]",
         "[[14, 61]]",
         {map + ": features[1].geometry.coordinates: expected at least two points"}},
        {map,
         "[[[14.5, 60.8], [14.9, 60.9], [14.5, 60.8]]]",
         "{}",
         {map + ": is not a GeoJSON collection of lines and polygons"}},
    });
}
