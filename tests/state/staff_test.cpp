// The way to the staff overlay, and what only the staff may do.

#include "state/pin.h"
#include "state/stage.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

PinPad const& pad(Stage const& stage) {
    REQUIRE(std::holds_alternative<PinPad>(stage.model.display));
    return std::get<PinPad>(stage.model.display);
}

/// A kiosk that shows the pad.
Stage at_pad(bool pin_set) {
    Stage stage;
    stage.model.pin_set = pin_set;
    stage.pass(1s);
    stage.down({1910, 8});
    stage.pass(3100ms);
    stage.up({1910, 8});
    return stage;
}

}

TEST_CASE("a top corner held for three seconds opens the pad") {
    struct Row {
        char const* what;
        Point at;
        bool opens;
    };
    for (Row const& row : {Row{"top left", {0, 0}, true}, Row{"top right", {1919, 0}, true},
                           Row{"just inside", {119, 119}, true}, Row{"just outside", {120, 5}, false},
                           Row{"bottom left", {5, 1075}, false}, Row{"middle of the top", {960, 5}, false}}) {
        for (bool const on_page : {false, true}) {
            CAPTURE(row.what);
            CAPTURE(on_page);
            Stage stage;
            stage.model.pin_set = true;
            stage.pass(1s);
            if (on_page) stage.tap(Open{});
            stage.pass(1s);
            stage.down(row.at);
            stage.pass(2950ms);
            CHECK(stage.display() == (on_page ? "home" : "attract a/1"));
            stage.pass(100ms);
            CHECK((stage.display() == "pin enter") == row.opens);
        }
    }
}

TEST_CASE("released early or moved away, the corner opens nothing") {
    Stage stage;
    stage.pass(1s);
    stage.down({5, 5});
    stage.pass(2900ms);
    stage.up({5, 5});
    stage.pass(1s);
    CHECK(stage.display() == "attract a/1");
    stage.down({5, 5});
    stage.pass(1s);
    stage.move({400, 5});
    stage.pass(3s);
    CHECK(stage.display() == "attract a/1");
}

TEST_CASE("the finger that opened the pad does nothing more") {
    Stage stage;
    stage.model.pin_set = true;
    stage.pass(1s);
    stage.down({5, 5}, Open{});
    stage.pass(3100ms);
    stage.up({5, 5});
    CHECK(stage.display() == "pin enter");
}

TEST_CASE("the first PIN is chosen, repeated and stored") {
    Stage stage = at_pad(false);
    CHECK(stage.display() == "pin choose");
    stage.type("27182");
    CHECK(pad(stage).fault == PinPad::Fault::TooEasy);
    stage.type("111111");
    CHECK(pad(stage).fault == PinPad::Fault::TooEasy);
    stage.type("271828");
    CHECK(stage.display() == "pin repeat");
    stage.type("314159");
    CHECK(stage.display() == "pin choose");
    CHECK(pad(stage).fault == PinPad::Fault::Mismatch);
    stage.type("271828");
    CHECK(stage.effects.empty());
    stage.type("271828");
    CHECK(stage.effects == Effects{StorePin{"271828"}});
    CHECK(pad(stage).checking);
    stage.act(PinAnswer{.right = true});
    CHECK(stage.display() == "staff");
    CHECK(stage.model.pin_set);
}

TEST_CASE("a PIN that could not be stored is not set") {
    Stage stage = at_pad(false);
    stage.type("271828");
    stage.type("271828");
    stage.act(PinAnswer{.right = false});
    CHECK(stage.display() == "pin choose");
    CHECK_FALSE(stage.model.pin_set);
}

TEST_CASE("which PINs are too easy") {
    for (char const* easy : {"000000", "123456", "654321", "9876543"}) CHECK_MESSAGE(is_too_easy(easy), easy);
    for (char const* good : {"123457", "112233", "271828"}) CHECK_MESSAGE(!is_too_easy(good), good);
}

TEST_CASE("digits are typed, erased and no more than twelve") {
    Stage stage = at_pad(true);
    for (int i = 0; i < 14; ++i) stage.act(PinKey{PinKey::Kind::Digit, i % 10});
    CHECK(pad(stage).digits == "012345678901");
    stage.act(PinKey{PinKey::Kind::Erase});
    CHECK(pad(stage).digits == "01234567890");
    stage.act(PinKey{PinKey::Kind::Cancel});
    CHECK(stage.display() == "attract a/1");
}

TEST_CASE("a wrong PIN, a wait, a lock") {
    Stage stage = at_pad(true);
    stage.type("271828");
    CHECK(stage.effects == Effects{CheckPin{"271828"}});
    CHECK(pad(stage).digits == "");
    stage.type("999");
    CHECK(pad(stage).digits == "");  // Not while the answer is on its way.
    stage.act(PinAnswer{.right = false});
    CHECK(pad(stage).fault == PinPad::Fault::Wrong);
    stage.type("271829");
    stage.act(PinAnswer{.right = false, .wait = 10s});
    stage.act(PinKey{PinKey::Kind::Digit, 1});
    CHECK(pad(stage).digits == "");
    stage.pass(10s);
    stage.act(PinKey{PinKey::Kind::Digit, 1});
    CHECK(pad(stage).digits == "1");
    stage.type("");
    stage.act(PinAnswer{.right = false, .locked = true});
    stage.type("271828");
    CHECK(pad(stage).digits == "");
    CHECK(stage.effects.size() == 3);
}

TEST_CASE("the pad closes after 20 s without touch, also while it waits") {
    for (Millis const wait : {Millis{0}, Millis{480'000}}) {
        Stage stage = at_pad(true);
        stage.type("271828");
        stage.act(PinAnswer{.right = false, .wait = wait});
        stage.pass(19'900ms);
        CHECK(stage.display() == "pin enter");
        stage.pass(200ms);
        CHECK(stage.display() == "attract a/1");
    }
}

TEST_CASE("an answer that comes after the pad closed opens nothing") {
    Stage stage = at_pad(true);
    stage.type("271828");
    stage.pass(21s);
    REQUIRE(stage.display().starts_with("attract"));
    stage.act(PinAnswer{.right = true});
    CHECK(stage.display().starts_with("attract"));
    stage.down({5, 5});
    stage.pass(3100ms);
    REQUIRE(stage.display() == "pin enter");
    stage.act(PinAnswer{.right = true});
    CHECK(stage.display() == "pin enter");
}

TEST_CASE("staff turn playlists, set the language, leave, and each is saved") {
    Stage stage;
    stage.pass(1s);
    stage.enter_staff();
    stage.effects.clear();
    stage.act(TurnPlaylist{"a", false});
    stage.act(SetDefaultLanguage{"en"});
    REQUIRE(stage.effects.size() == 2);
    Settings const saved = std::get<SaveSettings>(stage.effects[1]).settings;
    CHECK(saved.playlists_off == std::set<std::string>{"a"});
    stage.act(TurnPlaylist{"a", true});
    CHECK(stage.model.settings.playlists_off.empty());
    CHECK(stage.model.settings.playlists_on == std::set<std::string>{"a"});
    CHECK(saved.language == "en");
    CHECK(stage.model.language == "en");
    stage.act(CloseStaff{});
    CHECK(stage.display().starts_with("attract"));
    CHECK(stage.model.language == "en");
    stage.enter_staff();
    stage.act(LeaveKiosk{});
    CHECK(stage.model.quit);
}

TEST_CASE("the overlay closes after 60 s without touch") {
    Stage stage;
    stage.pass(1s);
    stage.enter_staff();
    stage.pass(59s);
    CHECK(stage.display() == "staff");
    stage.pass(1100ms);
    CHECK(stage.display().starts_with("attract"));
}

TEST_CASE("outside the overlay nobody may do what staff do") {
    for (bool const on_page : {false, true}) {
        Stage stage;
        stage.pass(1s);
        if (on_page) stage.tap(Open{});
        for (Command const& command :
             {Command{TurnPlaylist{"a", false}}, Command{SetDefaultLanguage{"en"}}, Command{LeaveKiosk{}}})
            stage.act(command);
        CHECK(stage.effects.empty());
        CHECK_FALSE(stage.model.quit);
        CHECK(stage.model.settings == Settings{});
    }
}

TEST_CASE("a notice takes the screen from loop and visitors until staff take it away") {
    Catalog catalog = stage_catalog();
    catalog.notices = {Notice{.id = "leave", .level = Notice::Level::Emergency}};
    Stage stage(catalog);
    stage.pass(1s);
    stage.act(ShowNotice{"leave"});
    CHECK_FALSE(notice(stage.model));  // Only staff may.
    stage.enter_staff();
    stage.act(ShowNotice{"leave"});
    CHECK(std::get<SaveSettings>(stage.effects.back()).settings.notice == "leave");
    stage.act(CloseStaff{});
    REQUIRE(notice(stage.model));
    std::string const item = stage.model.show.item;
    stage.tap(Open{});
    stage.act(Browse{1});
    stage.ticks = 0;
    stage.pass(10min);
    CHECK(stage.display() == "attract " + item);
    CHECK(stage.ticks < 30);
    std::size_t const plays = stage.plays.size();
    stage.enter_staff();
    stage.act(ShowNotice{""});
    stage.act(CloseStaff{});
    CHECK(stage.plays.size() == plays);  // Nothing played behind the notice.
    stage.pass(11s);
    CHECK(stage.display() != "attract " + item);
}

TEST_CASE("a notice that is no longer there blocks nothing") {
    Settings settings;
    settings.notice = "gone";
    Stage stage(stage_catalog(), settings);
    stage.pass(30s);
    CHECK(stage.played.size() > 1);
}
