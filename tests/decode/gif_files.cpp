#include "decode/gif_files.h"

#include "decode/pictures.h"

namespace kiosk {

namespace {

constexpr std::uint32_t clear = 4, end = 5;

/// Bits as a GIF packs them: the lowest first.
class Bits {
public:
    void add(std::uint32_t code, int width) {
        for (int i = 0; i < width; ++i, ++m_count) {
            if (m_count % 8 == 0) m_bytes += '\0';
            if (code >> i & 1) m_bytes.back() = char(m_bytes.back() | 1 << m_count % 8);
        }
    }
    std::string const& bytes() const { return m_bytes; }

private:
    std::string m_bytes;
    int m_count = 0;
};

}

std::string gif_start(int side) {
    std::string const sides = little(std::uint32_t(side), 2) + little(std::uint32_t(side), 2);
    return "GIF89a" + sides + little(0xF0, 3) + std::string(3, '\x7F') + std::string(3, '\xFF');
}

std::string gif_frame(Size size, int code_bits, std::string const& codes, GifPlace const& place) {
    std::string blocks, area;
    for (int number : {place.at.x, place.at.y, size.w, size.h}) area += little(std::uint32_t(number), 2);
    for (std::size_t at = 0; at < codes.size(); at += 255) {
        std::string block = codes.substr(at, 255);
        blocks += char(block.size()) + block;
    }
    return "," + area + (place.is_interlaced ? '\x40' : '\0') + char(code_bits) + blocks + '\0';
}

std::string plain_codes(std::string const& pixels) {
    Bits bits;
    for (char pixel : pixels) {
        // The table is cleared each time, so that the codes stay short.
        bits.add(clear, 3);
        bits.add(std::uint32_t(pixel - '0'), 3);
    }
    bits.add(end, 3);
    return bits.bytes();
}

// Every code stands for one pixel more than the code before, until the table is full.
std::string lzw_zeros(int pixels) {
    Bits bits;
    while (pixels > 0) {
        int width = 3, run = 2;
        bits.add(clear, width);
        bits.add(0, width);
        --pixels;
        for (std::uint32_t code = 6; code < 4095 && pixels > 0; ++code, ++run) {
            bits.add(code, width);
            pixels -= run;
            if (code + 1 == 1u << width && width < 12) ++width;
        }
    }
    bits.add(end, 12);
    return bits.bytes();
}

}
