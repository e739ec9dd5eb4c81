#include "decode/colour.h"

#include "base/handle.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include <lcms2.h>

namespace kiosk {

namespace {

using Profile = std::unique_ptr<void, FreeWith<cmsCloseProfile>>;
using Transform = std::unique_ptr<void, FreeWith<cmsDeleteTransform>>;

bool is_print(Channels channels) { return channels == Channels::Cmyk || channels == Channels::InvertedCmyk; }

/// How lcms2 is to read the pixels; 0 if a profile of this colour space has nothing to say about them.
cmsUInt32Number input_format(Channels channels, Alpha alpha, cmsColorSpaceSignature space) {
    if (is_print(channels)) {
        if (space != cmsSigCmykData) return 0;
        return channels == Channels::Cmyk ? TYPE_CMYK_8 : TYPE_CMYK_8_REV;
    }
    if (space == cmsSigRgbData) {
        return channels == Channels::Rgba ? TYPE_RGBA_8 : TYPE_BGRA_8;
    }
    // All three channels hold the same grey; alpha, the fourth, would have to be the second to be kept.
    if (space == cmsSigGrayData && alpha == Alpha::None) {
        return COLORSPACE_SH(PT_GRAY) | CHANNELS_SH(1) | EXTRA_SH(3) | BYTES_SH(1);
    }
    return 0;
}

/// Nothing if the profile is of no use.
Transform transform_to_srgb(Channels channels, Alpha alpha, std::span<std::uint8_t const> bytes) {
    Profile from{cmsOpenProfileFromMem(bytes.data(), cmsUInt32Number(bytes.size()))};
    if (!from) return {};
    cmsUInt32Number format = input_format(channels, alpha, cmsGetColorSpace(from.get()));
    if (format == 0) return {};
    Profile srgb{cmsCreate_sRGBProfile()};
    bool has_alpha = alpha == Alpha::Premultiplied;
    return Transform{cmsCreateTransform(
        from.get(), format, srgb.get(), TYPE_BGRA_8, INTENT_RELATIVE_COLORIMETRIC,
        cmsUInt32Number(cmsFLAGS_BLACKPOINTCOMPENSATION | (has_alpha ? cmsFLAGS_COPY_ALPHA : 0)))};
}

/// lcms2 wants straight alpha; what it says it can do with the other kind it does wrongly (2.14).
void unmultiply(std::uint32_t* row, int pixels) {
    auto* bytes = reinterpret_cast<std::uint8_t*>(row);
    for (int x = 0; x < pixels; ++x, bytes += 4) {
        unsigned alpha = bytes[3];
        if (alpha == 0 || alpha == 255) continue;
        for (int c = 0; c < 3; ++c)
            bytes[c] = std::uint8_t(std::min((bytes[c] * 255 + alpha / 2) / alpha, 255u));
    }
}

void set_opaque(std::uint32_t* row, int pixels) {
    for (int x = 0; x < pixels; ++x) row[x] |= 0xFF000000;
}

/// Files can claim colours stronger than their alpha, and blending relies on there being none.
void bound_by_alpha(std::uint32_t* row, int pixels) {
    auto* bytes = reinterpret_cast<std::uint8_t*>(row);
    for (int x = 0; x < pixels; ++x, bytes += 4) {
        for (int c = 0; c < 3; ++c) bytes[c] = std::min(bytes[c], bytes[3]);
    }
}

void swap_red_and_blue(std::uint32_t* row, int pixels) {
    for (int x = 0; x < pixels; ++x) {
        row[x] = (row[x] & 0xFF00FF00) | (row[x] & 0xFF) << 16 | (row[x] >> 16 & 0xFF);
    }
}

/// The share of the paper that looks covered: thin tints look lighter than their number.
constexpr std::array<float, 256> covered = [] {
    std::array<float, 256> shares{};
    for (std::size_t i = 0; i < shares.size(); ++i) {
        float ink = float(i) / 255;
        shares[i] = ink * (0.74f + 0.26f * ink);
    }
    return shares;
}();

struct Rgb {
    float r, g, b;
};

Rgb mix(Rgb bare, Rgb inked, float share) {
    return {bare.r + (inked.r - bare.r) * share, bare.g + (inked.g - bare.g) * share,
            bare.b + (inked.b - bare.b) * share};
}

// What the inks and their overprints look like on coated paper (Fogra39) with paper white as white.
constexpr Rgb paper{255, 255, 255}, cyan{0, 159, 227}, magenta{230, 0, 126}, yellow{255, 237, 0};
constexpr Rgb magenta_yellow{227, 6, 19}, cyan_yellow{0, 150, 64}, cyan_magenta{49, 39, 131};
constexpr Rgb three_inks{55, 52, 53};
constexpr float black = 29.0f / 255;

std::uint32_t printed(float c, float m, float y, float k) {
    Rgb without_yellow = mix(mix(paper, cyan, c), mix(magenta, cyan_magenta, c), m);
    Rgb with_yellow = mix(mix(yellow, cyan_yellow, c), mix(magenta_yellow, three_inks, c), m);
    Rgb colour = mix(without_yellow, with_yellow, y);
    float light = 1 + (black - 1) * k;
    auto channel = [&](float value) { return std::uint32_t(value * light + 0.5f); };
    return 0xFF000000 | channel(colour.r) << 16 | channel(colour.g) << 8 | channel(colour.b);
}

void print_row(std::uint32_t* row, int pixels, bool is_inverted) {
    std::uint32_t const flip = is_inverted ? 0xFFFFFFFF : 0;
    for (int x = 0; x < pixels; ++x) {
        std::uint32_t inks = row[x] ^ flip;
        row[x] = printed(covered[inks & 0xFF], covered[inks >> 8 & 0xFF], covered[inks >> 16 & 0xFF],
                         covered[inks >> 24]);
    }
}

void assume_usual_colours(std::uint32_t* row, int pixels, Channels channels) {
    if (is_print(channels)) print_row(row, pixels, channels == Channels::InvertedCmyk);
    if (channels == Channels::Rgba) swap_red_and_blue(row, pixels);
}

/// Most profiles are sRGB itself, or so near that nobody sees it, and converting costs more than scaling.
bool is_like_srgb(cmsHTRANSFORM transform, Channels channels) {
    if (is_print(channels)) return false;
    std::vector<std::uint32_t> as_is, converted;
    for (std::uint32_t i = 0; i < 125; ++i) {
        auto level = [](std::uint32_t step) { return step % 5 * 63; };
        as_is.push_back(0xFF000000 | level(i) << 16 | level(i / 5) << 8 | level(i / 25));
    }
    converted = as_is;
    int const count = int(as_is.size());
    cmsDoTransform(transform, converted.data(), converted.data(), cmsUInt32Number(count));
    assume_usual_colours(as_is.data(), count, channels);
    for (std::size_t i = 0; i < as_is.size(); ++i) {
        for (int shift : {0, 8, 16}) {
            if (std::abs(int(as_is[i] >> shift & 0xFF) - int(converted[i] >> shift & 0xFF)) > 2) return false;
        }
    }
    return true;
}

}

void to_srgb(Bitmap& bitmap, Channels channels, Alpha alpha, std::span<std::uint8_t const> profile) {
    Transform transform;
    if (!profile.empty()) transform = transform_to_srgb(channels, alpha, profile);
    if (transform && is_like_srgb(transform.get(), channels)) transform.reset();
    auto [w, h] = bitmap.size();
    for (int y = 0; y < h; ++y) {
        std::uint32_t* row = bitmap.row(y);
        if (transform) {
            if (alpha == Alpha::Premultiplied) unmultiply(row, w);
            cmsDoTransform(transform.get(), row, row, cmsUInt32Number(w));
            if (alpha == Alpha::Premultiplied) premultiply(reinterpret_cast<std::uint8_t*>(row), w);
        } else {
            assume_usual_colours(row, w, channels);
        }
        if (alpha == Alpha::None) {
            set_opaque(row, w);
        } else {
            bound_by_alpha(row, w);
        }
    }
}

std::vector<std::uint8_t> rgb_profile(Primaries const& primaries) {
    cmsCIExyY const daylight{0.3127, 0.3290, 1};
    auto place = [](Primaries::Place at) { return cmsCIExyY{at.x, at.y, 1}; };
    cmsCIExyYTRIPLE const colours{place(primaries.red), place(primaries.green), place(primaries.blue)};
    double const srgb[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    constexpr int linear_then_power = 4;
    cmsToneCurve* curve = cmsBuildParametricToneCurve(nullptr, linear_then_power, srgb);
    cmsToneCurve* curves[] = {curve, curve, curve};
    Profile profile{cmsCreateRGBProfile(&daylight, &colours, curves)};
    cmsFreeToneCurve(curve);
    cmsUInt32Number size = 0;
    if (!profile || !cmsSaveProfileToMem(profile.get(), nullptr, &size)) return {};
    std::vector<std::uint8_t> bytes(size);
    if (!cmsSaveProfileToMem(profile.get(), bytes.data(), &size)) return {};
    return bytes;
}

void premultiply(std::uint8_t* row, int pixels) {
    for (std::uint8_t* end = row + std::ptrdiff_t(pixels) * 4; row != end; row += 4) {
        unsigned alpha = row[3];
        for (int c = 0; c < 3; ++c) row[c] = std::uint8_t((row[c] * alpha + 127) / 255);
    }
}

}
