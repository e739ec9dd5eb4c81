#include "base/color.h"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("contrast as WCAG 2.2 counts it") {
    Color const black = Color::rgb(0x000000), white = Color::rgb(0xFFFFFF);
    CHECK(contrast(black, white) == doctest::Approx(21));
    CHECK(contrast(white, black) == doctest::Approx(21));
    CHECK(contrast(white, white) == doctest::Approx(1));
    CHECK(contrast(Color::rgb(0x767676), white) ==
          doctest::Approx(4.54).epsilon(0.002));  // the well-known limit grey
    CHECK(contrast(Color::rgb(0xFF0000), white) == doctest::Approx(4.0).epsilon(0.001));
}

TEST_CASE("blending lays a translucent colour on an opaque one") {
    Color const red = Color::rgb(0xFF0000), blue = Color::rgb(0x0000FF);
    CHECK(blend(red, blue) == red);
    CHECK(blend(red.with_alpha(0), blue) == blue);
    CHECK(blend(red.with_alpha(0.5), blue) == Color::rgb(0x80007F));
}
