#include "signup/terms.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

WallTime at(char const* text) { return parse_iso8601(text)->at; }

WorkshopTerms const terms{"brand", 2, at("2027-06-01T00:00Z"), at("2027-08-24T18:00Z"),
                          at("2027-08-25T07:00Z")};

}

TEST_CASE("a workshop takes sign-ups from its opening to its closing, while there are seats") {
    CHECK(signup_status(terms, 0, at("2027-05-31T23:59:59Z")) == SignupStatus::NotYet);
    CHECK(signup_status(terms, 0, at("2027-06-01T00:00Z")) == SignupStatus::Open);
    CHECK(signup_status(terms, 1, at("2027-08-24T17:59:59Z")) == SignupStatus::Open);
    CHECK(signup_status(terms, 2, at("2027-08-24T17:59:59Z")) == SignupStatus::Full);
    CHECK(signup_status(terms, 2, at("2027-08-24T18:00Z")) == SignupStatus::Closed);
    CHECK(signup_status(terms, 2, at("2027-08-25T07:00Z")) == SignupStatus::Held);
}

TEST_CASE("without times it is open until it starts") {
    WorkshopTerms plain{"brand", 1, std::nullopt, std::nullopt, at("2027-08-25T07:00Z")};
    CHECK(signup_status(plain, 0, at("1970-01-01")) == SignupStatus::Open);
    CHECK(signup_status(plain, 0, at("2027-08-25T07:00Z")) == SignupStatus::Held);
}

TEST_CASE("every status has a name of its own") {
    for (auto status : {SignupStatus::Open, SignupStatus::NotYet, SignupStatus::Closed, SignupStatus::Held,
                        SignupStatus::Full})
        CHECK(status_named(status_name(status)) == status);
    CHECK(status_named("opening") == std::nullopt);
}
