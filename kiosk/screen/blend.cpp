#include "screen/blend.h"

#include <algorithm>
#include <cmath>
#include <cstring>

// One body, compiled once for AVX2 and once for any x86-64; the loader picks. Sanitizers are not ready yet
// when the loader asks.
#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define DALA_VECTORISED __attribute__((target_clones("avx2", "default")))
#else
#define DALA_VECTORISED
#endif

namespace kiosk {

namespace {

/// `t` is in 256ths, so that every sum fits 16 bits: 255 * 256 + 128.
DALA_VECTORISED
void fade_row(std::uint8_t* __restrict into, std::uint8_t const* __restrict from,
              std::uint8_t const* __restrict to, std::size_t bytes, std::uint16_t t) {
    std::uint16_t const rest = std::uint16_t(256 - t);
    for (std::size_t i = 0; i < bytes; ++i)
        into[i] = std::uint8_t(std::uint16_t(from[i] * rest + to[i] * t + 128) >> 8);
}

/// Two channels at a time; (x + 128 + (x >> 8)) >> 8 is x / 255 rounded.
DALA_VECTORISED
void over_row(std::uint32_t* __restrict into, std::uint32_t const* __restrict top, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        std::uint32_t const rest = 255 - (top[i] >> 24);
        std::uint32_t even = (into[i] & 0x00ff00ff) * rest + 0x00800080;
        std::uint32_t odd = ((into[i] >> 8) & 0x00ff00ff) * rest + 0x00800080;
        even = ((even + ((even >> 8) & 0x00ff00ff)) >> 8) & 0x00ff00ff;
        odd = (odd + ((odd >> 8) & 0x00ff00ff)) & 0xff00ff00;
        into[i] = top[i] + (even | odd);
    }
}

/// Two channels at a time; their shares fit 16 bits as in fade_row.
DALA_VECTORISED
void stretch_row(std::uint32_t* __restrict into, std::uint32_t const* __restrict from,
                 int const* __restrict columns, std::uint32_t const* __restrict shares, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        std::uint32_t const a = from[columns[i]], b = from[columns[i] + 1], t = shares[i], rest = 256 - t;
        std::uint32_t const even = (a & 0x00ff00ff) * rest + (b & 0x00ff00ff) * t + 0x00800080;
        std::uint32_t const odd = ((a >> 8) & 0x00ff00ff) * rest + ((b >> 8) & 0x00ff00ff) * t + 0x00800080;
        into[i] = ((even >> 8) & 0x00ff00ff) | (odd & 0xff00ff00);
    }
}

}

void fade(std::uint32_t* into, std::uint32_t const* from, std::uint32_t const* to, int count, int share) {
    fade_row(reinterpret_cast<std::uint8_t*>(into), reinterpret_cast<std::uint8_t const*>(from),
             reinterpret_cast<std::uint8_t const*>(to), std::size_t(count) * 4, std::uint16_t(share));
}

void over(std::uint32_t* into, std::uint32_t const* top, int count) {
    over_row(into, top, std::size_t(count));
}

void stretch(std::uint32_t* into, std::uint32_t const* from, Stretch const& how) {
    stretch_row(into, from, how.columns.data(), how.shares.data(), how.columns.size());
}

void copy(Bitmap const& frame, Rect part, Target target) {
    for (int y = part.y; y < part.bottom(); ++y)
        std::memcpy(target.row(y) + part.x, frame.row(y) + part.x, std::size_t(part.w) * 4);
}

void crossfade(std::uint32_t const* from, std::uint32_t const* to, double t, int slide_px, Target target,
               int y) {
    int const share = int(std::lround(std::clamp(t, 0.0, 1.0) * 256));
    int const width = target.size.w;
    int const shift = std::clamp(slide_px, -width, width);
    int const left = std::max(shift, 0), gap = std::abs(shift), rest = width - gap;
    int const gap_at = shift > 0 ? 0 : rest;
    std::uint32_t* into = target.row(y);
    fade(into + left, from + left, to + std::max(-shift, 0), rest, share);
    std::uint32_t const edge = to[shift > 0 ? 0 : width - 1];
    for (int x = gap_at; x < gap_at + gap; ++x) fade(into + x, from + x, &edge, 1, share);
}

void lay_over(Bitmap const& picture, Point at, Rect clip, Target target) {
    Rect const part = Rect{at.x, at.y, picture.size().w, picture.size().h}.intersected(clip).intersected(
        {0, 0, target.size.w, target.size.h});
    if (part.empty()) return;
    for (int y = part.y; y < part.bottom(); ++y)
        over(target.row(y) + part.x, picture.row(y - at.y) + (part.x - at.x), part.w);
}

}
