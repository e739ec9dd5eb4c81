#pragma once
// GIFs, piece by piece.

#include "base/geometry.h"

#include <string>

namespace kiosk {

/// What a GIF says before its first frame: the side of its square canvas and two colours, grey and white.
std::string gif_start(int side);

struct GifPlace {
    Point at;
    bool is_interlaced = false;
};
/// A frame of these codes, which start with so many bits and one.
std::string gif_frame(Size, int code_bits, std::string const& codes, GifPlace const& = {});

/// The codes of pixels that are each "0" or "1", for frames of two bits.
std::string plain_codes(std::string const& pixels);

/// The codes of pixels of the first colour, seven million of them in 6 kB.
std::string lzw_zeros(int pixels);

}
