#include "staff/sfnt.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace kiosk {
namespace {

/// Big-endian numbers at offsets from the file's start. Beyond the end everything is 0.
class Sfnt {
public:
    explicit Sfnt(std::string const& bytes) : m_bytes(bytes) {}

    std::size_t u8(std::size_t at) const {
        return at < m_bytes.size() ? static_cast<unsigned char>(m_bytes[at]) : 0;
    }
    std::size_t u16(std::size_t at) const { return u8(at) << 8 | u8(at + 1); }
    std::size_t u32(std::size_t at) const { return u16(at) << 16 | u16(at + 2); }
    int s16(std::size_t at) const { return std::int16_t(u16(at)); }
    bool has_tag(std::size_t at, std::string_view tag) const {
        return at < m_bytes.size() && m_bytes.compare(at, 4, tag) == 0;
    }

    /// Where a table begins; 0 if there is none.
    std::size_t table(std::string_view tag) const {
        for (std::size_t i = 0; i < u16(4); ++i) {
            if (std::size_t const entry = 12 + 16 * i; has_tag(entry, tag)) return u32(entry + 8);
        }
        return 0;
    }

private:
    std::string const& m_bytes;
};

/// The glyph of a letter, by a cmap of format 4; 0 if there is none.
std::size_t glyph_of(Sfnt const& font, std::size_t letter) {
    std::size_t const cmap = font.table("cmap");
    for (std::size_t i = 0; i < font.u16(cmap + 2); ++i) {
        std::size_t const sub = cmap + font.u32(cmap + 4 + 8 * i + 4), twice = font.u16(sub + 6);
        if (font.u16(sub) != 4) continue;
        for (std::size_t end = sub + 14; end < sub + 14 + twice; end += 2) {
            std::size_t const start = end + twice + 2, delta = start + twice, range = delta + twice;
            if (letter > font.u16(end) || letter < font.u16(start)) continue;
            std::size_t const offset = font.u16(range);
            std::size_t const base =
                offset ? font.u16(range + offset + 2 * (letter - font.u16(start))) : letter;
            return (base + font.u16(delta)) & 0xFFFF;
        }
    }
    return 0;
}

/// The place of a glyph in a coverage table; -1 if it is not there.
int coverage(Sfnt const& font, std::size_t at, std::size_t glyph) {
    bool const ranges = font.u16(at) == 2;
    for (std::size_t i = 0; i < font.u16(at + 2); ++i) {
        std::size_t const entry = at + 4 + i * (ranges ? 6 : 2);
        if (!ranges && font.u16(entry) == glyph) return int(i);
        if (ranges && glyph >= font.u16(entry) && glyph <= font.u16(entry + 2))
            return int(font.u16(entry + 4) + glyph - font.u16(entry));
    }
    return -1;
}

/// The substitution tables of the first feature of that name that is one glyph for another.
std::vector<std::size_t> substitutions(Sfnt const& font, std::string_view feature) {
    std::vector<std::size_t> tables;
    std::size_t const gsub = font.table("GSUB"), features = gsub + font.u16(gsub + 6),
                      lookups = gsub + font.u16(gsub + 8);
    for (std::size_t i = 0; gsub && i < font.u16(features) && tables.empty(); ++i) {
        std::size_t const entry = features + 2 + 6 * i, at = features + font.u16(entry + 4);
        for (std::size_t k = 0; font.has_tag(entry, feature) && k < font.u16(at + 2); ++k) {
            std::size_t const lookup = lookups + font.u16(lookups + 2 + 2 * font.u16(at + 4 + 2 * k));
            for (std::size_t t = 0; font.u16(lookup) == 1 && t < font.u16(lookup + 4); ++t)
                tables.push_back(lookup + font.u16(lookup + 6 + 2 * t));
        }
    }
    return tables;
}

std::size_t substituted(Sfnt const& font, std::vector<std::size_t> const& tables, std::size_t glyph) {
    for (std::size_t const table : tables) {
        int const place = coverage(font, table + font.u16(table + 2), glyph);
        if (place < 0) continue;
        bool const listed = font.u16(table) == 2;
        return listed ? font.u16(table + 6 + 2 * std::size_t(place)) : (glyph + font.u16(table + 4)) & 0xFFFF;
    }
    return glyph;
}

}

double em_height(std::string const& bytes) {
    Sfnt const font{bytes};
    std::size_t const head = font.table("head"), hhea = font.table("hhea");
    if (!head || !hhea || !font.u16(head + 18)) return 0;
    return double(font.s16(hhea + 4) - font.s16(hhea + 6)) / double(font.u16(head + 18));
}

void use_lining_figures(std::string& bytes) {
    Sfnt const font{bytes};
    std::vector<std::size_t> const tables = substitutions(font, "lnum");
    std::size_t const loca = font.table("loca"), hmtx = font.table("hmtx"),
                      wide = font.u16(font.table("head") + 50) ? 4 : 2;
    std::size_t const advances = font.u16(font.table("hhea") + 34);
    std::string const before = bytes;
    auto copy = [&](std::size_t table, std::size_t width, std::size_t from, std::size_t to) {
        std::size_t const source = table + width * from, target = table + width * to;
        if (table && std::max(source, target) + width <= bytes.size())
            bytes.replace(target, width, before, source, width);
    };
    for (std::size_t figure = '0'; figure <= '9'; ++figure) {
        std::size_t const old_style = glyph_of(font, figure), lining = substituted(font, tables, old_style);
        if (lining == old_style || std::max(lining, old_style) >= advances) continue;
        copy(loca, wide, lining, old_style);
        copy(hmtx, 4, lining, old_style);
    }
}

}
