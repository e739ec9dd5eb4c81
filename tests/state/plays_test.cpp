// Proof of play: every stretch on the screen once, with the reason why it ended.

#include "state/plays.h"

#include "state/stage.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

std::string last_reason(Stage const& stage) { return stage.plays.empty() ? "" : stage.plays.back().ended; }

}

TEST_CASE("the plays of a day fill it without gap and without overlap") {
    Stage stage;
    stage.pass(10h);
    Millis at = stage.plays.front().since;
    for (NotePlay const& play : stage.plays) {
        REQUIRE(play.since == at);
        REQUIRE(play.ended == "ended");
        at += play.length;
    }
    std::optional<NotePlay> const last = last_play(stage.model, stage.now);
    REQUIRE(last);
    CHECK(last->ended == "closed");
    CHECK(at + last->length == stage.now.steady);
}

TEST_CASE("names are copied as they were when the item came") {
    Catalog catalog = stage_catalog();
    catalog.playlists[0].exhibitor = "Verkstaden AB";
    catalog.playlists[0].items[0].text = LocalizedText{{{"sv", "Två\nrader"}, {"en", "Two lines"}}};
    Stage stage(catalog);
    stage.pass(1s);
    stage.act(CatalogLoaded{Catalog{}});
    REQUIRE(stage.plays.size() == 1);
    NotePlay const play = stage.plays.front();
    CHECK(play.item == "a/1");
    CHECK(play.title == "Två rader");
    CHECK(play.exhibitor == "Verkstaden AB");
    CHECK(play.playlist == "a");
    CHECK(play.ended == "removed");
    CHECK(play.length == stage.now.steady - play.since);
}

TEST_CASE("a visitor who opens a page, browses, and staff end a play each in their way") {
    Stage stage;
    stage.pass(2s);
    stage.tap(Open{});
    CHECK(last_reason(stage) == "visit");
    stage.tap(EndVisit{});
    stage.pass(2s);
    stage.act(Browse{1});
    CHECK(last_reason(stage) == "browsed");
    stage.pass(2s);
    stage.enter_staff();
    CHECK(last_reason(stage) == "staff");
}

TEST_CASE("while a visitor reads, nothing plays") {
    Stage stage;
    stage.pass(2s);
    stage.tap(Open{});
    std::size_t const before = stage.plays.size();
    stage.pass(30s);
    CHECK(stage.plays.size() == before);
    CHECK_FALSE(last_play(stage.model, stage.now));
}

TEST_CASE("a swipe counts as browsing") {
    Stage stage;
    stage.pass(2s);
    stage.down({1200, 540}, Open{});
    stage.move({700, 540});
    stage.up({700, 540});
    stage.act(Tick{});
    CHECK(last_reason(stage) == "browsed");
}
