// Every kind of fault in a library and the exact line it gives: library.toml, and what holds for every file.

#include "content/spoilt.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

std::string const argument = "media/arguments/jobs.toml";
std::string const page = "media/pages/work.toml";
std::string const place_file = "media/places/mora.toml";
std::string const image = "media/images/steel-strip.toml";

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
         {argument + ":6:1: unknown key \"colour\"; known are topic, title, body, figure, image, tags, "
                     "source, fact, …",
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
