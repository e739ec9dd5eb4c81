#include "base/geometry.h"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("a rectangle holds its left and top edge, not its right and bottom") {
    Rect const r{10, 20, 30, 40};
    CHECK(r.right() == 40);
    CHECK(r.bottom() == 60);
    CHECK(r.contains(Point{10, 20}));
    CHECK(r.contains(Point{39, 59}));
    CHECK_FALSE(r.contains(Point{40, 20}));
    CHECK_FALSE(r.contains(Point{10, 60}));
    CHECK_FALSE(r.contains(Point{9, 20}));
    CHECK(r.contains(r));
    CHECK_FALSE(r.contains(Rect{10, 20, 31, 40}));
}

TEST_CASE("rectangles that touch do not overlap") {
    Rect const r{0, 0, 10, 10};
    CHECK_FALSE(r.overlaps({10, 0, 5, 5}));
    CHECK_FALSE(r.overlaps({0, 10, 5, 5}));
    CHECK(r.overlaps({9, 9, 5, 5}));
    CHECK(r.intersected({5, 6, 10, 10}) == Rect{5, 6, 5, 4});
    CHECK(r.intersected({20, 20, 5, 5}).empty());
}

TEST_CASE("the union is the smallest around both, and an empty one does not count") {
    Rect const r{0, 0, 10, 10};
    CHECK(r.united({20, 5, 10, 10}) == Rect{0, 0, 30, 15});
    CHECK(r.united({100, 100, 0, 5}) == r);
    CHECK(Rect{}.united(r) == r);
}

TEST_CASE("inset and moved") {
    CHECK(Rect{0, 0, 10, 20}.inset(2) == Rect{2, 2, 6, 16});
    CHECK(Rect{0, 0, 10, 20}.inset(-1) == Rect{-1, -1, 12, 22});
    CHECK(Rect{0, 0, 3, 3}.inset(2).empty());
    CHECK(Rect{1, 2, 3, 4}.moved(-1, 5) == Rect{0, 7, 3, 4});
}
