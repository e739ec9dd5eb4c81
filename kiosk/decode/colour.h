#pragma once
// From whatever colours a file holds to the screen's: sRGB, 0xAARRGGBB, premultiplied. Any thread.

#include "base/bitmap.h"

#include <span>
#include <vector>

namespace kiosk {

/// What the four bytes of a pixel are, in the order of their addresses.
enum class Channels {
    Bgra,  ///< Ours.
    Rgba,
    Cmyk,          ///< 255 is full ink.
    InvertedCmyk,  ///< 0 is full ink, as Adobe's programs write JPEGs.
};

enum class Alpha {
    None,           ///< The fourth byte says nothing, or is the black ink.
    Premultiplied,  ///< The fourth byte bounds the others.
};

/// Converts every pixel in place. A profile that is empty, damaged or for another kind of pixels counts as
/// none: then RGB is taken for sRGB and CMYK for European offset print on coated paper (Fogra39).
void to_srgb(Bitmap&, Channels, Alpha, std::span<std::uint8_t const> profile);

/// Where red, green and blue lie in the chromaticity diagram (x, y), under daylight (D65).
struct Primaries {
    struct Place {
        double x, y;
    } red, green, blue;
};
inline constexpr Primaries display_p3{{0.680, 0.320}, {0.265, 0.690}, {0.150, 0.060}};
inline constexpr Primaries bt2020{{0.708, 0.292}, {0.170, 0.797}, {0.131, 0.046}};

/// An ICC profile of these primaries and sRGB's gradation.
std::vector<std::uint8_t> rgb_profile(Primaries const&);

/// For one row of straight alpha, four bytes a pixel, alpha last.
void premultiply(std::uint8_t* row, int pixels);

}
