// Slides of words: what each template sets, and when a question is answered.

#include "state/update.h"
#include "view/fixed_ruler.h"
#include "view/libraries.h"
#include "view/tour.h"
#include "view/view.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

/// The loop of the small library with one item on the screen, which came in at the tour's hour.
struct Loop {
    Model model;
    Now now = tour_hour();

    explicit Loop(Item item, Size size = {1920, 1080}) {
        Catalog catalog = small_library();
        item.id = "test/1";
        Playlist playlist{.id = "test"};
        playlist.items = {std::move(item)};
        catalog.playlists = {std::move(playlist)};
        model = begin(std::move(catalog), Settings{}, glass_of(size), now);
        model.language = "sv";
        model.show.item = "test/1";
        model.show.since = now.steady;
        model.show.transition = Transition::Crossfade;
    }

    Layer layer(Millis after = {}) const {
        Now later = now;
        later.steady += after;
        return view(model, later, FixedRuler{}).current;
    }
};

Element const* find(Layer const& layer, std::string_view id) {
    auto it = std::ranges::find(layer.elements, id, &Element::id);
    return it == layer.elements.end() ? nullptr : &*it;
}

TextPaint const& words(Layer const& layer, std::string_view id) {
    Element const* element = find(layer, id);
    REQUIRE_MESSAGE(element, "no " << id);
    return std::get<TextPaint>(element->paints.front());
}

Item item_of(TextTemplate text_template, char const* text) {
    Item item;
    item.text = LocalizedText{text};
    item.text_template = text_template;
    return item;
}

Item list_of(std::vector<std::string> const& points) {
    Item item = item_of(TextTemplate::List, "Skäl");
    for (std::string const& point : points) item.points.emplace_back(point);
    return item;
}

}

TEST_CASE("a figure is set larger than anything beside it, with unit and origin below") {
    Item item = item_of(TextTemplate::Figure, "4,1\u00A0%");
    item.unit = LocalizedText{"utan arbete"};
    item.year = "2026";
    item.source = "SCB";
    for (Size size : {Size{1920, 1080}, Size{1080, 1920}}) {
        Layer const layer = Loop(item, size).layer();
        TextPaint const &value = words(layer, "figure.value"), &unit = words(layer, "figure.unit"),
                        &origin = words(layer, "figure.source");
        CHECK(value.style.px > 4 * unit.style.px);
        CHECK(value.rect.bottom() <= unit.rect.y);
        CHECK(unit.rect.bottom() <= origin.rect.y);
        CHECK(origin.markup == "2026 · Källa: SCB");
    }
}

TEST_CASE("the points of a list share one size, smaller the more they say") {
    std::string const longer = "Grannar som hejar när man möts på vägen till brevlådan vid stora vägen";
    Layer const few = Loop(list_of({"Sjön", "Skogen"})).layer();
    CHECK(words(few, "point.1").style.px == 56);
    CHECK(words(few, "point.2").style.px == 56);
    Layer const many = Loop(list_of({"Sjön", longer, longer, longer, longer, longer})).layer();
    CHECK(words(many, "point.1").style.px == words(many, "point.6").style.px);
    CHECK(words(many, "point.1").style.px < 56);
    CHECK(words(many, "point.6").rect.bottom() <= find(many, "pill")->rect.y);
}

TEST_CASE("a list stands beside its head where there is room, else below") {
    auto is_beside = [](Item const& item, Size size) {
        Layer const layer = Loop(item, size).layer();
        return words(layer, "point.1").rect.x > words(layer, "headline").rect.right();
    };
    Item item = list_of({"Sjön", "Skogen"});
    CHECK(is_beside(item, {1920, 1080}));
    CHECK_FALSE(is_beside(item, {1080, 1920}));
    item.qr = "varumarket-dalarna";
    CHECK_FALSE(is_beside(item, {1920, 1080}));
}

TEST_CASE("a question without an answer asks to be touched") {
    Item item = item_of(TextTemplate::Question, "Hur långt?");
    item.topic = "nature";
    Layer const layer = Loop(item).layer();
    CHECK(find(layer, "pill")->name == "Tryck för att se svaret");
    CHECK(find(layer, "slide")->command == Command{Open{{Page::Kind::Topic, "nature"}}});
}

TEST_CASE("an answer comes in half-way, and nothing else moves") {
    Item item = item_of(TextTemplate::Question, "Hur långt?");
    item.answer = LocalizedText{"Två mil."};
    item.topic = "nature";
    item.duration = 10s;
    Loop const loop(item);
    Millis const half = show_change + 5s;
    Layer const before = loop.layer(half - 1ms), midway = loop.layer(half + answer_change / 2),
                after = loop.layer(half + answer_change);
    CHECK_FALSE(find(before, "answer"));
    CHECK(int(words(midway, "answer").color.a) == doctest::Approx(128).epsilon(0.02));
    CHECK(words(after, "answer").color.a == 255);
    CHECK(words(before, "headline").rect == words(after, "headline").rect);
    CHECK(find(after, "pill")->name == "Tryck för att läsa mer");
}

TEST_CASE("a question that gives way keeps its answer") {
    Item item = item_of(TextTemplate::Question, "Hur långt?");
    item.answer = LocalizedText{"Två mil."};
    Loop loop(item);
    loop.model.show.leaving = "test/1";
    loop.model.show.item.clear();
    std::optional<Change> const change = view(loop.model, loop.now, FixedRuler{}).change;
    REQUIRE(change);
    CHECK(words(change->from, "answer").color.a == 255);
}
