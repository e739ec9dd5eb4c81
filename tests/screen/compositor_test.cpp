#include "screen/compositor.h"

#include "screen/samples.h"

#include <doctest/doctest.h>

namespace kiosk {

namespace {

using samples::filled;
using samples::layer;
using samples::panel;
using samples::size;
using samples::Stage;
using samples::whole;

constexpr Color white = Color::rgb(0xFFFFFF), black = Color::rgb(0);
constexpr Color falu = Color::rgb(0x8B1A1A), spruce = Color::rgb(0x1F3D2E);

Scene scene_of(Layer current) {
    Scene scene;
    scene.size = size;
    scene.current = std::move(current);
    return scene;
}

Layer page(Color button) {
    return layer("page home", white,
                 {panel("card", {10, 10, 100, 80}, spruce), panel("go", {200, 150, 60, 30}, button)});
}

}

TEST_CASE("The first frame is whole, an equal scene paints nothing") {
    Stage stage;
    CHECK(stage.show(scene_of(page(falu))) == std::vector{whole});
    CHECK(stage.at(0, 0) == 0xFFFFFFFF);
    CHECK(stage.at(210, 160) == 0xFF8B1A1A);
    CHECK(stage.show(scene_of(page(falu))).empty());
    CHECK(stage.compositor.stats().flattened == 1);
}

TEST_CASE("What is only said or done differently paints nothing") {
    Stage stage;
    Scene scene = scene_of(page(falu));
    (void)stage.show(scene);
    scene.current.elements[0].name = "Kort";
    scene.current.elements[0].command = GoBack{};
    CHECK(stage.show(scene).empty());
}

TEST_CASE("An element that changes its colour damages its own rectangle") {
    Stage stage;
    (void)stage.show(scene_of(page(falu)));
    CHECK(stage.show(scene_of(page(black))) == std::vector{Rect{200, 150, 60, 30}});
    CHECK(stage.at(210, 160) == 0xFF000000);
    CHECK(stage.at(50, 50) == 0xFF1F3D2E);
    CHECK(stage.compositor.stats().flattened == 1);
    CHECK(stage.compositor.stats().repainted == 1);
}

TEST_CASE("An element that moves damages both places, and leaves nothing behind") {
    Stage stage;
    Scene scene = scene_of(page(falu));
    (void)stage.show(scene);
    scene.current.elements[1] = panel("go", {200, 20, 60, 30}, falu);
    CHECK(stage.show(scene) == std::vector{Rect{200, 150, 60, 30}, Rect{200, 20, 60, 30}});
    CHECK(stage.at(210, 160) == 0xFFFFFFFF);
    CHECK(stage.at(210, 30) == 0xFF8B1A1A);
}

TEST_CASE("An element that comes or goes damages its own rectangle") {
    Stage stage;
    Scene scene = scene_of(page(falu));
    (void)stage.show(scene);
    scene.current.elements.insert(scene.current.elements.begin() + 1, panel("new", {120, 10, 20, 20}, black));
    CHECK(stage.show(scene) == std::vector{Rect{120, 10, 20, 20}});
    scene.current.elements.erase(scene.current.elements.begin());
    CHECK(stage.show(scene) == std::vector{Rect{10, 10, 100, 80}});
    CHECK(stage.at(50, 50) == 0xFFFFFFFF);
}

TEST_CASE("A picture that arrives is painted where it belongs") {
    Stage stage;
    Scene scene = scene_of(layer("page", white, {samples::picture("image", {20, 20, 50, 50}, "a.png")}));
    (void)stage.show(scene);
    CHECK(stage.at(30, 30) == 0xFF808080);
    stage.pictures.put(samples::key("a.png", {50, 50}), filled({50, 50}, 0xFF00FF00));
    CHECK(stage.show(scene) == std::vector{Rect{20, 20, 50, 50}});
    CHECK(stage.at(30, 30) == 0xFF00FF00);
    stage.pictures = PictureStore{1 << 24};
    CHECK(stage.show(scene).empty());
    CHECK(stage.at(30, 30) == 0xFF00FF00);
}

TEST_CASE("A lost frame is written again without painting") {
    Stage stage;
    (void)stage.show(scene_of(page(falu)));
    stage.compositor.forget_frame();
    stage.frame = filled(size, 0);
    CHECK(stage.show(scene_of(page(falu))) == std::vector{whole});
    CHECK(stage.at(210, 160) == 0xFF8B1A1A);
    CHECK(stage.compositor.stats().flattened == 1);
}

TEST_CASE("A crossfade begins and ends exactly and is half-way in the middle") {
    Stage stage;
    Scene scene = scene_of(layer("b", spruce));
    auto frame_at = [&](double progress) {
        scene.change = Change{layer("a", falu), Transition::Crossfade, progress, 0};
        return stage.show(scene);
    };
    CHECK(frame_at(0) == std::vector{whole});
    CHECK(stage.at(5, 5) == 0xFF8B1A1A);
    (void)frame_at(0.5);
    CHECK(std::abs(int(stage.at(5, 5) >> 16 & 0xFF) - (0x8B + 0x1F) / 2) <= 1);
    CHECK(std::abs(int(stage.at(319, 199) & 0xFF) - (0x1A + 0x2E) / 2) <= 1);
    CHECK(frame_at(0.5).empty());
    (void)frame_at(1);
    CHECK(stage.at(5, 5) == 0xFF1F3D2E);
    CHECK(stage.compositor.stats().flattened == 2);
    CHECK(stage.compositor.stats().blended == 3);
    scene.change.reset();
    CHECK(stage.show(scene) == std::vector{whole});
    CHECK(stage.compositor.stats().flattened == 2);
}

TEST_CASE("A slide brings the new layer from the side") {
    Stage stage;
    Scene scene = scene_of(layer("b", spruce, {panel("mark", {100, 0, 10, 200}, black)}));
    scene.change = Change{layer("a", spruce), Transition::Slide, 1.0, 30};
    (void)stage.show(scene);
    CHECK(stage.at(129, 50) == 0xFF1F3D2E);
    CHECK(stage.at(130, 50) == 0xFF000000);
    CHECK(stage.at(139, 50) == 0xFF000000);
    CHECK(stage.at(140, 50) == 0xFF1F3D2E);
    scene.change->slide_px = -30;
    (void)stage.show(scene);
    CHECK(stage.at(70, 50) == 0xFF000000);
    CHECK(stage.at(319, 50) == 0xFF1F3D2E);
    CHECK(stage.at(0, 0) == 0xFF1F3D2E);
}

TEST_CASE("Moving on to a prepared layer flattens nothing") {
    Stage stage;
    Scene scene = scene_of(page(falu));
    (void)stage.show(scene);
    scene.upcoming = {layer("item 2", spruce), layer("item 3", black)};
    CHECK(stage.compositor.prepare(scene, stage.pictures));
    CHECK_FALSE(stage.compositor.prepare(scene, stage.pictures));
    int const flattened = stage.compositor.stats().flattened;
    CHECK(stage.show(scene).empty());

    Scene moving = scene_of(scene.upcoming[0]);
    moving.upcoming = {scene.upcoming[1]};
    moving.change = Change{scene.current, Transition::Crossfade, 0.25, 0};
    (void)stage.show(moving);
    moving.change.reset();
    (void)stage.show(moving);
    CHECK(stage.compositor.stats().flattened == flattened);
    CHECK(stage.at(5, 5) == 0xFF1F3D2E);
}

TEST_CASE("Nothing is prepared before its pictures are there, nor while something moves") {
    Stage stage;
    Scene scene = scene_of(page(falu));
    scene.upcoming = {layer("item 2", white, {samples::picture("image", {0, 0, 50, 50}, "a.png")})};
    (void)stage.show(scene);
    CHECK_FALSE(stage.compositor.prepare(scene, stage.pictures));
    stage.pictures.fail(samples::key("a.png", {50, 50}));
    scene.change = Change{page(black), Transition::Crossfade, 0.5, 0};
    CHECK_FALSE(stage.compositor.prepare(scene, stage.pictures));
    scene.change.reset();
    CHECK(stage.compositor.prepare(scene, stage.pictures));
}

TEST_CASE("A long loop stays right with three sheets") {
    Stage stage;
    auto color = [](int i) { return unsigned(i) * 40503u & 0xFFFFFFu; };
    auto item = [&](int i) { return layer("item " + std::to_string(i), Color::rgb(color(i))); };
    for (int i = 0; i < 50; ++i) {
        Scene scene = scene_of(item(i));
        scene.upcoming = {item(i + 1)};
        scene.change = Change{item(i - 1), Transition::Crossfade, 0.5, 0};
        (void)stage.show(scene);
        scene.change.reset();
        (void)stage.show(scene);
        REQUIRE(stage.at(7, 7) == (0xFF000000u | color(i)));
        REQUIRE(stage.compositor.prepare(scene, stage.pictures));
    }
    CHECK(stage.compositor.stats().flattened == 52);
}

TEST_CASE("Elements above lie over the frame and move alone") {
    Stage stage;
    Scene scene = scene_of(layer("a", white));
    scene.above = {panel("dot 1", {10, 10, 8, 8}, black.with_alpha(0.5)),
                   panel("dot 2", {30, 10, 8, 8}, black)};
    (void)stage.show(scene);
    CHECK((stage.at(12, 12) & 0xFF) == 127);
    CHECK(stage.at(32, 12) == 0xFF000000);

    scene.above[1] = panel("dot 2", {50, 10, 8, 8}, black);
    CHECK(stage.show(scene) == std::vector{Rect{30, 10, 8, 8}, Rect{50, 10, 8, 8}});
    CHECK(stage.at(32, 12) == 0xFFFFFFFF);
    CHECK(stage.at(52, 12) == 0xFF000000);
    CHECK(stage.compositor.stats().stickers == 3);

    scene.above.clear();
    CHECK(stage.show(scene).size() == 2);
    CHECK(stage.at(12, 12) == 0xFFFFFFFF);
    CHECK(stage.compositor.stats().flattened == 1);
}

TEST_CASE("Elements above are painted once for a whole change") {
    Stage stage;
    Scene scene = scene_of(layer("b", spruce));
    scene.above = {panel("pill", {10, 10, 80, 20}, black), panel("beside", {400, 10, 8, 8}, black)};
    for (int i = 0; i <= 10; ++i) {
        scene.change = Change{layer("a", falu), Transition::Crossfade, i / 10.0, 0};
        (void)stage.show(scene);
        CHECK(stage.at(20, 20) == 0xFF000000);
    }
    CHECK(stage.compositor.stats().stickers == 1);
}

TEST_CASE("A touch during a change repaints what it changed") {
    Stage stage;
    Scene scene = scene_of(page(falu));
    scene.change = Change{layer("a", black), Transition::Crossfade, 1, 0};
    (void)stage.show(scene);
    scene.current = page(spruce);
    CHECK(stage.show(scene) == std::vector{whole});
    CHECK(stage.at(210, 160) == 0xFF1F3D2E);
    CHECK(stage.compositor.stats().flattened == 2);
}

TEST_CASE("A target with its own pitch keeps what lies beside the frame") {
    Stage stage;
    Bitmap wide = filled({size.w + 16, size.h}, 0xFF777777);
    Target target{wide.row(0), std::size_t(size.w + 16) * 4, size};
    Scene scene = scene_of(layer("b", spruce));
    scene.change = Change{layer("a", falu), Transition::Crossfade, 0, 0};
    (void)stage.compositor.compose(scene, stage.pictures, target);
    CHECK(wide.row(199)[319] == 0xFF8B1A1A);
    CHECK(wide.row(199)[320] == 0xFF777777);
}

}
