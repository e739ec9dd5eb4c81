#include "decode/resize.h"

#include <bit>
#include <cmath>
#include <numeric>
#include <span>
#include <vector>

namespace kiosk {

namespace {

// Machines with AVX2 take the faster copy of a function. Its sums are the same, so pictures do not depend on
// the machine. Sanitizers do not stand the choice at load time.
#if defined(__x86_64__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&                          \
    !defined(__SANITIZE_THREAD__)
#define FAST_COPIES [[gnu::target_clones("default", "avx2")]]
#else
#define FAST_COPIES
#endif

// The compiler's own vectors: one pixel's four channels in one register, on any processor.
using Floats = float __attribute__((vector_size(16)));
using Bytes = std::uint8_t __attribute__((vector_size(4)));

struct Light {
    Floats channels{};
};

/// A sharp filter overshoots at edges; where that makes a colour stronger than its alpha allows, alpha wins.
std::uint32_t store(Floats channels, bool is_premultiplied) {
    channels += 0.5f;
    float bound = is_premultiplied ? std::clamp(channels[3], 0.0f, 255.0f) : 255.0f;
    Floats most = {bound, bound, bound, bound};
    channels = channels < most ? channels : most;
    channels = channels > Floats{} ? channels : Floats{};
    return std::bit_cast<std::uint32_t>(__builtin_convertvector(channels, Bytes));
}

/// Catmull-Rom: reaches two pixels to either side and keeps edges sharp.
float kernel(double distance) {
    double d = std::abs(distance);
    if (d < 1) return float((1.5 * d - 2.5) * d * d + 1);
    if (d < 2) return float(((2.5 - 0.5 * d) * d - 4) * d + 2);
    return 0;
}

// Weights are whole numbers of this size, so that whole-number sums of them are exact.
constexpr float one = 16384;

/// What each pixel of a row or column of the result is made of: `taps` pixels of the picture from `first` on.
struct Axis {
    int taps = 0;
    std::vector<int> first;
    std::vector<float> weights;  ///< `taps` for each pixel; their sum is `one`.

    float const* weights_of(std::size_t i) const { return &weights[i * std::size_t(taps)]; }
    int end() const { return first.back() + taps; }
};

/// Makes whole numbers of the weights; what one loses to rounding, the next gets, so that the sum is `one`.
void make_whole(std::span<float> weights) {
    float scale = one / std::accumulate(weights.begin(), weights.end(), 0.0f), left_over = 0;
    for (float& weight : weights) {
        float exact = weight * scale + left_over;
        weight = std::round(exact);
        left_over = exact - weight;
    }
}

Axis axis(int length, double start, double shown, int pixels) {
    double step = shown / pixels, stretch = std::max(1.0, step);
    Axis result;
    result.taps = std::min(length, int(std::ceil(4 * stretch)) + 1);
    for (int i = 0; i < pixels; ++i) {
        double middle = start + (i + 0.5) * step;
        int first = std::clamp(int(std::floor(middle - 2 * stretch)), 0, length - result.taps);
        result.first.push_back(first);
        for (int k = 0; k < result.taps; ++k) {
            result.weights.push_back(kernel((first + k + 0.5 - middle) / stretch));
        }
        make_whole(std::span{result.weights}.last(std::size_t(result.taps)));
    }
    return result;
}

// A row of weighted sums, four channels a pixel, with 5 bits after the point; 16 bits leave room for
// overshoot.
using Sums = std::vector<std::int16_t>;
constexpr float sums_one = 32;

/// Adds pixels begin to end of a row, times the weight.
FAST_COPIES void add_row(Sums& sums, std::uint32_t const* row, float weight, int begin, int end) {
    auto const* bytes = reinterpret_cast<std::uint8_t const*>(row);
    auto const factor = std::int16_t(weight);
    std::int16_t* sum = sums.data();
    for (int i = begin * 4; i < end * 4; ++i) {
        sum[i] = std::int16_t(sum[i] + ((std::int16_t(bytes[i] << 7) * factor) >> 16));
    }
}

FAST_COPIES void to_light(std::vector<Light>& line, Sums const& sums) {
    auto* channels = reinterpret_cast<float*>(line.data());
    for (std::size_t i = 0; i < sums.size(); ++i) channels[i] = float(sums[i]) / (sums_one * one);
}

FAST_COPIES void gather_row(std::uint32_t* row, std::vector<Light> const& line, Axis const& across,
                            bool is_premultiplied) {
    for (std::size_t x = 0; x < across.first.size(); ++x) {
        Light const* from = &line[std::size_t(across.first[x])];
        float const* weights = across.weights_of(x);
        Floats sum{};
        for (int k = 0; k < across.taps; ++k) sum += weights[k] * from[k].channels;
        row[x] = store(sum, is_premultiplied);
    }
}

}

// Each row of the result is gathered first from the picture's rows, then from the pixels of that one sum:
// nothing larger than a row lies in between.
Bitmap resize(Bitmap picture, Excerpt const& part, bool is_premultiplied) {
    auto [w, h] = picture.size();
    if (part.shown == picture.size() && part.w == w && part.h == h) return picture;
    Axis across = axis(w, part.x, part.w, part.shown.w), down = axis(h, part.y, part.h, part.shown.h);
    Bitmap result{part.shown};
    auto line = std::vector<Light>(std::size_t(w));
    for (int y = 0; y < part.shown.h; ++y) {
        // Each addition rounds down by half a unit on average; that is given in advance.
        auto sums = Sums(std::size_t(w) * 4, std::int16_t(down.taps / 2));
        for (int k = 0; k < down.taps; ++k) {
            int from = down.first[std::size_t(y)] + k;
            add_row(sums, picture.row(from), down.weights_of(std::size_t(y))[k], across.first[0],
                    across.end());
        }
        to_light(line, sums);
        gather_row(result.row(y), line, across, is_premultiplied);
    }
    return result;
}

}
