// Slides of one picture: how it is framed, and when it moves.

#include "state/update.h"
#include "view/fixed_ruler.h"
#include "view/libraries.h"
#include "view/tour.h"
#include "view/view.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

/// A loop of one moving picture, which came in at the tour's hour.
struct Loop {
    Model model;

    explicit Loop(Size size = {1920, 1080}) {
        Item item{.id = "test/1", .image = "lake-cottage"};
        item.headline = LocalizedText{"Ett hem."};
        item.motion = Motion::KenBurns;
        Playlist playlist{.id = "test"};
        playlist.items = {std::move(item)};
        Catalog catalog = small_library();
        catalog.playlists = {std::move(playlist)};
        model = begin(std::move(catalog), Settings{}, glass_of(size), tour_hour());
        model.show.item = "test/1";
        model.show.since = tour_hour().steady;
    }
    Layer after(Millis time) const {
        Now now = tour_hour();
        now.steady += time;
        return view(model, now, FixedRuler{}).current;
    }
};

PicturePaint const& picture(Layer const& layer) {
    auto it = std::ranges::find(layer.elements, "picture", &Element::id);
    REQUIRE(it != layer.elements.end());
    return std::get<PicturePaint>(it->paints.front());
}

}

TEST_CASE("a moving picture is larger than its place, and only the layer's drift tells how far it is") {
    for (Size size : {Size{1920, 1080}, Size{1080, 1920}}) {
        Loop const loop(size);
        Layer const first = loop.after(1s), later = loop.after(2s);
        CHECK(picture(first).moves);
        CHECK(picture(first).key.box.w == int(picture(first).rect.w * 1.12));
        CHECK(picture(first).key.box.h == int(picture(first).rect.h * 1.12));
        CHECK(first.drift > 0);
        CHECK(later.drift > first.drift);
        CHECK(first.elements == later.elements);
    }
}

TEST_CASE("a picture at rest is an ordinary one, and needs no other file") {
    Loop const loop;
    Layer const moving = loop.after(9s), resting = loop.after(10s);
    CHECK_FALSE(picture(resting).moves);
    CHECK(resting.drift == 0);
    CHECK(picture(resting).key == picture(moving).key);
    CHECK(come_to_rest(picture(resting)).x > 0);
}

TEST_CASE("with reduced motion a picture has the size of its place, and slides only fade") {
    Loop loop;
    loop.model.reduced_motion = true;
    CHECK(picture(loop.after(1s)).key.box == picture(loop.after(1s)).rect.size());
    loop.model.show.leaving = "test/1";
    loop.model.show.transition = Transition::Slide;
    std::optional<Change> const change = view(loop.model, tour_hour(), FixedRuler{}).change;
    REQUIRE(change);
    CHECK(change->slide_px == 0);
}

TEST_CASE("one item gives way to the next as it asks to") {
    Loop loop;
    loop.model.show.leaving = "test/1";
    auto change_after = [&](Transition kind, int direction, Millis time) {
        loop.model.show.transition = kind;
        loop.model.show.direction = direction;
        Now now = tour_hour();
        now.steady += time;
        return view(loop.model, now, FixedRuler{}).change;
    };
    CHECK_FALSE(change_after(Transition::Cut, 1, 0ms));

    CHECK(change_after(Transition::Crossfade, 1, 200ms)->progress == doctest::Approx(0.25));
    CHECK(change_after(Transition::Crossfade, 1, 200ms)->slide_px == 0);
    CHECK_FALSE(change_after(Transition::Crossfade, 1, 800ms));

    CHECK(change_after(Transition::Slide, 1, 0ms)->slide_px == 38);
    CHECK(change_after(Transition::Slide, -1, 0ms)->slide_px == -38);
    CHECK(change_after(Transition::Slide, 1, 150ms)->slide_px == 9);
    CHECK(change_after(Transition::Slide, 1, 150ms)->progress == doctest::Approx(0.75));
    CHECK_FALSE(change_after(Transition::Slide, 1, 300ms));
}
