#include "base/process.h"

#include <doctest/doctest.h>

#include <array>
#include <csignal>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

Result<Child> shell(std::string const& script) {
    return start_child("/bin/sh", {"-c", script}, {.own_group = true});
}

}

TEST_CASE("what a child says is read, and its exit code known") {
    auto const child = shell("printf 'one\\nrest'; exit 3");
    REQUIRE(child);
    auto const line = read_line(child->output, 5);
    REQUIRE(line);
    CHECK(*line == "one");
    std::array<char, 4> rest{};
    CHECK(read_exactly(child->output, rest.data(), rest.size(), 5s));
    CHECK(std::string(rest.data(), rest.size()) == "rest");
    CHECK_FALSE(read_exactly(child->output, rest.data(), 1, 5s));
    CHECK(end_group(*child, 5s) == 3);
}

TEST_CASE("a child that goes on too long ends with all that it started") {
    auto const child = shell("sleep 60 & echo $!; wait");
    REQUIRE(child);
    auto const sleeper = read_line(child->output, 5);
    REQUIRE(sleeper);
    CHECK_FALSE(end_group(*child, 50ms));
    char byte = 0;
    // The pipe closes when the last of them is gone.
    CHECK_FALSE(read_exactly(child->output, &byte, 1, 5s));
}

TEST_CASE("silence has a limit") {
    auto const child = shell("sleep 60");
    REQUIRE(child);
    char byte = 0;
    CHECK_FALSE(read_exactly(child->output, &byte, 1, 50ms));
    CHECK_FALSE(end_group(*child, Millis{0}));
}

TEST_CASE("programs are found in PATH, and those that are nowhere are named") {
    CHECK(find_program("sh"));
    CHECK_FALSE(find_program("no-such-program"));
    auto const child = start_child("/no/such/program", {});
    REQUIRE_FALSE(child);
    CHECK(child.error() ==
          Error{Kind::Unavailable, "/no/such/program can't be started: No such file or directory"});
}
