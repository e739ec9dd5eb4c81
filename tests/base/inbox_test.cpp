#include "base/inbox.h"

#include <doctest/doctest.h>

#include <atomic>
#include <cstdlib>
#include <memory>
#include <thread>

using namespace kiosk;

TEST_CASE("messages come out once and in order") {
    Inbox<int> inbox{8, [] {}};
    CHECK(inbox.push(1));
    CHECK(inbox.push(2));
    CHECK(inbox.drain() == std::vector{1, 2});
    CHECK(inbox.is_empty());
    CHECK(inbox.drain().empty());
}

TEST_CASE("a full inbox says no, wakes nobody, and takes again after a drain") {
    int woken = 0;
    Inbox<int> inbox{2, [&] { ++woken; }};
    CHECK(inbox.push(1));
    CHECK(inbox.push(2));
    CHECK_FALSE(inbox.push(3));
    CHECK(woken == 2);
    CHECK_FALSE(inbox.is_empty());
    CHECK(inbox.drain() == std::vector{1, 2});
    CHECK(inbox.push(4));
    CHECK(inbox.drain() == std::vector{4});
}

TEST_CASE("two threads push, a third drains, nothing is lost or out of order") {
    constexpr int count = 5000;
    std::atomic<int> woken{0};
    Inbox<int> inbox{64, [&] { ++woken; }};
    auto push_all = [&](int sign) {
        for (int i = 1; i <= count; ++i) {
            while (!inbox.push(sign * i)) std::this_thread::yield();
        }
    };
    std::jthread one{push_all, 1}, other{push_all, -1};
    int last_positive = 0, last_negative = 0;
    bool in_order = true;
    while (last_positive < count || last_negative < count) {
        for (int message : inbox.drain()) {
            int& last = message > 0 ? last_positive : last_negative;
            in_order = in_order && std::abs(message) == last + 1;
            last = std::abs(message);
        }
        std::this_thread::yield();
    }
    one.join();
    other.join();
    CHECK(in_order);
    CHECK(woken == 2 * count);
    CHECK(inbox.drain().empty());
}

TEST_CASE("messages that can only be moved pass") {
    Inbox<std::unique_ptr<int>> inbox{1, [] {}};
    CHECK(inbox.push(std::make_unique<int>(5)));
    auto left_over = std::make_unique<int>(6);
    CHECK_FALSE(inbox.push(std::move(left_over)));
    CHECK(*left_over == 6);
    CHECK(*inbox.drain().at(0) == 5);
}
