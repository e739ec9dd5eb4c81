#include "screen/motion.h"

#include <algorithm>
#include <cmath>

namespace kiosk {
namespace {

/// A place between two neighbours: `share` 256ths on from `first`.
struct Between {
    int first;
    std::uint32_t share;
};

Between between(double place, int size) {
    double const inside = std::clamp(place, 0.0, size - 1.0);
    int const first = std::min(int(inside), size - 2);
    return {first, std::uint32_t(std::lround((inside - first) * 256))};
}

/// In one direction: first all of `size` pixels are on `seen`, in the end as many as there are, from `rest`
/// on.
struct Glide {
    double start, step;

    Glide(int size, int seen, int rest, double progress)
        : start(progress * rest), step((size + (seen - size) * progress) / seen) {}

    /// Where the middle of a pixel of the screen lies, counted from the middle of the first of the picture.
    double at(int pixel) const { return start + (pixel + 0.5) * step - 0.5; }
};

}

LayerRows::LayerRows(Bitmap const& sheet, std::optional<MovingPicture> const& moving)
    : m_sheet(sheet), m_moving(moving) {
    if (!m_moving) return;
    Size const size = m_moving->pixels->size(), seen = place().size();
    Point const rest = m_moving->rest;
    Glide const across(size.w, seen.w, rest.x, m_moving->progress);
    for (int x = 0; x < seen.w; ++x) {
        auto const [column, share] = between(across.at(x), size.w);
        m_across.columns.push_back(column);
        m_across.shares.push_back(share);
    }
    Glide const down(size.h, seen.h, rest.y, m_moving->progress);
    m_top = down.at(0);
    m_step = down.step;
}

/// The picture with what was painted over it, from where it begins in the row. One that is not opaque stands
/// on black.
void LayerRows::lay_beneath(int y, std::uint32_t* into, Scratch& scratch) const {
    Rect const rect = place();
    Bitmap const& picture = *m_moving->pixels;
    int const width = picture.size().w;
    scratch.between.resize(std::size_t(width));
    auto const [first, share] = between(m_top + (y - rect.y) * m_step, picture.size().h);
    fade(scratch.between.data(), picture.row(first), picture.row(first + 1), width, int(share));
    stretch(into, scratch.between.data(), m_across);
    over(into, m_sheet.row(y) + rect.x, rect.w);
}

std::uint32_t const* LayerRows::row(int y, Scratch& scratch) const {
    std::uint32_t const* painted = m_sheet.row(y);
    Rect const rect = place();
    if (y < rect.y || y >= rect.bottom()) return painted;
    scratch.row.resize(std::size_t(m_sheet.size().w));
    std::copy(painted, painted + rect.x, scratch.row.begin());
    lay_beneath(y, scratch.row.data() + rect.x, scratch);
    std::copy(painted + rect.right(), painted + m_sheet.size().w, scratch.row.begin() + rect.right());
    return scratch.row.data();
}

void LayerRows::copy_row(int y, Rect part, Target target, Scratch& scratch) const {
    if (part.x == place().x && part.w == place().w && y >= place().y && y < place().bottom())
        return lay_beneath(y, target.row(y) + part.x, scratch);
    std::uint32_t const* whole = row(y, scratch);
    std::copy(whole + part.x, whole + part.right(), target.row(y) + part.x);
}

}
