#include "decode/encoders.h"

#include <array>

#include <doctest/doctest.h>

namespace kiosk {

namespace {

constexpr Size upright_size{64, 48};

/// Red and green above blue and yellow, as a camera stores them that was held as the orientation says.
Bitmap stored_as(int orientation) {
    // The sides of the upright picture where the file's first row and first column lie.
    constexpr std::array<std::string_view, 8> sides = {"TL", "TR", "BR", "BL", "LT", "RT", "RB", "LB"};
    auto [w, h] = upright_size;
    Bitmap upright = patches(upright_size, {{red, green}, {blue, yellow}});
    std::string_view side = sides[std::size_t(orientation - 1)];
    bool lies = side[0] == 'L' || side[0] == 'R';
    Bitmap stored{lies ? Size{h, w} : upright_size};
    for (int row = 0; row < stored.size().h; ++row) {
        for (int column = 0; column < stored.size().w; ++column) {
            Point at;
            for (auto [letter, steps] : {std::pair{side[0], row}, std::pair{side[1], column}}) {
                if (letter == 'L') at.x = steps;
                if (letter == 'R') at.x = w - 1 - steps;
                if (letter == 'T') at.y = steps;
                if (letter == 'B') at.y = h - 1 - steps;
            }
            stored.row(row)[column] = upright.row(at.y)[at.x];
        }
    }
    return stored;
}

Bitmap inks_of(Bitmap const& colours) {
    Bitmap inks{colours.size()};
    for (int y = 0; y < inks.size().h; ++y) {
        for (int x = 0; x < inks.size().w; ++x) {
            std::uint32_t colour = colours.row(y)[x];
            // In this profile's print cyan ink is blue, magenta red and yellow green; yellow has no ink.
            inks.row(y)[x] = colour == blue ? 0xFF : colour == red ? 0xFF00 : colour == green ? 0xFF0000 : 0;
        }
    }
    return inks;
}

void check_upright(std::string const& file, std::uint32_t lower_right = yellow) {
    auto check = [&](Framing const& framing, Point at, std::uint32_t colour) {
        auto bitmap = decoded(file, framing);
        REQUIRE_MESSAGE(bitmap.has_value(), fault(file, framing));
        CHECK_MESSAGE(is_about(bitmap->row(at.y)[at.x], colour), "at ", at.x, ", ", at.y);
    };
    Framing const whole{upright_size, Framing::Fit::Contain};
    check(whole, {10, 8}, red);
    check(whole, {54, 8}, green);
    check(whole, {10, 40}, blue);
    check(whole, {54, 40}, lower_right);
    auto cut = [](Size box, double x, double y) { return Framing{box, Framing::Fit::Cover, x, y}; };
    check(cut({20, 20}, 1, 0), {17, 3}, green);
    check(cut({20, 20}, 0, 0), {3, 3}, red);
    check(cut({10, 40}, 0, 0.5), {5, 35}, blue);
    check(cut({10, 40}, 1, 0.5), {5, 35}, lower_right);
    CHECK(decoded(file, {{64, 64}, Framing::Fit::Contain})->size() == upright_size);
}

}

TEST_CASE("however the camera was held, the picture is upright, whatever the format") {
    for (int orientation = 1; orientation <= 8; ++orientation) {
        CAPTURE(orientation);
        Bitmap const stored = stored_as(orientation);
        check_upright(with_exif_orientation(jpeg(stored), orientation));
        check_upright(with_exif_orientation(jpeg(stored, true), orientation));
        check_upright(png_with(stored, {.orientation = orientation}));
        check_upright(png_with(stored, {.is_interlaced = true, .orientation = orientation}));
        check_upright(webp_with(stored, "", orientation));
        check_upright(tiff_with(stored, {.orientation = orientation}));
        check_upright(heif(stored, false, "", orientation));
        check_upright(heif(stored, true, "", orientation));
    }
}

TEST_CASE("a scan for print is turned like any other") {
    for (int orientation = 1; orientation <= 8; ++orientation) {
        CAPTURE(orientation);
        Bitmap const inks = inks_of(stored_as(orientation));
        check_upright(cmyk_tiff(inks, {.orientation = orientation, .profile = print_profile()}), white);
    }
}

}
