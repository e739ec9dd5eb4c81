#include "decode/mutation.h"

#include "decode/encoders.h"
#include "decode/hostile.h"

#include <algorithm>
#include <array>
#include <random>

namespace kiosk {

namespace {

/// Unlike std::uniform_int_distribution the same with every library.
class Chance {
public:
    explicit Chance(std::uint64_t number) : m_generator(number) {}
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : m_generator() % bound; }
    template <class List> auto const& one_of(List const& list) { return list[below(std::size(list))]; }

private:
    std::mt19937_64 m_generator;
};

constexpr std::array<std::uint32_t, 12> edges = {0,      1,      0x7F,    0x80,       0xFF,       0x100,
                                                 0x7FFF, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF};

void flip_bit(std::string& file, Chance& chance) {
    char& byte = file[chance.below(file.size())];
    byte = char(byte ^ 1 << chance.below(8));
}

void set_number(std::string& file, Chance& chance) {
    int const bytes = 1 << chance.below(3);
    std::uint32_t value = chance.one_of(edges);
    std::string const number = chance.below(2) ? big(value, bytes) : little(value, bytes);
    std::size_t at = chance.below(file.size());
    file.replace(at, number.size(), number);
}

void cut_piece(std::string& file, Chance& chance) {
    std::size_t at = chance.below(file.size());
    file.erase(at, 1 + chance.below(64));
}

void repeat_piece(std::string& file, Chance& chance) {
    std::string const piece = file.substr(chance.below(file.size()), 1 + chance.below(256));
    file.insert(chance.below(file.size()), times(int(1 + chance.below(16)), piece));
}

void cut_end(std::string& file, Chance& chance) { file.resize(1 + chance.below(file.size())); }

/// A number as text, as SVG and PDF have them.
void write_number(std::string& file, Chance& chance) {
    std::size_t at = file.find_first_of("0123456789", chance.below(file.size()));
    if (at == file.npos) return;
    std::size_t end = std::min(file.find_first_not_of("0123456789.", at), file.size());
    constexpr std::array<std::string_view, 8> numbers = {"0",   "-1",  "1e-9",       "99999999999",
                                                         "1e9", "nan", "2147483648", "0.5"};
    file.replace(at, end - at, chance.one_of(numbers));
}

}

std::vector<std::string> fuzz_seeds() {
    Bitmap const picture = patches({40, 24}, {{red, 0xC0208040}, {0x80808080, yellow}});
    std::string const p3 = p3_profile();
    std::vector<std::string> seeds = {
        jpeg(picture),
        jpeg(picture, true),
        cmyk_jpeg(picture),
        with_profile(with_exif_orientation(jpeg(picture), 6), p3),
        png_with(picture, {.profile = p3, .orientation = 6}),
        png_with(picture, {.is_16_bit = true, .is_interlaced = true}),
        palette_png({40, 24}, green),
        webp_with(picture, p3, 6),
        animated_gif(),
        bmp(picture),
        tiff_with(picture, {.has_alpha = true, .profile = p3}),
        cmyk_tiff(picture, {.bits = 16}),
        tiff_with(picture, {.compression = 8}),
        heif(picture, false, p3),
        heif(picture, true),
        pdf({{"/MediaBox[0 0 30 10]/TrimBox[1 1 29 9]", "1 0 0 rg 0 0 9 9 re f"}}),
    };
    for (auto const& family : all_hostile) {
        for (HostileFile& file : family()) {
            constexpr std::size_t longest = 20'000;
            if (!file.is_bomb && file.bytes.size() > 1 && file.bytes.size() < longest) {
                seeds.push_back(std::move(file.bytes));
            }
        }
    }
    return seeds;
}

std::string mutated(std::vector<std::string> const& seeds, std::uint64_t number) {
    constexpr std::array changes = {flip_bit,  flip_bit,     set_number, set_number,   set_number,
                                    cut_piece, repeat_piece, cut_end,    write_number, write_number};
    Chance chance{number};
    std::string file = chance.one_of(seeds);
    for (std::size_t left = 1 + chance.below(6); left > 0; --left) chance.one_of(changes)(file, chance);
    return file;
}

}
