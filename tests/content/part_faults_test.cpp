// Every kind of fault in pictures, workshops, phrases and the map, and the exact line it gives.

#include "content/spoilt.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

std::string const workshop = "media/workshops/skills.toml";
std::string const image = "media/images/steel-strip.toml";
std::string const map = "media/map/dalarna.geojson";

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
        {"media/images/phone.psd",
         "",
         "",
         {"media/images/phone.psd: is not a picture that can be shown; export it as SVG, PNG, JPEG or "
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
