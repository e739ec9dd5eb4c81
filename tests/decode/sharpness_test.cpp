// Scaling down: what is too fine to be shown becomes its mean, and not another pattern.

#include "decode/encoders.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <doctest/doctest.h>

namespace kiosk {

namespace {

constexpr int full_side = 1200;

Bitmap checker() {
    Bitmap bitmap{{full_side, full_side}};
    for (int y = 0; y < full_side; ++y) {
        for (int x = 0; x < full_side; ++x) bitmap.row(y)[x] = (x + y) % 2 ? white : 0xFF000000;
    }
    return bitmap;
}

/// Rings that get finer from the middle, to a pixel light and a pixel dark at the edge.
Bitmap rings() {
    Bitmap bitmap{{full_side, full_side}};
    for (int y = 0; y < full_side; ++y) {
        for (int x = 0; x < full_side; ++x) {
            double across = x - full_side / 2, down = y - full_side / 2;
            double wave = std::cos(std::numbers::pi * (across * across + down * down) / full_side);
            bitmap.row(y)[x] = 0xFF000000 | std::uint32_t(127.5 + 127.5 * wave + 0.5) * 0x010101;
        }
    }
    return bitmap;
}

/// How far the pixels are from grey, as a root mean square, where the rings in the file have from `finest`
/// pixels of the result to `coarsest`, light and dark together.
double contrast(Bitmap const& result, double finest, double coarsest) {
    int const side = result.size().w;
    double sum = 0, count = 0, scale = double(full_side) / side;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            double distance = std::hypot(x + 0.5 - side / 2.0, y + 0.5 - side / 2.0) * scale;
            double period = full_side / std::max(distance, 1.0) / scale;
            if (distance > full_side / 2.0 || period < finest || period > coarsest) continue;
            double off = (result.row(y)[x] & 0xFF) - 127.5;
            sum += off * off, ++count;
        }
    }
    return std::sqrt(sum / count);
}

}

TEST_CASE("a checker too fine to be shown becomes an even grey, whatever the format and the factor") {
    Bitmap const fine = checker();
    std::array const files = {png_with(fine, {}), png_with(fine, {.is_interlaced = true}),
                              jpeg(fine),         webp_with(fine),
                              bmp(fine),          tiff_with(fine, {})};
    for (std::size_t i = 0; i < files.size(); ++i) {
        for (int side : {600, 500, 390, 333, 150, 77, 10}) {
            CAPTURE(i);
            CAPTURE(side);
            auto bitmap = decoded(files[i], {.box = {side, side}});
            REQUIRE(bitmap);
            int darkest = 255, lightest = 0;
            for (int y = 2; y < side - 2; ++y) {
                for (int x = 2; x < side - 2; ++x) {
                    int grey = int(bitmap->row(y)[x] & 0xFF);
                    darkest = std::min(darkest, grey), lightest = std::max(lightest, grey);
                }
            }
            CHECK(darkest >= 122);
            CHECK(lightest <= 133);
        }
    }
}

TEST_CASE("rings too fine to be shown fade into grey, and those that can be shown stay") {
    std::string const file = png_with(rings(), {}), photo = jpeg(rings());
    for (int side : {1200, 700, 620, 450, 350, 250}) {
        for (std::string const& one : {file, photo}) {
            CAPTURE(side);
            auto bitmap = decoded(one, {.box = {side, side}});
            REQUIRE(bitmap);
            CHECK(contrast(*bitmap, 4, 100) > 75);
            if (side < 600) CHECK(contrast(*bitmap, 0, 1.3) < 20);
            // Where the whole of it is scaled at once.
            if (side > 600 && side < 1200) CHECK(contrast(*bitmap, 0, 1.3) < 7);
        }
    }
}

}
