// A hundred thousand random actions: whatever happens in whatever order, the kiosk stays in one piece.

#include "state/show.h"
#include "state/stage.h"

#include <doctest/doctest.h>
#include <random>

using namespace kiosk;

namespace {

class Chance {
public:
    explicit Chance(unsigned seed) : m_engine(seed) {}
    int below(int end) { return int(m_engine() % unsigned(end)); }
    template <class T> T const& of(std::vector<T> const& some) {
        return some[std::size_t(below(int(some.size())))];
    }

private:
    std::mt19937 m_engine;
};

Command some_command(Chance& chance) {
    Page const page{Page::Kind(chance.below(7)),
                    chance.of(std::vector<std::string>{"", "work", "steel", "mora", "brand", "gone"})};
    return chance.of(std::vector<Command>{
        Open{page, chance.below(2) == 0}, Open{page}, GoBack{}, EndVisit{}, Stay{}, ChooseLanguage{"en"},
        Browse{1}, Browse{-1}, PinKey{PinKey::Kind(chance.below(4)), chance.below(10)},
        PinKey{PinKey::Kind::Digit, chance.below(10)},
        TurnPlaylist{chance.of(std::vector<std::string>{"a", "b"}), chance.below(3) > 0},
        SetDefaultLanguage{"sv"}, CloseStaff{}});
}

Catalog some_catalog(Chance& chance) {
    Catalog catalog = stage_catalog();
    if (chance.below(3) == 0) catalog.playlists.erase(catalog.playlists.begin());
    if (chance.below(3) == 0) catalog.playlists.clear();
    if (chance.below(3) == 0) catalog.arguments.clear();
    if (chance.below(3) == 0) catalog.topics.clear();
    return catalog;
}

Touched some_touch(Chance& chance) {
    Touched touch{
        Touched::Phase(chance.below(3)), chance.below(3), {chance.below(1920), chance.below(1080)}, "it", {}};
    if (chance.below(4) == 0) touch.at = {3, 3};
    if (chance.below(5) == 0) touch.element = "other";
    if (chance.below(4) > 0) touch.command = some_command(chance);
    return touch;
}

Action some_action(Chance& chance) {
    std::string const item = chance.of(std::vector<std::string>{"a/1", "a/2", "b/1", "gone"});
    switch (chance.below(40)) {
    case 0:
        return CatalogLoaded{some_catalog(chance)};
    case 1:
        return ItemFailed{item, "unreadable"};
    case 2:
    case 3:
    case 4:
        return ItemPrepared{item};
    case 5:
    case 6:
        return PinAnswer{chance.below(2) == 0, Millis{chance.below(60'000)}, chance.below(9) == 0};
    case 7:
        return SeatsChanged{{{"brand", {40, chance.below(41), "open", "t"}}}, "http://kiosk"};
    case 8:
        return ServiceLost{};
    case 9:
        return GlassChanged{Glass{.px = chance.below(2) ? Size{1920, 1080} : Size{1080, 1920}}};
    case 10:
    case 11:
    case 12:
    case 13:
    case 14:
    case 15:
        return some_command(chance);
    case 16:
    case 17:
    case 18:
    case 19:
    case 20:
        return Tick{};
    default:
        return some_touch(chance);
    }
}

/// What must hold after every action.
std::string broken(Model const& model, Now const& now) {
    Show const& show = model.show;
    if (!show.next.empty() && !model.catalog.item(show.next)) return "next is no item: " + show.next;
    if (!show.item.empty() && show.item == show.leaving) return "gives way to itself: " + show.item;
    if (auto const* pad = std::get_if<PinPad>(&model.display)) {
        if (pad->digits.size() > 12) return "thirteen digits";
        if (pad->step == PinPad::Step::Enter && !model.pin_set) return "asks for a PIN that there is not";
    }
    if (model.language != "sv" && model.language != "en") return "language " + model.language;
    if (std::holds_alternative<Attract>(model.display) && model.language != model.settings.language &&
        !model.leaving) {
        return "the loop speaks " + model.language;
    }
    Millis const wake = next_wake(model, now);
    if (wake < now.steady) return "wakes in the past";
    if (wake > now.steady + std::chrono::minutes{1}) return "sleeps for more than a minute";
    return "";
}

}

TEST_CASE("100,000 random actions break nothing") {
    for (unsigned seed = 1; seed <= 4; ++seed) {
        CAPTURE(seed);
        Chance chance(seed);
        Stage stage;
        stage.slow = {"a/1", "a/2", "b/1"};  // Prepared by chance only.
        for (int step = 0; step < 25'000; ++step) {
            CAPTURE(step);
            Millis const pause{chance.below(50) == 0 ? chance.below(90'000) : chance.below(700)};
            stage.now.steady += pause;
            stage.now.wall += pause;
            Show const before = stage.model.show;
            stage.act(some_action(chance));
            stage.effects.clear();
            REQUIRE(broken(stage.model, stage.now) == "");
            std::string const& item = stage.model.show.item;
            if (item != before.item && !item.empty()) REQUIRE(before.prepared.contains(item));
        }
        CHECK(stage.played.size() > 50);
    }
}
