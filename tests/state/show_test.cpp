// The loop: order, durations, what is left out.

#include "state/show.h"
#include "state/stage.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

std::string first(Stage const& stage, std::size_t count) {
    std::string lines;
    for (std::size_t i = 0; i < std::min(count, stage.played.size()); ++i)
        lines += (i ? ", " : "") + stage.played[i];
    return lines;
}

}

TEST_CASE("items play in order, each for its duration after its change") {
    Stage stage;
    stage.pass(40s);
    // The first crossfade and each further one take 0.8 s, a cut takes none.
    CHECK(first(stage, 5) == "0.0 s a/1, 10.8 s b/1, 16.6 s a/2, 26.6 s b/1, 32.4 s a/1");
}

TEST_CASE("ten hours of the loop") {
    Stage stage;
    stage.pass(10h);
    // A round takes 10.8 + 5.8 + 10 + 5.8 s.
    CHECK(stage.played.size() == doctest::Approx(4 * 36000 / 32.4).epsilon(0.002));
    for (std::size_t i = 0; i < stage.played.size(); ++i) {
        char const* const order[] = {"a/1", "b/1", "a/2", "b/1"};
        REQUIRE(stage.played[i].ends_with(order[i % 4]));
    }
    CHECK(stage.effects.empty());
    CHECK(stage.model.show.prepared.size() <= 1);
}

TEST_CASE("the loop wakes only when something changes") {
    Stage stage;
    stage.pass(2s);
    stage.ticks = 0;
    stage.pass(8s);
    CHECK(stage.ticks <= 2);
}

TEST_CASE("an answer comes half-way through its item's time") {
    Catalog catalog = stage_catalog();
    catalog.playlists[0].items[0].answer = LocalizedText{"42"};
    Stage stage(std::move(catalog));
    stage.pass(5799ms - stage.now.steady);
    REQUIRE(stage.display() == "attract a/1");
    CHECK(answer_time(stage.model) == stage.model.show.since + show_change + 5s);
    CHECK(next_wake(stage.model, stage.now) == *answer_time(stage.model));
    stage.to(*answer_time(stage.model));
    CHECK(next_wake(stage.model, stage.now) == stage.now.steady);
    stage.to(*answer_time(stage.model) + answer_change);
    CHECK(next_wake(stage.model, stage.now) == stage.model.show.due);
    stage.to(stage.model.show.due + 1ms);
    REQUIRE(stage.display() == "attract b/1");
    CHECK_FALSE(answer_time(stage.model));
}

namespace {

Catalog moving_catalog() {
    Catalog catalog = stage_catalog();
    Item& item = catalog.playlists[0].items[0];
    item.text = {};
    item.image = "lake";
    catalog.images["lake"] = Image{.id = "lake"};
    item.motion = Motion::KenBurns;
    return catalog;
}

double drift_on_screen(Stage const& stage) {
    return drift(stage.model, *stage.model.catalog.item(stage.model.show.item), stage.now);
}

}

TEST_CASE("a picture moves ever slower and rests before its item leaves") {
    Stage stage(moving_catalog());
    stage.pass(16ms);
    REQUIRE(stage.display() == "attract a/1");
    Millis const since = stage.model.show.since;
    CHECK(drift_on_screen(stage) < 0.01);
    stage.to(since + 5s);
    CHECK(drift_on_screen(stage) == doctest::Approx(0.707).epsilon(0.01));
    CHECK(moves(stage.model, stage.now));
    CHECK(next_wake(stage.model, stage.now) == stage.now.steady);
    stage.to(since + 10s);
    CHECK(drift_on_screen(stage) == 1);
    CHECK_FALSE(moves(stage.model, stage.now));
    CHECK(next_wake(stage.model, stage.now) == stage.model.show.due);
    CHECK(stage.model.show.due > since + 10s);
}

TEST_CASE("a picture that a visitor browses away from moves on from where it was") {
    Stage stage(moving_catalog());
    stage.pass(4s);
    double const before = drift_on_screen(stage);
    stage.act(Browse{1});
    REQUIRE(stage.model.show.leaving == "a/1");
    CHECK(drift(stage.model, *stage.model.catalog.item("a/1"), stage.now) == before);
}

TEST_CASE("nothing moves with reduced motion, nor behind a notice, nor in a picture that is shown whole") {
    Stage stage(moving_catalog());
    stage.pass(4s);
    REQUIRE(moves(stage.model, stage.now));
    stage.model.reduced_motion = true;
    CHECK_FALSE(moves(stage.model, stage.now));
    CHECK(drift_on_screen(stage) == 0);
    stage.model.reduced_motion = false;
    stage.model.catalog.notices.push_back({.id = "fire"});
    stage.model.settings.notice = "fire";
    CHECK_FALSE(moves(stage.model, stage.now));
    stage.model.settings.notice.clear();
    stage.model.catalog.playlists[0].items[0].fit = Fit::Contain;
    CHECK_FALSE(moves(stage.model, stage.now));
}

TEST_CASE("an item that is not prepared is waited for while the last one stays") {
    Stage stage;
    stage.slow = {"b/1"};
    stage.pass(60s);
    CHECK(stage.display() == "attract a/1");
    stage.act(ItemPrepared{"b/1"});
    stage.act(Tick{});
    CHECK(stage.display() == "attract b/1");
}

TEST_CASE("an item that fails is left out and told once") {
    Stage stage;
    stage.slow = {"a/2"};
    stage.pass(5s);
    stage.act(ItemFailed{"a/2", "a.jpg is no picture; replace it"});
    stage.act(ItemFailed{"a/2", "a.jpg is no picture; replace it"});
    stage.pass(30s);
    CHECK(first(stage, 3) == "0.0 s a/1, 10.8 s b/1, 16.6 s a/1");
    CHECK(stage.warnings() == "a/2 is left out: a.jpg is no picture; replace it\n");
}

TEST_CASE("an item that failed gets another chance when the files are read again") {
    Stage stage;
    stage.act(ItemFailed{"a/2", "unreadable"});
    stage.act(CatalogLoaded{stage_catalog()});
    CHECK(playable(stage.model) == std::vector<std::string>{"a/1", "a/2", "b/1"});
    stage.act(ItemFailed{"a/2", "unreadable"});
    CHECK(stage.warnings() == "a/2 is left out: unreadable\na/2 is left out: unreadable\n");
}

TEST_CASE("when every item fails the plain slide stays") {
    Stage stage;
    stage.pass(1s);
    for (char const* id : {"a/1", "a/2", "b/1"}) stage.act(ItemFailed{id, "gone"});
    stage.pass(60s);
    CHECK(stage.display() == "attract ");
    stage.act(CatalogLoaded{stage_catalog()});
    stage.pass(2s);
    CHECK(stage.display() == "attract b/1");
}

TEST_CASE("a playlist that is switched off plays no more, and again when it is on") {
    Stage stage;
    stage.pass(1s);
    stage.enter_staff();
    REQUIRE(stage.display() == "staff");
    stage.act(TurnPlaylist{"a", false});
    stage.act(CloseStaff{});
    stage.pass(30s);
    CHECK(stage.display() == "attract b/1");
    CHECK(playable(stage.model) == std::vector<std::string>{"b/1"});
    stage.enter_staff();
    stage.act(TurnPlaylist{"a", true});
    stage.act(CloseStaff{});
    stage.pass(6s);
    CHECK(stage.display() == "attract a/2");
}

TEST_CASE("a single item stays without a change, and nothing spins") {
    Catalog catalog = stage_catalog();
    catalog.playlists.erase(catalog.playlists.begin());
    Stage stage(catalog);
    stage.pass(10s);
    stage.act(ItemPrepared{"b/1"});
    stage.ticks = 0;
    stage.pass(60s);
    CHECK(first(stage, 9) == "0.0 s b/1");
    CHECK(stage.ticks <= 61);
}

TEST_CASE("an item plays within its window only") {
    Catalog catalog = stage_catalog();
    catalog.playlists[1].items[0].windows = {Window{.days = {}, .from = 10h + 1min, .to = 10h + 2min}};
    Stage stage(catalog);  // It is ten o'clock.
    stage.to(59s);
    CHECK(playable(stage.model) == std::vector<std::string>{"a/1", "a/2"});
    stage.to(61s);
    CHECK(playable(stage.model) == std::vector<std::string>{"a/1", "a/2", "b/1"});
    stage.to(119s);
    CHECK(std::ranges::count_if(stage.played, [](auto const& line) { return line.ends_with("b/1"); }) > 0);
    stage.to(121s);
    stage.played.clear();
    stage.pass(2min);
    CHECK(std::ranges::count_if(stage.played, [](auto const& line) { return line.ends_with("b/1"); }) == 0);
}

TEST_CASE("an item whose window ends gives way at once") {
    Catalog catalog = stage_catalog();
    catalog.playlists[0].items[0].duration = 1h;
    catalog.playlists[0].items[0].windows = {Window{.days = {}, .from = 10h, .to = 10h + 5min}};
    Stage stage(catalog);
    stage.to(299s);
    CHECK(stage.display() == "attract a/1");
    stage.to(361s);
    CHECK(stage.display() != "attract a/1");
}

TEST_CASE("browsing forwards, and back to what was on before") {
    Stage stage;
    stage.pass(2s);
    stage.act(Browse{1});
    CHECK(stage.display() == "attract b/1");
    CHECK(stage.model.show.transition == Transition::Slide);
    CHECK(stage.model.show.direction == 1);
    stage.pass(1s);
    stage.act(Browse{1});
    stage.act(Tick{});
    CHECK(stage.display() == "attract a/2");
    for (char const* item : {"attract b/1", "attract a/1"}) {
        stage.pass(1s);
        stage.act(Browse{-1});
        stage.act(Tick{});
        CHECK(stage.display() == item);
        CHECK(stage.model.show.direction == -1);
    }
    stage.pass(1s);
    stage.act(Browse{-1});  // Nothing was before: the list's end.
    stage.act(Tick{});
    CHECK(stage.display() == "attract b/1");
    stage.pass(6s);
    CHECK(stage.display() != "attract b/1");
    CHECK(stage.model.show.direction == 1);
}

TEST_CASE("browsing to what is not prepared comes when it is") {
    Stage stage;
    stage.slow = {"b/1"};
    stage.pass(2s);
    stage.act(Browse{1});
    stage.pass(1s);
    CHECK(stage.display() == "attract a/1");
    stage.act(ItemPrepared{"b/1"});
    stage.act(Tick{});
    CHECK(stage.display() == "attract b/1");
}

TEST_CASE("a visit forgets what was browsed to before it") {
    Catalog catalog = stage_catalog();
    catalog.playlists.pop_back();
    catalog.playlists[0].items.push_back(Item{.id = "a/3"});
    Stage stage(catalog);
    stage.pass(2s);
    stage.slow = {"a/3"};
    stage.act(Browse{-1});
    CHECK(stage.model.show.next == "a/3");
    stage.tap(Open{});
    stage.act(EndVisit{});
    CHECK(stage.model.show.next == "a/2");
    CHECK_FALSE(stage.model.show.browsing);
}

TEST_CASE("the loop goes on after a visit where it was") {
    Stage stage;
    stage.to(12s);
    REQUIRE(stage.display() == "attract b/1");
    stage.tap(Open{});
    stage.pass(30s);
    stage.tap(EndVisit{});
    CHECK(stage.display() == "attract b/1");
    stage.pass(4s);
    CHECK(stage.display() == "attract b/1");
    stage.pass(2s);
    CHECK(stage.display() == "attract a/2");
}

TEST_CASE("a slip keeps what was there, unless that still waited for its documents") {
    for (int const unread : {0, 1}) {
        CAPTURE(unread);
        Catalog before = stage_catalog();
        before.unread_files = unread;
        Stage stage(before);
        Catalog fresh = before;
        fresh.unread_files = 0;
        fresh.playlists[0].items.resize(1);
        fresh.spoilt = {fresh.playlists_label + "/" + fresh.playlists[0].id + "/playlist.toml"};
        update(stage.model, CatalogLoaded{fresh}, stage.now);
        CHECK(stage.model.library.playlists[0].items.size() ==
              (unread ? 1 : before.playlists[0].items.size()));
    }
}
