#include "content/numbers.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

std::string joined(std::string_view text, NumberStyle style) {
    std::string list;
    for (std::string const& number : numbers_in(text, style)) list += (list.empty() ? "" : " ") + number;
    return list;
}
std::string sv(std::string_view text) { return joined(text, number_style("sv")); }
std::string en(std::string_view text) { return joined(text, number_style("en-GB")); }

}

TEST_CASE("one number is the same however the languages write it") {
    CHECK(sv("3\u00A0200 anställda") == "3200");
    CHECK(sv("5\u202F091\u2009490") == "5091490");
    CHECK(en("3,200 employees") == "3200");
    CHECK(sv("4,1\u00A0%") == "4.1");
    CHECK(en("4.1%") == "4.1");
    CHECK(sv("6,60 och 0,50") == "0.5 6.6");
    CHECK(en("2–2½ h") == "2 2.5");
}

TEST_CASE("what looks like a part of a number is none") {
    CHECK(sv("2023, 119 startande") == "119 2023");
    CHECK(sv("2010 15\u00A0709") == "15709 2010");
    CHECK(sv("2010\u00A0119") == "119 2010");  // A year is not grouped.
    CHECK(en("in 2021, 94") == "2021 94");
    CHECK(en("1,20 and 1,2345") == "1 20 2345");
    CHECK(sv("kl. 09.00–11.30.") == "0 11 30 9");
    CHECK(sv("Stål sedan 1878.") == "1878");
    CHECK(en("the 1990s and the 17th") == "17 1990");
    CHECK(sv("20\u2060–\u206064 år") == "20 64");
}

TEST_CASE("the digits of names are no numbers") {
    CHECK(sv("E16 och Q1 2026, 385 km²") == "2026 385");
    CHECK(sv("Å4 HVDC") == "");
    CHECK(sv("två tredjedelar") == "");
    CHECK(sv("") == "");
}
