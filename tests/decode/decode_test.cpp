#include "decode/decode.h"

#include "decode/pictures.h"

#include <doctest/doctest.h>

namespace kiosk {

namespace {

Framing cover(Size box, double focus_x = 0.5, double focus_y = 0.5) {
    return {box, Framing::Fit::Cover, focus_x, focus_y};
}

Framing contain(Size box) { return {box, Framing::Fit::Contain}; }

/// Decodes and compares a pixel; a failure shows the sentence.
void check_pixel(std::string_view file, Framing const& framing, Point at, std::uint32_t colour) {
    auto bitmap = decoded(file, framing);
    REQUIRE_MESSAGE(bitmap.has_value(), fault(file, framing));
    std::uint32_t pixel = bitmap->row(at.y)[at.x];
    CHECK_MESSAGE(is_about(pixel, colour), "pixel ", std::to_string(pixel), " at ", at.x, ", ", at.y);
}

}

TEST_CASE("every raster format shows its pixels") {
    Bitmap halves = patches({40, 20}, {{red, blue}});
    for (std::string const& file :
         {png(halves), bmp(halves), tiff(halves), jpeg(halves), jpeg(halves, true), webp()}) {
        check_pixel(file, cover({40, 20}), {3, 10}, red);
        check_pixel(file, cover({40, 20}), {36, 10}, blue);
    }
}

TEST_CASE("of an animated GIF the first frame is shown") {
    check_pixel(animated_gif(), cover({20, 20}), {10, 10}, red);
}

TEST_CASE("pixels come out with their colours multiplied by alpha") {
    auto bitmap = decoded(png(patches({4, 4}, {{0x80FF8000}})), cover({4, 4}));
    REQUIRE(bitmap);
    CHECK(bitmap->row(0)[0] == 0x80804000);
}

TEST_CASE("print colours are shown as screen colours") {
    std::string file = cmyk_jpeg(patches({40, 20}, {{red, green}}));
    check_pixel(file, cover({40, 20}), {3, 10}, 0xFFE30613);
    check_pixel(file, cover({40, 20}), {36, 10}, 0xFF009640);
}

TEST_CASE("cover keeps the focus in view") {
    Bitmap strip = patches({300, 100}, {{red, green, blue}});
    for (std::string const& file : {png(strip), jpeg(strip)}) {
        check_pixel(file, cover({50, 50}, 0, 0.5), {25, 25}, red);
        check_pixel(file, cover({50, 50}, 0.5, 0.5), {25, 25}, green);
        check_pixel(file, cover({50, 50}, 1, 0.5), {25, 25}, blue);
        auto bitmap = decoded(file, cover({50, 50}));
        CHECK(bitmap->size() == Size{50, 50});
    }
    std::string tower = png(patches({100, 300}, {{red}, {green}, {blue}}));
    check_pixel(tower, cover({80, 80}, 0.5, 0), {40, 40}, red);
    check_pixel(tower, cover({80, 80}, 0.5, 0.9), {40, 40}, blue);
}

TEST_CASE("cover cuts exactly at the edge of what is shown") {
    auto bitmap = decoded(png(patches({300, 100}, {{red, green, blue}})), cover({100, 100}));
    REQUIRE(bitmap);
    for (int x : {0, 1, 50, 99}) CHECK(bitmap->row(50)[x] == green);
}

TEST_CASE("contain shows the whole picture within the box") {
    Bitmap strip = patches({300, 100}, {{red, green, blue}});
    for (std::string const& file : {png(strip), jpeg(strip)}) {
        auto bitmap = decoded(file, contain({60, 60}));
        REQUIRE(bitmap);
        CHECK(bitmap->size() == Size{60, 20});
        CHECK(is_about(bitmap->row(10)[5], red));
        CHECK(is_about(bitmap->row(10)[55], blue));
    }
    CHECK(decoded(png(patches({10, 1000}, {{red}})), contain({20, 20}))->size() == Size{1, 20});
}

TEST_CASE("small pictures are enlarged to fill their place") {
    Bitmap small = patches({10, 5}, {{red, blue}});
    CHECK(decoded(png(small), cover({100, 50}))->size() == Size{100, 50});
    CHECK(decoded(png(small), contain({100, 100}))->size() == Size{100, 50});
    check_pixel(png(small), cover({100, 50}), {2, 2}, red);
    check_pixel(png(small), cover({100, 50}), {97, 48}, blue);
}

TEST_CASE("scaling leaves a plain colour as it is, by any factor") {
    for (Size size : {Size{16384, 40}, Size{40, 16384}, Size{333, 777}, Size{7, 3}, Size{1, 1}}) {
        auto bitmap = decoded(png(patches(size, {{0xFF37C8FF}})), cover({30, 20}));
        REQUIRE(bitmap);
        for (int y = 0; y < 20; ++y) {
            for (int x = 0; x < 30; ++x) REQUIRE(bitmap->row(y)[x] == 0xFF37C8FF);
        }
    }
}

TEST_CASE("a large JPEG is reduced while it is decoded, and still right") {
    std::string file = jpeg(patches({1600, 800}, {{red, green}, {blue, yellow}}));
    for (Size box : {Size{1600, 800}, Size{1000, 500}, Size{400, 200}, Size{150, 75}}) {
        check_pixel(file, cover(box), {box.w / 4, box.h / 4}, red);
        check_pixel(file, cover(box), {box.w * 3 / 4, box.h / 4}, green);
        check_pixel(file, cover(box), {box.w / 4, box.h * 3 / 4}, blue);
        check_pixel(file, cover(box), {box.w * 3 / 4, box.h * 3 / 4}, yellow);
    }
}

TEST_CASE("an EXIF block that makes no sense is passed over") {
    std::string plain = jpeg(patches({40, 20}, {{red, blue}}));
    for (int orientation : {0, 9, 255}) {
        check_pixel(with_exif_orientation(plain, orientation), cover({40, 20}), {3, 10}, red);
    }
    std::string file = with_exif_orientation(plain, 6);
    auto directory_at = file.find(little(8, 4));
    std::string far_away = file;
    far_away.replace(directory_at, 4, little(0xFFFFFFF0, 4));
    check_pixel(far_away, cover({40, 20}), {3, 10}, red);
}

}
