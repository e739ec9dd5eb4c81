// The question and the PIN pad: what they say in the last second, and that a fault is seen and said.

#include "view/fixed_ruler.h"
#include "view/libraries.h"
#include "view/tour.h"
#include "view/view.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

Stop stop_at(std::string_view name) {
    for (Stop& stop : tour(small_library(), Settings{}, Glass{}, "sv")) {
        if (stop.name == name) return std::move(stop);
    }
    FAIL("the tour has no stop " << name);
    return {};
}

std::optional<Element> find(Stop const& stop, std::string_view id) {
    Scene const scene = view(stop.model, stop.now, FixedRuler{});
    for (auto const* elements : {&scene.current.elements, &scene.above}) {
        for (Element const& element : *elements) {
            if (element.id == id) return element;
        }
    }
    return std::nullopt;
}

std::string said(Stop const& stop, std::string_view id) {
    std::optional<Element> const element = find(stop, id);
    return element ? element->name : "";
}

}

TEST_CASE("one second is not said as many") {
    CHECK(said(stop_at("asking-last-second"), "asking.time") ==
          "Vi går tillbaka till bildspelet om en sekund.");
    CHECK(said(stop_at("asking"), "asking.time") == "Vi går tillbaka till bildspelet om 20 sekunder.");
    Stop wait = stop_at("pin-wait");
    CHECK(said(wait, "pin.fault") == "Vänta 30 sekunder");
    std::get<PinPad>(wait.model.display).wait_until = wait.now.steady + Millis{600};
    CHECK(said(wait, "pin.fault") == "Vänta en sekund");
}

TEST_CASE("a fault stands in place of the advice, with a sign beside it") {
    CHECK(said(stop_at("pin"), "pin.lead") == "Minst sex siffror.");
    CHECK_FALSE(find(stop_at("pin"), "pin.fault").has_value());
    for (char const* name : {"pin-wrong", "pin-too-easy", "pin-mismatch", "pin-locked"}) {
        CAPTURE(name);
        Stop const stop = stop_at(name);
        CHECK_FALSE(find(stop, "pin.lead").has_value());
        std::optional<Element> const fault = find(stop, "pin.fault");
        REQUIRE(fault.has_value());
        CHECK(std::ranges::any_of(
            fault->paints, [](Paint const& paint) { return std::holds_alternative<ShapePaint>(paint); }));
    }
}
