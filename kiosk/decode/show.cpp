#include "decode/show.h"

#include "decode/resize.h"

#include <array>
#include <bit>
#include <cstring>

namespace kiosk {

namespace {

/// Where pixel (x, y) of a lying picture of size (w, h) belongs in the upright one.
Point upright_place(int orientation, int x, int y, Size lying) {
    int right = lying.w - 1 - x, bottom = lying.h - 1 - y;
    std::array<Point, 8> const places = {
        {{x, y}, {right, y}, {right, bottom}, {x, bottom}, {y, x}, {bottom, x}, {bottom, right}, {y, right}}};
    return places[std::size_t(orientation - 1)];
}

Bitmap turned(Bitmap lying, int orientation) {
    if (orientation == 1) return lying;
    auto [w, h] = lying.size();
    Bitmap upright{upright_size({w, h}, orientation)};
    // A step across or down the lying picture is the same distance everywhere in the upright one.
    auto position = [&](int x, int y) {
        Point place = upright_place(orientation, x, y, {w, h});
        return std::ptrdiff_t(place.y) * upright.size().w + place.x;
    };
    std::ptrdiff_t start = position(0, 0), across = position(1, 0) - start, down = position(0, 1) - start;
    for (int y = 0; y < h; ++y) {
        std::uint32_t* to = upright.row(0) + start + y * down;
        for (int x = 0; x < w; ++x) to[x * across] = lying.row(y)[x];
    }
    return upright;
}

}

Size upright_size(Size stored, int orientation) {
    return lies_on_side(orientation) ? Size{stored.h, stored.w} : stored;
}

Framing before_turning(Framing framing, int orientation) {
    if (lies_on_side(orientation)) {
        std::swap(framing.box.w, framing.box.h);
        std::swap(framing.focus_x, framing.focus_y);
    }
    if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8) {
        framing.focus_x = 1 - framing.focus_x;
    }
    if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) {
        framing.focus_y = 1 - framing.focus_y;
    }
    return framing;
}

int reduction(Size stored, int orientation, Framing const& framing) {
    Excerpt part = excerpt(stored.w, stored.h, before_turning(framing, orientation));
    for (int by : {8, 4, 2}) {
        if (part.w / by >= part.shown.w && part.h / by >= part.shown.h) return by;
    }
    return 1;
}

Inspection inspection(Format format, Size stored, Traits const& traits) {
    return {.format = format,
            .size = upright_size(stored, traits.orientation),
            .turned = traits.orientation != 1,
            .has_alpha = traits.alpha != Alpha::None,
            .has_profile = !traits.profile.empty()};
}

Bitmap show(Bitmap stored, Traits const& traits, Framing const& framing) {
    auto [w, h] = stored.size();
    Excerpt part = excerpt(w, h, before_turning(framing, traits.orientation));
    Bitmap fitted = resize(std::move(stored), part, traits.alpha == Alpha::Premultiplied);
    to_srgb(fitted, traits.channels, traits.alpha, traits.profile);
    return turned(std::move(fitted), traits.orientation);
}

RowSink::RowSink(Size size, Traits traits, Framing const& framing)
    : m_width(size.w),
      m_traits(std::move(traits)),
      m_framing(framing),
      m_by(reduction(size, m_traits.orientation, framing)),
      m_bitmap({size.w / m_by, size.h / m_by}),
      m_sums(m_by > 1 ? std::size_t(size.w) * 4 : 0) {}

void RowSink::add(std::uint8_t const* row) {
    int to = m_added++ / m_by;
    if (to >= m_bitmap.size().h) return;  // A last few that make no whole row.
    if (m_by == 1) {
        std::memcpy(m_bitmap.row(to), row, std::size_t(m_width) * 4);
        return;
    }
    std::uint16_t* sums = m_sums.data();
    for (std::size_t i = 0; i < m_sums.size(); ++i) sums[i] = std::uint16_t(sums[i] + row[i]);
    if (m_added % m_by == 0) store_reduced();
}

void RowSink::store_reduced() {
    auto* to = reinterpret_cast<std::uint8_t*>(m_bitmap.row(m_added / m_by - 1));
    int const shift = 2 * std::countr_zero(unsigned(m_by)), half = 1 << (shift - 1);
    std::uint16_t const* from = m_sums.data();
    for (int x = 0; x < m_bitmap.size().w; ++x, from += m_by * 4, to += 4) {
        for (int c = 0; c < 4; ++c) {
            int sum = half;
            for (int i = 0; i < m_by; ++i) sum += from[i * 4 + c];
            to[c] = std::uint8_t(sum >> shift);
        }
    }
    std::fill(m_sums.begin(), m_sums.end(), std::uint16_t(0));
}

Bitmap RowSink::finish() && { return show(std::move(m_bitmap), m_traits, m_framing); }

}
