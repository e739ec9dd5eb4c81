// The map: whatever is chosen and however crowded it is, every place keeps its name, and names keep apart.

#include "view/fixed_ruler.h"
#include "view/libraries.h"
#include "view/tour.h"
#include "view/view.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

std::vector<Rect> names_on(Model const& model, Now const& now) {
    std::vector<Rect> names;
    for (Element const& element : view(model, now, FixedRuler{}).current.elements) {
        if (!element.id.starts_with("label.")) continue;
        for (Paint const& paint : element.paints) {
            if (auto const* text = std::get_if<TextPaint>(&paint)) names.push_back(text->rect);
        }
    }
    return names;
}

}

TEST_CASE("every place has its name on the map, apart from the others") {
    for (Size size : {Size{1920, 1080}, Size{1080, 1920}, Size{1280, 800}}) {
        for (Stop const& stop : tour(shipped_library(), Settings{}, glass_of(size), "sv")) {
            if (!stop.name.starts_with("map")) continue;
            CAPTURE(size.w);
            CAPTURE(stop.name);
            std::vector<Rect> const names = names_on(stop.model, stop.now);
            CHECK(names.size() == stop.model.catalog.places.size());
            for (std::size_t i = 0; i < names.size(); ++i)
                for (std::size_t j = i + 1; j < names.size(); ++j) CHECK_FALSE(names[i].overlaps(names[j]));
        }
    }
}
