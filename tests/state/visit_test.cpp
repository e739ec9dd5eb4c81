// A visitor: fingers, pages, language, "still there?".

#include "state/stage.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

Open open(Page::Kind kind, std::string id = "", bool beside = false) {
    return {{kind, std::move(id)}, beside};
}
Open const home = open(Page::Kind::Home), work = open(Page::Kind::Topic, "work"),
           steel = open(Page::Kind::Argument, "steel");

/// A kiosk on which somebody is at home.
Stage at_home() {
    Stage stage;
    stage.pass(1s);
    stage.tap(home);
    stage.pass(1s);
    return stage;
}

}

TEST_CASE("a touch acts when the finger is lifted") {
    Stage stage;
    stage.pass(1s);
    stage.down({960, 540}, work);
    CHECK(pressed(stage.model) == "it");
    CHECK(stage.display() == "attract a/1");
    stage.up({961, 541});
    CHECK(stage.display() == "topic work");
    CHECK(pressed(stage.model) == "");
}

TEST_CASE("sliding off cancels, sliding back does not") {
    Stage stage = at_home();
    stage.down({100, 500}, work);
    stage.move({100, 700}, "other");
    CHECK(pressed(stage.model) == "");
    stage.up({100, 700}, "other");
    CHECK(stage.display() == "home");
    stage.down({100, 500}, work);
    stage.move({100, 700}, "other");
    stage.move({100, 510});
    stage.up({100, 510});
    CHECK(stage.display() == "topic work");
}

TEST_CASE("in the loop a sideways movement browses") {
    struct Row {
        char const* what;
        Point to;
        char const* display;
    };
    for (Row const& row :
         {Row{"to the left", {700, 560}, "attract b/1"}, Row{"to the right", {1200, 540}, "attract b/1"},
          Row{"a little", {900, 540}, "topic work"}, Row{"slanting down", {700, 740}, "topic work"}}) {
        CAPTURE(row.what);
        Stage stage;
        stage.pass(2s);
        stage.down({960, 540}, work);
        stage.move(row.to);
        stage.up(row.to);
        stage.act(Tick{});
        CHECK(stage.display() == row.display);
    }
}

TEST_CASE("a slow tap on a slide opens, a longer hold only lets it go on") {
    for (auto [held, display] : {std::pair{1900ms, "topic work"}, {2100ms, "attract a/1"}}) {
        Stage stage;
        stage.pass(2s);
        stage.down({960, 540}, work);
        stage.pass(held);
        CHECK(is_held(stage.model));
        stage.up({960, 540});
        CHECK(stage.display() == display);
    }
}

TEST_CASE("on a page a sideways movement is a touch") {
    Stage stage = at_home();
    stage.down({960, 540}, work);
    stage.up({700, 540});
    CHECK(stage.display() == "topic work");
}

TEST_CASE("a second finger is not heard") {
    Stage stage = at_home();
    stage.down({100, 500}, work, "card", 1);
    stage.down({900, 500}, steel, "row", 2);
    stage.up({900, 500}, "row", 2);
    CHECK(stage.display() == "home");
    stage.up({100, 500}, "card", 1);
    CHECK(stage.display() == "topic work");
}

TEST_CASE("a finger whose lifting was lost blocks the next for 15 s only") {
    Stage stage = at_home();
    stage.down({100, 500}, work, "card", 1);
    stage.pass(14s);
    stage.down({100, 500}, work, "card", 2);
    stage.up({100, 500}, "card", 2);
    CHECK(stage.display() == "home");
    stage.pass(2s);
    stage.down({100, 500}, work, "card", 3);
    stage.up({100, 500}, "card", 3);
    CHECK(stage.display() == "topic work");
}

TEST_CASE("a finger that never lifts does not keep the visit alive, nor the processor busy") {
    Stage stage = at_home();
    stage.down({100, 500}, work);
    stage.pass(5s);
    stage.ticks = 0;
    stage.pass(50s);
    CHECK(stage.ticks <= 3);
    stage.pass(30s);
    CHECK(stage.display().starts_with("attract"));
    CHECK_FALSE(stage.model.finger);
}

TEST_CASE("a tap during the change of pages is not meant for what comes in") {
    Stage stage = at_home();
    stage.down({100, 500}, work);
    stage.up({100, 500});
    stage.pass(100ms);
    stage.down({100, 500}, steel);
    stage.pass(400ms);
    stage.up({100, 500});
    CHECK(stage.display() == "topic work");
    stage.down({100, 500}, steel);
    stage.up({100, 500});
    CHECK(stage.display() == "argument steel");
}

TEST_CASE("back goes the way that one came") {
    Stage stage = at_home();
    for (Open const& next : {work, steel}) stage.tap(next);
    stage.tap(open(Page::Kind::Argument, "ore", true));
    CHECK(stage.display() == "argument ore");
    stage.tap(GoBack{});
    CHECK(stage.display() == "topic work");
    stage.tap(GoBack{});
    CHECK(stage.display() == "home");
    stage.tap(GoBack{});
    CHECK(stage.display() == "attract a/1");
}

TEST_CASE("back from what a slide opened leads home") {
    Stage stage;
    stage.pass(1s);
    stage.tap(steel);
    stage.tap(GoBack{});
    CHECK(stage.display() == "home");
}

TEST_CASE("start forgets the way") {
    Stage stage = at_home();
    stage.tap(work);
    stage.tap(home);
    stage.tap(GoBack{});
    CHECK(stage.display() == "attract a/1");
}

TEST_CASE("opening the page that is open changes nothing") {
    Stage stage = at_home();
    stage.tap(work);
    stage.tap(work);
    stage.tap(GoBack{});
    CHECK(stage.display() == "home");
}

TEST_CASE("the language is the visitor's until the visit ends") {
    Stage stage = at_home();
    stage.tap(ChooseLanguage{"en"});
    CHECK(stage.model.language == "en");
    stage.tap(work);
    CHECK(stage.model.language == "en");
    stage.tap(EndVisit{});
    CHECK(stage.model.language == "sv");
    REQUIRE(stage.model.leaving);
    CHECK(stage.model.leaving->language == "en");
}

TEST_CASE("still there: after 60 s it asks, after 20 more it ends") {
    Stage stage = at_home();
    stage.tap(work);
    Millis const touched = stage.now.steady;
    stage.to(touched + 59'990ms);
    CHECK(stage.display() == "topic work");
    stage.to(touched + 60'050ms);
    CHECK(stage.display() == "asking over topic work");
    stage.to(touched + 79'900ms);
    CHECK(stage.display() == "asking over topic work");
    stage.to(touched + 80'100ms);
    CHECK(stage.display() == "attract a/1");
    CHECK(stage.model.language == "sv");
}

TEST_CASE("the countdown wakes each second") {
    Stage stage = at_home();
    stage.pass(61s);
    stage.ticks = 0;
    stage.pass(10s);
    CHECK(stage.ticks >= 10);
    CHECK(stage.ticks <= 12);
}

TEST_CASE("yes, still there: the page as it was, with its way back") {
    Stage stage = at_home();
    stage.tap(work);
    stage.pass(70s);
    REQUIRE(stage.display() == "asking over topic work");
    stage.tap(Stay{});
    CHECK(stage.display() == "topic work");
    stage.pass(59s);
    CHECK(stage.display() == "topic work");
    stage.tap(GoBack{});
    CHECK(stage.display() == "home");
}

TEST_CASE("the loop never asks") {
    Stage stage;
    stage.pass(10min);
    CHECK(stage.display().starts_with("attract"));
}

TEST_CASE("new files keep the page that still exists") {
    Stage stage = at_home();
    stage.tap(work);
    stage.tap(steel);
    stage.act(CatalogLoaded{stage_catalog()});
    CHECK(stage.display() == "argument steel");
    Catalog without = stage_catalog();
    without.arguments.erase("steel");
    stage.act(CatalogLoaded{without});
    CHECK(stage.display() == "home");
}

TEST_CASE("new files keep the item that still exists, and name what was left out") {
    Stage stage;
    stage.to(12s);
    Catalog catalog = stage_catalog();
    catalog.problems = {{"a.toml", "a.toml:1:1: no title; write title = …"}};
    stage.act(CatalogLoaded{catalog});
    CHECK(stage.display() == "attract b/1");
    CHECK(stage.warnings() == "a.toml:1:1: no title; write title = …\n");
    catalog.playlists.pop_back();
    stage.act(CatalogLoaded{catalog});
    stage.pass(1s);
    CHECK(stage.display() == "attract a/2");
}

TEST_CASE("seats come and go with the service") {
    Stage stage;
    stage.act(SeatsChanged{{{"brand", {40, 25, "open", "t"}}}, "http://kiosk"});
    CHECK(stage.model.service_up);
    CHECK(stage.model.seats.at("brand").taken == 25);
    CHECK(stage.model.signup_base == "http://kiosk");
    stage.act(ServiceLost{});
    CHECK_FALSE(stage.model.service_up);
}

TEST_CASE("text grows for one visit and sends every page back to its first part") {
    Stage stage = at_home();
    stage.tap(Open{{Page::Kind::Topic, "work", 1}});
    stage.tap(steel);
    stage.tap(ChooseTextSize{200});
    CHECK(stage.model.text_percent == 200);
    stage.tap(Open{{Page::Kind::Argument, "steel", 2}, true});
    CHECK(stage.display() == "argument steel part 3");
    stage.tap(GoBack{});
    CHECK(stage.display() == "topic work");
    stage.tap(EndVisit{});
    CHECK(stage.model.text_percent == 100);
}

TEST_CASE("the loop has one size of text") {
    Stage stage;
    stage.pass(1s);
    stage.act(ChooseTextSize{200});
    CHECK(stage.model.text_percent == 100);
}

TEST_CASE("at midnight what expires is gone, and a page about it gives way to home") {
    Catalog catalog = stage_catalog();
    Stage now;
    catalog.arguments["steel"].expires = local_day(now.now) + std::chrono::days{1};
    Stage stage{catalog};
    stage.pass(1s);
    stage.tap(steel);
    REQUIRE(stage.display() == "argument steel");
    stage.now.wall += 24h;
    stage.act(Tick{});
    CHECK(stage.display() == "home");
    stage.now.wall -= 24h;
    stage.act(Tick{});
    CHECK(stage.model.catalog.argument("steel"));
}
