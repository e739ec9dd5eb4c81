#include "fuzz/mutation.h"

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
    if (file.empty()) return;  // Another change has left nothing.
    char& byte = file[chance.below(file.size())];
    byte = char(byte ^ 1 << chance.below(8));
}

void set_number(std::string& file, Chance& chance) {
    int const bytes = 1 << chance.below(3);
    std::uint32_t value = chance.one_of(edges);
    std::string number;
    for (int i = 0; i < bytes; ++i) number += char(value >> 8 * i);
    if (chance.below(2)) std::ranges::reverse(number);
    std::size_t at = chance.below(file.size());
    file.replace(at, number.size(), number);
}

void cut_piece(std::string& file, Chance& chance) {
    std::size_t at = chance.below(file.size());
    file.erase(at, 1 + chance.below(64));
}

void repeat_piece(std::string& file, Chance& chance) {
    std::string const piece = file.substr(chance.below(file.size()), 1 + chance.below(256));
    std::size_t const at = chance.below(file.size());
    for (std::size_t left = 1 + chance.below(16); left > 0; --left) file.insert(at, piece);
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

std::string mutated(std::vector<std::string> const& seeds, std::uint64_t number) {
    constexpr std::array changes = {flip_bit,  flip_bit,     set_number, set_number,   set_number,
                                    cut_piece, repeat_piece, cut_end,    write_number, write_number};
    Chance chance{number};
    std::string file = chance.one_of(seeds);
    for (std::size_t left = 1 + chance.below(6); left > 0; --left) chance.one_of(changes)(file, chance);
    return file;
}

}
