#include "screen/shadow.h"

#include <cmath>
#include <cstring>
#include <vector>

namespace kiosk {

namespace {

constexpr std::size_t most_masks = 64;

CairoSurface alpha_surface(Size size) {
    return CairoSurface{cairo_image_surface_create(CAIRO_FORMAT_A8, size.w, size.h)};
}

struct Alpha {
    explicit Alpha(CairoSurface const& surface)
        : bytes(cairo_image_surface_get_data(surface.get())),
          stride(cairo_image_surface_get_stride(surface.get())),
          size{cairo_image_surface_get_width(surface.get()), cairo_image_surface_get_height(surface.get())} {}
    unsigned char* row(int y) const { return bytes + std::ptrdiff_t(y) * stride; }

    unsigned char* bytes;
    int stride;
    Size size;
};

/// Averages of 2 * radius + 1 neighbours along one line, by a running sum; outside is 0.
void box_blur(unsigned char* line, int count, int step, int radius, std::vector<unsigned char>& before) {
    for (int i = 0; i < count; ++i) before[std::size_t(i)] = line[std::ptrdiff_t(i) * step];
    int const width = 2 * radius + 1;
    int sum = 0;
    for (int i = 0; i < std::min(radius, count); ++i) sum += before[std::size_t(i)];
    for (int i = 0; i < count; ++i) {
        if (i + radius < count) sum += before[std::size_t(i + radius)];
        line[std::ptrdiff_t(i) * step] = static_cast<unsigned char>((sum + width / 2) / width);
        if (i - radius >= 0) sum -= before[std::size_t(i - radius)];
    }
}

// Three box blurs come close enough to a Gaussian.
void soften(Alpha const& mask, int radius) {
    std::vector<unsigned char> before(std::size_t(std::max(mask.size.w, mask.size.h)));
    for (int pass = 0; pass < 3; ++pass) {
        for (int y = 0; y < mask.size.h; ++y) box_blur(mask.row(y), mask.size.w, 1, radius, before);
        for (int x = 0; x < mask.size.w; ++x)
            box_blur(mask.bytes + x, mask.size.h, mask.stride, radius, before);
    }
}

/// Where a stretched line takes its pixel from: the ends 1:1, the middle repeated.
int source_of(int at, int length, int mask_length) {
    int const half = mask_length / 2;
    if (at < half) return at;
    if (at >= length - (mask_length - half)) return at - (length - mask_length);
    return half;
}

CairoSurface stretched(CairoSurface const& mask, Size size) {
    CairoSurface result = alpha_surface(size);
    Alpha const from(mask), to(result);
    int const left = from.size.w / 2, right = from.size.w - left;
    for (int y = 0; y < size.h; ++y) {
        unsigned char const* source = from.row(source_of(y, size.h, from.size.h));
        std::memcpy(to.row(y), source, std::size_t(left));
        std::memset(to.row(y) + left, source[left], std::size_t(size.w - left - right));
        std::memcpy(to.row(y) + size.w - right, source + left, std::size_t(right));
    }
    cairo_surface_mark_dirty(result.get());
    return result;
}

}

Shadows::Shadows(double scale)
    : m_drop(int(std::lround(10 * scale))), m_blur(std::max(3, int(std::lround(36 * scale)))) {}

Rect Shadows::reach(Rect const& rect) const {
    return rect.moved(0, m_drop).inset(-m_blur);
}

CairoSurface const& Shadows::mask(Size size, Corners const& corners) {
    Shape const shape{size.w, size.h, corners.tl, corners.tr, corners.br, corners.bl};
    if (auto known = m_masks.find(shape); known != m_masks.end()) return known->second;
    if (m_masks.size() >= most_masks) m_masks.clear();

    CairoSurface surface = alpha_surface({size.w + 2 * m_blur, size.h + 2 * m_blur});
    Cairo cr{cairo_create(surface.get())};
    add_rounded(cr.get(), {m_blur, m_blur, size.w, size.h}, corners);
    cairo_fill(cr.get());
    cairo_surface_flush(surface.get());
    soften(Alpha(surface), m_blur / 3);
    cairo_surface_mark_dirty(surface.get());
    return m_masks.emplace(shape, std::move(surface)).first->second;
}

void Shadows::draw(cairo_t* cr, Rect const& rect, Corners const& corners, Color ink) {
    // Beyond a corner and the blur on both its sides, every column and every row is like the next.
    int const largest = std::max({corners.tl, corners.tr, corners.br, corners.bl});
    int const enough = 2 * (largest + m_blur) + 1;
    CairoSurface const& blurred = mask({std::min(rect.w, enough), std::min(rect.h, enough)}, corners);
    Rect const around = reach(rect);
    CairoSurface whole = stretched(blurred, around.size());
    set_color(cr, ink.with_alpha(0.08));
    cairo_mask_surface(cr, whole.get(), around.x, around.y);
}

}
