#include "state/stage.h"

#include "base/overloaded.h"

#include <cstdio>

namespace kiosk {
namespace {

Item item(std::string id, Millis duration, Transition transition) {
    Item item;
    item.id = std::move(id);
    item.text = LocalizedText("words");
    item.duration = duration;
    item.transition = transition;
    return item;
}

std::string name_of(Page const& page) { return describe(Open{page}).substr(5); }

}

Catalog stage_catalog() {
    using namespace std::chrono_literals;
    Catalog catalog;
    catalog.languages = {"sv", "en"};
    catalog.topics = {Topic{.id = "work", .sections = {{.arguments = {"steel", "ore"}}}},
                      Topic{.id = "nature"}};
    for (char const* id : {"steel", "ore"}) catalog.arguments[id] = Argument{.id = id, .topic = "work"};
    catalog.places = {Place{.id = "falun"}, Place{.id = "mora"}};
    catalog.workshops = {Workshop{.id = "brand"}};
    catalog.playlists = {
        Playlist{.id = "a",
                 .items = {item("a/1", 10s, Transition::Crossfade), item("a/2", 10s, Transition::Cut)}},
        Playlist{.id = "b", .items = {item("b/1", 5s, Transition::Crossfade)}}};
    return catalog;
}

Stage::Stage(Catalog catalog, Settings settings) {
    now.wall = parse_iso8601("2027-03-01T09:00:00Z")->at;  // A Monday, ten o'clock at the stand.
    now.local_offset = std::chrono::minutes{60};
    model = begin(std::move(catalog), std::move(settings), Glass{}, now);
    prepare();
}

void Stage::act(Action action) {
    for (Effect& effect : update(model, action, now)) {
        if (auto* play = std::get_if<NotePlay>(&effect))
            plays.push_back(std::move(*play));
        else
            effects.push_back(std::move(effect));
    }
    note_item();
    prepare();
}

void Stage::pass(Millis length) {
    Millis const end = now.steady + length;
    while (now.steady < end) {
        constexpr Millis frame{16};
        Millis const wake = std::max(next_wake(model, now), now.steady + frame);
        Millis const step = std::min(wake, end) - now.steady;
        now.steady += step;
        now.wall += step;
        ++ticks;
        act(Tick{});
    }
}

void Stage::down(Point at, std::optional<Command> command, std::string element, std::int64_t finger) {
    act(Touched{Touched::Phase::Down, finger, at, std::move(element), std::move(command)});
}

void Stage::move(Point at, std::string element, std::int64_t finger) {
    act(Touched{Touched::Phase::Move, finger, at, std::move(element), {}});
}

void Stage::up(Point at, std::string element, std::int64_t finger) {
    act(Touched{Touched::Phase::Up, finger, at, std::move(element), {}});
}

void Stage::tap(Command command) {
    pass(page_change + Millis{50});
    down({960, 540}, std::move(command));
    pass(Millis{80});
    up({960, 540});
}

void Stage::type(std::string_view digits) {
    for (char digit : digits) act(PinKey{PinKey::Kind::Digit, digit - '0'});
    act(PinKey{PinKey::Kind::Done});
}

void Stage::enter_staff() {
    model.pin_set = true;
    pass(page_change + Millis{50});
    down({5, 5});
    pass(corner_hold + Millis{20});
    up({5, 5});
    type("271828");
    act(PinAnswer{.right = true});
}

std::string Stage::display() const {
    constexpr char const* steps[] = {"pin enter", "pin choose", "pin repeat"};
    return std::visit(overloaded{
                          [&](Attract const&) { return "attract " + model.show.item; },
                          [](OnPage const& on) { return name_of(on.page); },
                          [](Asking const& asking) { return "asking over " + name_of(asking.under.page); },
                          [&](PinPad const& pad) { return std::string(steps[int(pad.step)]); },
                          [](Staff const&) { return std::string("staff"); },
                      },
                      model.display);
}

std::string Stage::warnings() const {
    std::string lines;
    for (Effect const& effect : effects) {
        if (auto const* warning = std::get_if<LogWarning>(&effect)) lines += warning->sentence + "\n";
    }
    return lines;
}

void Stage::prepare() {
    std::string const& next = model.show.next;
    if (next.empty() || slow.contains(next) || next == model.show.item || model.show.prepared.contains(next))
        return;
    update(model, ItemPrepared{next}, now);
}

void Stage::note_item() {
    std::string const& item = model.show.item;
    if (item.empty() || (!played.empty() && played.back().ends_with(" " + item))) return;
    char time[32];
    std::snprintf(time, sizeof time, "%.1f s ", double(now.steady.count()) / 1000);
    played.push_back(time + item);
}

}
