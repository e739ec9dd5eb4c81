#include "base/result.h"

#include <doctest/doctest.h>

#include <memory>

using namespace kiosk;

TEST_CASE("a result is a value or an error") {
    Result<int> const good = 5;
    CHECK(good.has_value());
    CHECK(*good == 5);
    Result<int> const bad = Error{Kind::NotFound, "a.toml: there is no such file"};
    CHECK_FALSE(bad);
    CHECK(bad.error().kind == Kind::NotFound);
    CHECK(bad.error().what == "a.toml: there is no such file");
}

TEST_CASE("a value can be moved out, a status is done or an error") {
    Result<std::unique_ptr<int>> owner = std::make_unique<int>(7);
    std::unique_ptr<int> const taken = *std::move(owner);
    CHECK(*taken == 7);
    CHECK(Status{}.has_value());
    CHECK_FALSE(Status{Error{Kind::Refused, "no"}}.has_value());
}
