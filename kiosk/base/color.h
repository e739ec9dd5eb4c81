#pragma once
// A colour as sRGB bytes with straight (not premultiplied) alpha.

#include <cstdint>

namespace kiosk {

struct Color {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    bool operator==(Color const&) const = default;

    static constexpr Color rgb(std::uint32_t hex) {
        return {std::uint8_t(hex >> 16), std::uint8_t(hex >> 8), std::uint8_t(hex), 255};
    }
    constexpr Color with_alpha(double alpha) const { return {r, g, b, std::uint8_t(alpha * 255 + 0.5)}; }
};

/// WCAG 2.2 contrast ratio of two opaque colours, 1 to 21 (definition of "contrast ratio").
double contrast(Color, Color);

/// `over` laid on the opaque colour `ground`.
Color blend(Color over, Color ground);

}
