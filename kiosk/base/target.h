#pragma once
// Pixels that somebody else owns, to be painted into: the window's surface, or a Bitmap. Format as in Bitmap,
// but rows may be further apart.

#include "base/bitmap.h"

namespace kiosk {

struct Target {
    std::uint32_t* pixels = nullptr;
    std::size_t pitch = 0;  ///< Bytes from one row to the next.
    Size size;

    std::uint32_t* row(int y) const {
        auto* bytes = reinterpret_cast<std::byte*>(pixels);
        return reinterpret_cast<std::uint32_t*>(bytes + std::size_t(y) * pitch);
    }
};

inline Target target_of(Bitmap& bitmap) {
    return {bitmap.row(0), std::size_t(bitmap.size().w) * 4, bitmap.size()};
}

}
