// The mark of an exhibitor on each of their slides.

#include "view/fixed_ruler.h"
#include "view/libraries.h"
#include "view/slides.h"
#include "view/tour.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

/// The slides of the small library's list with a logo, as a test has changed it.
struct Stand {
    Stop stop;
    FixedRuler ruler;

    explicit Stand(Size size = {1920, 1080})
        : stop(tour(small_library(), Settings{}, glass_of(size), "sv").front()) {}

    Playlist& playlist() {
        auto it = std::ranges::find(stop.model.catalog.playlists, "templates", &Playlist::id);
        REQUIRE(it != stop.model.catalog.playlists.end());
        return *it;
    }
    std::vector<Layer> slides() {
        Context const c{stop.model, stop.now, ruler, Metrics(stop.model.glass), "sv"};
        std::vector<Layer> layers;
        for (Item const& item : playlist().items) layers.push_back(slide(c, item));
        return layers;
    }
};

Element const* mark(Layer const& layer) {
    auto it = std::ranges::find(layer.elements, "exhibitor", &Element::id);
    return it == layer.elements.end() ? nullptr : &*it;
}

template <class T> T const* first(Element const& element) {
    for (Paint const& paint : element.paints) {
        if (auto const* wanted = std::get_if<T>(&paint)) return wanted;
    }
    return nullptr;
}

}

TEST_CASE("every slide of an exhibitor bears the name and the whole logo, clear of the words") {
    for (Size size : {Size{1920, 1080}, Size{1080, 1920}}) {
        Stand stand(size);
        std::vector<Layer> const slides = stand.slides();
        REQUIRE(slides.size() == stand.playlist().items.size());
        for (Layer const& layer : slides) {
            CAPTURE(layer.id);
            Element const* tab = mark(layer);
            REQUIRE(tab);
            CHECK(tab->name == "Exempelverken AB");
            CHECK(tab->rect.y == 0);
            CHECK(tab->rect.bottom() < 96);
            PicturePaint const* logo = first<PicturePaint>(*tab);
            REQUIRE(logo);
            CHECK(logo->key.file.filename() == "logo.svg");
            CHECK(logo->key.fit == Fit::Contain);
            CHECK(logo->spare);
            CHECK(tab->rect.contains(logo->rect));
        }
    }
}

TEST_CASE("a name goes without a logo, and a logo without a name") {
    Stand stand;
    stand.playlist().logo.clear();
    Layer const named = stand.slides().front();
    REQUIRE(mark(named));
    CHECK(first<PicturePaint>(*mark(named)) == nullptr);
    CHECK(first<TextPaint>(*mark(named))->markup == "Exempelverken AB");

    stand = Stand();
    stand.playlist().exhibitor.clear();
    Layer const drawn = stand.slides().front();
    REQUIRE(mark(drawn));
    CHECK(mark(drawn)->name == "Mallar");
    CHECK(first<TextPaint>(*mark(drawn)) == nullptr);
}

TEST_CASE("a list that names no exhibitor bears no mark") {
    Stand stand;
    stand.playlist().exhibitor.clear();
    stand.playlist().logo.clear();
    for (Layer const& layer : stand.slides()) CHECK(mark(layer) == nullptr);
}
