#pragma once
// Pixels in memory: 32-bit, premultiplied alpha, native-endian 0xAARRGGBB (Cairo's ARGB32, SDL's ARGB8888),
// rows packed. Owned; moves are cheap.

#include "base/geometry.h"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace kiosk {

/// Deleter of a bitmap's mapped memory.
struct UnmapPixels {
    std::size_t bytes = 0;
    void operator()(std::uint32_t*) const;
};

class Bitmap {
public:
    Bitmap() = default;
    /// Pixels are not initialised: whoever makes a bitmap fills it. Throws std::bad_alloc like new.
    explicit Bitmap(Size size);

    Size size() const { return m_size; }
    bool empty() const { return !m_pixels; }
    std::uint32_t* row(int y) { return m_pixels.get() + std::size_t(y) * std::size_t(m_size.w); }
    std::uint32_t const* row(int y) const { return m_pixels.get() + std::size_t(y) * std::size_t(m_size.w); }
    std::size_t bytes() const { return std::size_t(m_size.w) * std::size_t(m_size.h) * 4; }

private:
    Size m_size;
    std::unique_ptr<std::uint32_t[], UnmapPixels> m_pixels;
};

}
