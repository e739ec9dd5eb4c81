#pragma once
// Reads numbers out of bytes that may end anywhere: what lies beyond the end reads as 0.

#include "decode/decode.h"

#include <string_view>

namespace kiosk {

struct ByteReader {
    PictureBytes bytes;
    bool big_endian = false;

    std::uint32_t u8(std::size_t at) const { return at < bytes.size() ? bytes[at] : 0u; }
    std::uint32_t u16(std::size_t at) const {
        return big_endian ? u8(at) << 8 | u8(at + 1) : u8(at + 1) << 8 | u8(at);
    }
    std::uint32_t u32(std::size_t at) const {
        return big_endian ? u16(at) << 16 | u16(at + 2) : u16(at + 2) << 16 | u16(at);
    }
    bool holds(std::size_t at, std::string_view text) const {
        return at <= bytes.size() && bytes.size() - at >= text.size() &&
               std::string_view{reinterpret_cast<char const*>(bytes.data()) + at, text.size()} == text;
    }
    ByteReader from(std::size_t at) const { return {bytes.subspan(std::min(at, bytes.size())), big_endian}; }
};

}
