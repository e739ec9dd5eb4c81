#pragma once
// Points, sizes and rectangles in whole device pixels; y grows downwards.
// Whole pixels on purpose: what is laid out is copied 1:1, which keeps edges crisp and software drawing fast.

#include <algorithm>

namespace kiosk {

struct Point {
    int x = 0, y = 0;
    bool operator==(Point const&) const = default;
};

struct Size {
    int w = 0, h = 0;
    bool operator==(Size const&) const = default;
    auto operator<=>(Size const&) const = default;
};

struct Rect {
    int x = 0, y = 0, w = 0, h = 0;
    bool operator==(Rect const&) const = default;

    int right() const { return x + w; }
    int bottom() const { return y + h; }
    Size size() const { return {w, h}; }
    bool empty() const { return w <= 0 || h <= 0; }
    bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    bool contains(Rect const& r) const {
        return r.x >= x && r.y >= y && r.right() <= right() && r.bottom() <= bottom();
    }
    bool overlaps(Rect const& r) const { return !intersected(r).empty(); }

    Rect inset(int by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
    Rect moved(int dx, int dy) const { return {x + dx, y + dy, w, h}; }
    Rect intersected(Rect const& r) const {
        int left = std::max(x, r.x), top = std::max(y, r.y);
        return {left, top, std::min(right(), r.right()) - left, std::min(bottom(), r.bottom()) - top};
    }
    /// The smallest rectangle around both; an empty one does not count.
    Rect united(Rect const& r) const {
        if (empty()) return r;
        if (r.empty()) return *this;
        int left = std::min(x, r.x), top = std::min(y, r.y);
        return {left, top, std::max(right(), r.right()) - left, std::max(bottom(), r.bottom()) - top};
    }
};

}
