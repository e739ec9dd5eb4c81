// Pictures that move under what a layer shows.

#include "screen/motion.h"

#include "screen/samples.h"

#include <doctest/doctest.h>

namespace kiosk {

namespace {

using samples::filled;
using samples::size;
using samples::whole;

constexpr Size box{400, 240};

/// Red grows to the right, green downwards; by less than a level for each pixel.
Bitmap ramps() {
    Bitmap bitmap(box);
    for (int y = 0; y < box.h; ++y)
        for (int x = 0; x < box.w; ++x)
            bitmap.row(y)[x] =
                0xFF000000u | std::uint32_t(x * 255 / box.w) << 16 | std::uint32_t(y * 255 / box.h) << 8;
    return bitmap;
}

PicturePaint paint_at(Rect rect, Focus focus = {}) {
    PicturePaint paint{rect, {"a.png", box, Fit::Cover, focus}, {}, Color::rgb(0x808080)};
    paint.moves = true;
    return paint;
}

Bitmap shown(Bitmap const& sheet, PicturePaint const& paint, Bitmap const& pixels, double progress) {
    LayerRows const rows(sheet, MovingPicture{paint.rect, &pixels, come_to_rest(paint), progress});
    LayerRows::Scratch scratch;
    Bitmap frame(sheet.size());
    for (int y = 0; y < frame.size().h; ++y) std::copy_n(rows.row(y, scratch), frame.size().w, frame.row(y));
    return frame;
}

int red(std::uint32_t pixel) {
    return int(pixel >> 16 & 0xFF);
}

Layer layer(std::string id, Rect place, double drift) {
    Element picture = samples::picture("picture", place, "a.png");
    picture.paints = {paint_at(place)};
    Element const words = samples::panel("words", {20, 20, 100, 50}, Color::rgb(0).with_alpha(0.5));
    Layer layer = samples::layer(std::move(id), Color::rgb(0x1F3D2E), {picture, words});
    layer.drift = drift;
    return layer;
}

/// A scene with a moving picture behind a panel, and what shows it.
struct Moving : samples::Stage {
    Scene scene;

    explicit Moving(Rect place = whole) {
        scene.size = size;
        scene.current = layer("a", place, 0);
        pictures.put({"a.png", box, Fit::Cover, {}}, ramps());
    }
    std::vector<Rect> show() { return Stage::show(scene); }
};

}

TEST_CASE("A moving picture begins whole and comes to rest on its own pixels, near the focus") {
    Bitmap const sheet = filled(size, 0), picture = ramps();
    PicturePaint const paint = paint_at(whole, {0.9, 0.5});
    Bitmap const first = shown(sheet, paint, picture, 0), last = shown(sheet, paint, picture, 1);
    CHECK(red(first.row(0)[0]) == 0);
    CHECK(red(first.row(0)[319]) == red(picture.row(0)[399]));
    CHECK(red(first.row(0)[160]) == 127);
    Point const rest = come_to_rest(paint);
    CHECK(rest.x == 80);
    CHECK(rest.y == 20);
    for (int y : {0, 99, 199})
        for (int x : {0, 77, 319}) CHECK(last.row(y)[x] == picture.row(y + rest.y)[x + rest.x]);
}

TEST_CASE("It glides by parts of a pixel") {
    Bitmap const sheet = filled(size, 0);
    Bitmap steps(box);  // Black and white columns of eight pixels: edges show the smallest move.
    for (int y = 0; y < box.h; ++y)
        for (int x = 0; x < box.w; ++x) steps.row(y)[x] = x / 8 % 2 ? 0xFFFFFFFFu : 0xFF000000u;
    PicturePaint const paint = paint_at(whole, {1, 0.5});
    int moved = 0, jumps = 0;
    for (int i = 0; i < 100; ++i) {
        Bitmap const before = shown(sheet, paint, steps, i / 2000.0),
                     after = shown(sheet, paint, steps, (i + 1) / 2000.0);
        for (int x = 0; x < size.w; ++x) {
            int const change = std::abs(red(before.row(50)[x]) - red(after.row(50)[x]));
            moved += change > 0;
            jumps += change > 16;  // The right edge moves by 0.04 pixels: ten levels of an edge.
        }
    }
    CHECK(moved > 2000);
    CHECK(jumps == 0);
}

TEST_CASE("What lies over a moving picture stays, what lies beside it too") {
    Moving stage({0, 0, 320, 100});
    CHECK(stage.show() == std::vector{whole});
    CHECK(stage.at(300, 150) == 0xFF1F3D2E);
    int const bare = red(stage.at(125, 30)), under = red(stage.at(115, 30));
    CHECK(under == doctest::Approx(bare / 2.0).epsilon(0.1));
    stage.scene.current.drift = 0.4;
    CHECK(stage.show() == std::vector{Rect{0, 0, 320, 100}});
    CHECK(stage.at(300, 150) == 0xFF1F3D2E);
    CHECK(stage.show().empty());
    CHECK(stage.compositor.stats().flattened == 1);
}

TEST_CASE("A picture comes to rest without a jump") {
    Moving stage;
    stage.scene.current.drift = 1;
    (void)stage.show();
    Bitmap const moving = std::exchange(stage.frame, filled(size, 0));
    stage.scene.current.drift = 0;
    std::get<PicturePaint>(stage.scene.current.elements[0].paints[0]).moves = false;
    CHECK(stage.show() == std::vector{whole});
    for (int y = 0; y < size.h; ++y)
        for (int x = 0; x < size.w; ++x) REQUIRE(std::abs(red(stage.at(x, y)) - red(moving.row(y)[x])) <= 1);
}

TEST_CASE("Two moving layers fade as their frames would") {
    Moving one, other, both;
    one.scene.current = layer("a", whole, 0.8);
    other.scene.current = layer("b", whole, 0.1);
    other.scene.current.elements[1] = samples::panel("words", {20, 120, 100, 50}, Color::rgb(0xFFFFFF));
    both.scene.current = other.scene.current;
    (void)one.show();
    (void)other.show();
    both.scene.change = Change{layer("a", whole, 0.8), Transition::Crossfade, 0.25, 0};
    (void)both.show();
    CHECK(both.compositor.stats().blended == 1);
    for (int x : {0, 30, 200, 319}) {
        double const mixed = red(one.at(x, 130)) * 0.75 + red(other.at(x, 130)) * 0.25;
        CHECK(std::abs(red(both.at(x, 130)) - mixed) <= 1);
    }
    both.scene.change->from.drift = 0.9;
    CHECK(both.show() == std::vector{whole});
}

TEST_CASE("A moving picture that is gone leaves its colour") {
    Moving stage;
    (void)stage.show();
    stage.pictures = PictureStore{1 << 24};
    (void)stage.show();
    CHECK(stage.at(200, 150) == 0xFF808080);
}

}
