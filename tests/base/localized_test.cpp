#include "base/localized.h"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("a text in its language, else for all, else the first there is") {
    LocalizedText const text{{{"sv", "Hej"}, {"en", "Hello"}}};
    CHECK(text.in("sv") == "Hej");
    CHECK(text.in("en") == "Hello");
    CHECK(text.in("fi") == "Hello");
    CHECK(text.has("sv"));
    CHECK_FALSE(text.has("fi"));
    CHECK_FALSE(text.has(""));
}

TEST_CASE("one text for every language") {
    LocalizedText const name{std::string("Mora")};
    CHECK(name.in("sv") == "Mora");
    CHECK(name.has("fi"));
    LocalizedText const mixed{{{"", "Mora"}, {"sv", "Mora kommun"}}};
    CHECK(mixed.in("sv") == "Mora kommun");
    CHECK(mixed.in("en") == "Mora");
}

TEST_CASE("no text is empty and gives an empty string") {
    LocalizedText const none;
    CHECK(none.empty());
    CHECK(none.in("sv") == "");
    CHECK_FALSE(none.has("sv"));
}
