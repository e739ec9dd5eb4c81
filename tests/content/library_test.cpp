#include "content/library.h"

#include "content/sound_library.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

LocalizedText both(std::string sv, std::string en) {
    return LocalizedText{{{"sv", std::move(sv)}, {"en", std::move(en)}}};
}

Catalog load_sound() {
    TempFolder folder;
    write_sound_library(folder);
    Result<Catalog> catalog = load_library(folder.path() / "media");
    REQUIRE(catalog.has_value());
    return *catalog;
}

}

TEST_CASE("a sound library has no problems") { CHECK(problems_of(load_sound()) == ""); }

TEST_CASE("library.toml gives the name and the languages in their order") {
    Catalog const catalog = load_sound();
    CHECK(catalog.name == both("Attraktiv region", "Attractive region"));
    CHECK(catalog.languages == std::vector<Language>{"sv", "en"});
}

TEST_CASE("phrases flatten to dotted keys") {
    Catalog const catalog = load_sound();
    CHECK(catalog.phrase("sv", "bar.back") == "Tillbaka");
    CHECK(catalog.phrase("en", "bar.seats") == "{seats} seats");
    CHECK(catalog.phrase("fi", "bar.back") == "Tillbaka");
    CHECK(catalog.phrase("sv", "bar.nothing") == "");
}

TEST_CASE("an image has its description and the library's licence") {
    Catalog const catalog = load_sound();
    Image const* image = catalog.image("steel-strip");
    REQUIRE(image);
    CHECK(image->file.filename() == "steel-strip.svg");
    CHECK(image->alt == both("En stålremsa", "A steel strip"));
    CHECK_FALSE(image->decorative);
    CHECK(image->credit == "Kalle");
    CHECK(image->licence == "CC BY 4.0");
    CHECK(image->tags == std::vector<std::string>{"work"});
    CHECK(image->focus == Focus{0.68, 0.5});
}

TEST_CASE("an argument has its figure and sources") {
    Catalog const catalog = load_sound();
    Argument const* argument = catalog.argument("jobs");
    REQUIRE(argument);
    Argument const expected{"jobs",
                            "work",
                            both("Jobb", "Jobs"),
                            both("**Många** jobb", "**Many** jobs"),
                            Figure{LocalizedText{"300"}, both("yrken", "occupations"), "2019",
                                   "Fastighetsfolket", "https://example.org/300"},
                            "steel-strip",
                            {"industry"},
                            {{"SCB", "https://scb.se", "2024"}},
                            "W09"};
    CHECK(*argument == expected);
}

TEST_CASE("a page has its arguments") {
    Catalog const catalog = load_sound();
    Topic const* topic = catalog.topic("work");
    REQUIRE(topic);
    CHECK(topic->order == 1);
    CHECK(topic->headline == both("Här behövs du", "You are needed"));
    CHECK(topic->arguments() == std::vector<std::string>{"jobs"});
    CHECK(topic->layout == PageLayout::Left);
    CHECK_FALSE(topic->figure);
}

TEST_CASE("a page may be cut into sections") {
    TempFolder folder;
    write_sound_library(folder);
    folder.write("media/pages/work.toml", R"(order = 1
title = "Jobb"
headline = "Här behövs du"
lead = "Plats för dig"
layout = "band"
[[section]]
id = "employers"
title = "Arbetsgivare"
arguments = ["jobs"]
[[section]]
id = "growth"
title = "Tillväxt"
image = "steel-strip"
arguments = []
[section.figure]
value = "1"
unit = "stad"
source = "SCB"
)");
    Result<Catalog> const catalog = load_library(folder.path() / "media");
    REQUIRE(catalog.has_value());
    CHECK(problems_of(*catalog) == "");
    Topic const* topic = catalog->topic("work");
    REQUIRE(topic);
    CHECK(topic->layout == PageLayout::Band);
    REQUIRE(topic->sections.size() == 2);
    CHECK(topic->sections[0] == Section{"employers", LocalizedText{"Arbetsgivare"}, "", {}, {"jobs"}});
    CHECK(topic->sections[1].image == "steel-strip");
    CHECK(topic->sections[1].figure->unit == LocalizedText{"stad"});
}

TEST_CASE("a place has its numbers") {
    Catalog const catalog = load_sound();
    Place const* place = catalog.place("mora");
    REQUIRE(place);
    CHECK(place->latitude == doctest::Approx(61.007));
    CHECK(place->inhabitants == 20540);
    CHECK(place->rail_km == 264);
    CHECK(place->getting_there.empty());
}

TEST_CASE("a workshop keeps the zone of its times") {
    Catalog const catalog = load_sound();
    Workshop const* workshop = catalog.workshop("skills");
    REQUIRE(workshop);
    CHECK(iso8601(workshop->starts.at) == "2027-08-25T07:00:00Z");
    CHECK(workshop->starts.offset == std::chrono::minutes{120});
    CHECK(local_time(workshop->ends).hour == 16);
    REQUIRE(workshop->opens);
    CHECK(workshop->opens->offset == std::chrono::minutes{60});
    CHECK(workshop->seats == 40);
    CHECK(workshop->questions == std::vector{both("Hur?", "How?")});
    CHECK(workshop->fields ==
          std::vector<Workshop::Field>{{FormField::Name, true}, {FormField::Needs, false}});
}

TEST_CASE("the map's features of several parts are taken apart") {
    Catalog const catalog = load_sound();
    REQUIRE(catalog.map.size() == 3);
    CHECK(catalog.map[0].kind == MapFeature::Kind::Lake);
    CHECK(catalog.map[0].name == "Siljan");
    CHECK(catalog.map[0].points.size() == 3);
    CHECK(catalog.map[0].points[1] == std::array{14.9, 60.9});
    CHECK(catalog.map[2].kind == MapFeature::Kind::River);
    CHECK(catalog.map[2].points[0] == std::array{15.0, 60.5});
}

TEST_CASE("pages come by order, places by name, workshops by start") {
    TempFolder folder;
    write_sound_library(folder);
    std::string page = folder.read("media/pages/work.toml");
    folder.write("media/pages/a-later.toml", page.replace(page.find("order = 1"), 9, "order = 2"));
    std::string place = folder.read("media/places/mora.toml");
    folder.write("media/places/a.toml", place.replace(place.find("Mora"), 4, "Vansbro"));
    std::string workshop = folder.read("media/workshops/skills.toml");
    folder.write("media/workshops/a-later.toml", workshop.replace(workshop.find("09:00"), 5, "10:00"));
    Result<Catalog> catalog = load_library(folder.path() / "media");
    REQUIRE(catalog.has_value());
    REQUIRE(catalog->topics.size() == 2);
    CHECK(catalog->topics[1].id == "a-later");
    REQUIRE(catalog->places.size() == 2);
    CHECK(catalog->places[0].name == "Mora");
    REQUIRE(catalog->workshops.size() == 2);
    CHECK(catalog->workshops[0].id == "skills");
}

TEST_CASE("hidden files and notes are passed over") {
    TempFolder folder;
    write_sound_library(folder);
    folder.write("media/arguments/.draft.toml", "=");
    folder.write("media/arguments/README.md", "How to write arguments");
    folder.write("media/images/README.md", "Who drew them");
    folder.write("media/images/.hidden.png", "");
    Result<Catalog> catalog = load_library(folder.path() / "media/");
    REQUIRE(catalog.has_value());
    CHECK(problems_of(*catalog) == "");
}
