#include "screen/pictures.h"

#include "screen/samples.h"

#include <doctest/doctest.h>

namespace kiosk {

namespace {

Size const box{100, 100};
constexpr std::size_t one = 100 * 100 * 4;

PictureKey key(char const* file) {
    return samples::key(file, box);
}

}

TEST_CASE("The store holds its limit and drops what was unused longest") {
    PictureStore store(3 * one);
    for (char const* file : {"a", "b", "c"}) store.put(key(file), Bitmap(box));
    store.keep({key("a")});
    store.keep({});
    store.put(key("d"), Bitmap(box));
    CHECK(store.bytes() == 3 * one);
    CHECK(store.find(key("b")) == nullptr);
    CHECK(store.find(key("a")));
    CHECK(store.find(key("d")));
}

TEST_CASE("What the scene shows stays even beyond the limit") {
    PictureStore store(one);
    store.put(key("a"), Bitmap(box));
    store.keep({key("a"), key("b")});
    store.put(key("b"), Bitmap(box));
    store.keep({key("a"), key("b")});
    CHECK(store.bytes() == 2 * one);
    store.keep({key("b")});
    CHECK(store.bytes() == one);
    CHECK(store.find(key("a")) == nullptr);
}

TEST_CASE("A thousand pictures pass through without piling up") {
    PictureStore store(5 * one);
    for (int i = 0; i < 1000; ++i) {
        PictureKey const next = samples::key(std::to_string(i), box);
        store.put(next, Bitmap(box));
        store.keep({next});
        REQUIRE(store.bytes() <= 5 * one);
    }
}

TEST_CASE("The size, the fit, the focus and the state of the file are part of a picture's name") {
    PictureStore store(10 * one);
    PictureKey small = key("a"), other = key("a"), left = key("a"), changed = key("a");
    small.box = {50, 50};
    other.fit = Fit::Contain;
    left.focus.x = 0.1;
    changed.stamp = 7;
    store.put(key("a"), Bitmap(box));
    CHECK_FALSE(store.find(small));
    CHECK_FALSE(store.find(other));
    CHECK_FALSE(store.find(left));
    CHECK_FALSE(store.find(changed));
}

TEST_CASE("A failed picture is known to have failed until it comes") {
    PictureStore store(10 * one);
    CHECK_FALSE(store.failed(key("a")));
    store.fail(key("a"));
    CHECK(store.failed(key("a")));
    CHECK(store.find(key("a")) == nullptr);
    CHECK(store.edition(key("a")) == 0);
    store.put(key("a"), Bitmap(box));
    CHECK_FALSE(store.failed(key("a")));
    CHECK(store.find(key("a")));
}

TEST_CASE("Another picture for the same key is another edition") {
    PictureStore store(10 * one);
    store.put(key("a"), Bitmap(box));
    auto const first = store.edition(key("a"));
    store.put(key("a"), Bitmap(box));
    CHECK(store.edition(key("a")) != first);
    CHECK(store.bytes() == one);
}

TEST_CASE("While a changed file is not there yet, the one before stands in for it") {
    PictureStore store(10 * one);
    PictureKey before = key("a"), now = key("a");
    before.stamp = 7, now.stamp = 3;
    store.put(key("b"), Bitmap(box));
    CHECK_FALSE(store.find_or_older(now));
    store.put(before, Bitmap(box));
    CHECK(store.find_or_older(now) == store.find(before));
    CHECK_FALSE(store.find(now));
    store.fail(now);
    CHECK_FALSE(store.find_or_older(now));
}

TEST_CASE("Failures are forgotten alone") {
    PictureStore store(10 * one);
    store.put(key("a"), Bitmap(box));
    store.fail(key("b"));
    store.forget_failures();
    CHECK(store.find(key("a")));
    CHECK_FALSE(store.failed(key("b")));
}

}
