#include "base/color.h"

#include <algorithm>
#include <cmath>

namespace kiosk {
namespace {

// WCAG 2.2, "relative luminance".
double linear(std::uint8_t channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Color c) { return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b); }

}

double contrast(Color one, Color other) {
    double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

Color blend(Color over, Color ground) {
    auto mix = [&](std::uint8_t top, std::uint8_t below) {
        return std::uint8_t((top * over.a + below * (255 - over.a) + 127) / 255);
    };
    return {mix(over.r, ground.r), mix(over.g, ground.g), mix(over.b, ground.b), 255};
}

}
