// The home page: its cards, pressed and standing.

#include "view/fixed_ruler.h"
#include "view/libraries.h"
#include "view/pages.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

Element card(Size size, bool is_pressed) {
    Model model;
    model.catalog = shipped_library();
    model.glass = glass_of(size);
    if (is_pressed) model.finger = Finger{.element = "card.work", .command = Open{}};
    Now const now;
    FixedRuler const ruler;
    Layer const page = home_page({model, now, ruler, Metrics(model.glass), "sv"});
    auto const it = std::ranges::find(page.elements, "card.work", &Element::id);
    REQUIRE(it != page.elements.end());
    return *it;
}

template <typename Kind> int count(Element const& element) {
    return int(std::ranges::count_if(element.paints,
                                     [](Paint const& paint) { return std::holds_alternative<Kind>(paint); }));
}

}

TEST_CASE("a pressed card shows it on its picture too") {
    Element const still = card({1920, 1080}, false), down = card({1920, 1080}, true);
    CHECK(count<Panel>(still) == 1);
    REQUIRE(count<Panel>(down) == 3);
    Rect const picture = std::get<PicturePaint>(down.paints[1]).rect;
    Panel const &veil = std::get<Panel>(down.paints[2]), &border = std::get<Panel>(down.paints[3]);
    CHECK(veil.rect == picture);
    CHECK(veil.fill.a > 60);
    CHECK(border.rect == down.rect);
    CHECK(border.border_px > 0);
    CHECK(border.fill.a == 0);
}

TEST_CASE("standing, a card's picture has the lead's place") {
    CHECK(count<TextPaint>(card({1920, 1080}, false)) == 2);
    CHECK(count<TextPaint>(card({1080, 1920}, false)) == 1);
}
