// Whose turn it is: shares, order, limits, stopgaps.

#include "state/schedule.h"

#include "state/show.h"
#include "state/stage.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

Playlist playlist(std::string id, double share, std::vector<Millis> durations) {
    Playlist list{.id = id, .share = share};
    for (Millis duration : durations) {
        list.items.push_back(Item{.id = id + "/" + std::to_string(list.items.size() + 1),
                                  .duration = duration,
                                  .transition = Transition::Cut});
    }
    return list;
}

Catalog with(std::vector<Playlist> playlists) {
    Catalog catalog = stage_catalog();
    catalog.playlists = std::move(playlists);
    return catalog;
}

/// "12.5 s a/1" → "a/1".
std::string item_of(std::string const& line) { return line.substr(line.rfind(' ') + 1); }

/// Seconds that each playlist had the screen.
std::map<std::string, double> screen_time(Stage const& stage) {
    std::map<std::string, double> times;
    for (std::size_t i = 0; i + 1 < stage.played.size(); ++i) {
        double const from = std::stod(stage.played[i]), to = std::stod(stage.played[i + 1]);
        std::string const item = item_of(stage.played[i]);
        times[item.substr(0, item.find('/'))] += to - from;
    }
    return times;
}

int count(Stage const& stage, std::string const& item) {
    return int(std::ranges::count(stage.played, item, item_of));
}

}

TEST_CASE("in a day of ten hours every exhibitor has the screen for their share, to a few seconds") {
    Stage stage(with({playlist("large", 2, {10s, 12s, 8s, 15s, 10s, 9s, 11s}),
                      playlist("quick", 1, {4s, 5s, 3s}), playlist("slow", 1, {60s, 45s})}));
    stage.pass(10h);
    std::map<std::string, double> const had = screen_time(stage);
    double const whole = 36'000;
    // Start-time fair queueing: two playlists are apart by their longest items at most (each over its share).
    CHECK(std::abs(had.at("large") - whole / 2) < 2 * 60);
    CHECK(std::abs(had.at("quick") - whole / 4) < 60);
    CHECK(std::abs(had.at("slow") - whole / 4) < 60);
}

TEST_CASE("fairness holds over every quarter of an hour, not only in the end") {
    Stage stage(with({playlist("one", 1, {10s, 10s}), playlist("two", 3, {10s, 10s, 10s, 10s})}));
    for (int quarter = 0; quarter < 16; ++quarter) {
        stage.played.clear();
        stage.pass(15min);
        CHECK(screen_time(stage).at("one") == doctest::Approx(225).epsilon(0.1));
    }
}

TEST_CASE("one who was away does not catch up") {
    Stage stage(with({playlist("here", 1, {10s, 10s}), playlist("late", 1, {10s, 10s})}),
                Settings{.playlists_off = {"late"}});
    stage.pass(1h);
    stage.enter_staff();
    stage.act(TurnPlaylist{"late", true});
    stage.act(CloseStaff{});
    stage.played.clear();
    stage.pass(10min);
    CHECK(screen_time(stage).at("late") == doctest::Approx(300).epsilon(0.1));
}

TEST_CASE("a fallback plays only while nothing else does") {
    Playlist stopgap = playlist("stopgap", 1, {10s, 10s});
    stopgap.mode = PlaylistMode::Fallback;
    Playlist morning = playlist("morning", 1, {10s, 10s});
    for (Item& item : morning.items) item.windows = {Window{.from = 10h, .to = 10h + 10min}};
    Stage stage(with({stopgap, morning}));  // It is ten o'clock.
    stage.pass(9min);
    CHECK(count(stage, "stopgap/1") == 0);
    stage.pass(10min);
    CHECK(count(stage, "stopgap/1") > 20);
}

TEST_CASE(
    "shuffled: everything once in a round, never the same twice in a row, other rounds in other orders") {
    Playlist list = playlist("pack", 1, std::vector<Millis>(20, 5s));
    list.order = PlaylistOrder::Shuffled;
    Stage stage(with({list}));
    stage.pass(1h);
    std::set<std::string> orders;
    for (std::size_t from = 0; from + 20 <= stage.played.size(); from += 20) {
        std::set<std::string> round;
        std::string order;
        for (std::size_t i = from; i < from + 20; ++i) {
            round.insert(item_of(stage.played[i]));
            order += item_of(stage.played[i]) + " ";
            if (i > 0) CHECK(item_of(stage.played[i]) != item_of(stage.played[i - 1]));
        }
        CHECK(round.size() == 20);
        CHECK(orders.insert(order).second);
    }
    CHECK(orders.size() > 30);
}

TEST_CASE("another seed shuffles otherwise, the same seed the same") {
    Playlist list = playlist("pack", 1, std::vector<Millis>(20, 5s));
    list.order = PlaylistOrder::Shuffled;
    auto order = [&](std::uint64_t seed) {
        Stage stage(with({list}));
        stage.model.show.schedule.seed = seed;
        stage.pass(5min);
        return stage.played;
    };
    CHECK(order(7) == order(7));
    CHECK(order(7) != order(8));
}

TEST_CASE("an item plays at most so often an hour, and the others fill in") {
    Playlist list = playlist("a", 1, {10s, 10s, 10s});
    list.items[1].max_per_hour = 4;
    Stage stage(with({list}));
    stage.pass(5h);
    CHECK(count(stage, "a/2") == 20);
    CHECK(count(stage, "a/1") == doctest::Approx(890).epsilon(0.02));
}

TEST_CASE("limits yield before the screen would stand still") {
    Playlist list = playlist("a", 1, {10s, 10s});
    for (Item& item : list.items) item.max_per_hour = 1;
    Stage stage(with({list}));
    stage.pass(10min);
    CHECK(stage.played.size() > 50);
}

TEST_CASE("limits yield to a fallback first") {
    Playlist list = playlist("a", 1, {10s, 10s}), stopgap = playlist("stopgap", 1, {10s, 10s});
    for (Item& item : list.items) item.max_per_hour = 1;
    stopgap.mode = PlaylistMode::Fallback;
    Stage stage(with({list, stopgap}));
    stage.pass(50min);
    CHECK(count(stage, "a/1") == 1);
    CHECK(count(stage, "stopgap/1") > 100);
}

TEST_CASE("a clock that is wrong by years empties nothing that is undated") {
    Playlist dated = playlist("dated", 1, {10s});
    dated.items[0].windows = {Window{.start = std::chrono::sys_days{std::chrono::year{2027} / 3 / 1}}};
    Stage stage(with({dated, playlist("plain", 1, {10s, 10s})}));
    stage.pass(5min);
    CHECK(count(stage, "dated/1") > 5);
    stage.now.wall -= std::chrono::hours{24 * 365 * 57};
    stage.played.clear();
    stage.pass(5min);
    CHECK(count(stage, "dated/1") == 0);
    CHECK(count(stage, "plain/1") > 10);
}

TEST_CASE("a thousand items cost a tick nothing") {
    Stage stage(with({playlist("a", 1, std::vector<Millis>(1000, 10s))}));
    stage.pass(1s);
    auto const before = stage.model.show.turnout;
    stage.act(Tick{});
    CHECK(stage.model.show.turnout == before);
    CHECK(playable(stage.model).size() == 1000);
}
