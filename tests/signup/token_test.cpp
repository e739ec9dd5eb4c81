#include "signup/token.h"

#include "content/temp_folder.h"
#include "signup/random.h"

#include <set>

#include <doctest/doctest.h>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

WallTime const noon = parse_iso8601("2027-03-01T12:00:00Z")->at;
TokenMaker const maker{TokenMaker::Key{1, 2, 3}};

TokenState verdict(std::string_view slug, std::string_view token, WallTime now,
                   TokenUse use = TokenUse::Screen) {
    return maker.verify(use, slug, token, now);
}

}

TEST_CASE("a token is good for 30 to 35 minutes after it was last handed out") {
    for (auto asked : {noon, WallTime{noon + 1ms}, WallTime{noon + 4min + 59s}}) {
        std::string token = maker.make(TokenUse::Screen, "brand", asked);
        CHECK(verdict("brand", token, asked) == TokenState::Ok);
        CHECK(verdict("brand", token, asked + 30min) == TokenState::Ok);
        CHECK(verdict("brand", token, asked + 35min + 1ms) == TokenState::Expired);
    }
}

TEST_CASE("it is short, and stands still on the screen for minutes") {
    std::string token = maker.make(TokenUse::Screen, "brand", noon + 1s);
    CHECK(token.size() == 20);
    CHECK(maker.make(TokenUse::Screen, "brand", noon + 4min) == token);
    CHECK(maker.make(TokenUse::Screen, "brand", noon + 6min) != token);
}

TEST_CASE("every changed character, another workshop, another use and another key are forged") {
    std::string token = maker.make(TokenUse::Screen, "brand", noon);
    for (std::size_t i = 0; i < token.size(); ++i) {
        std::string changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        CHECK(verdict("brand", changed, noon) == TokenState::Forged);
    }
    CHECK(verdict("talent", token, noon) == TokenState::Forged);
    CHECK(verdict("brand", token, noon, TokenUse::Form) == TokenState::Forged);
    CHECK(TokenMaker{TokenMaker::Key{9}}.verify(TokenUse::Screen, "brand", token, noon) ==
          TokenState::Forged);
    for (std::string const& odd :
         {std::string(), token + "A", token.substr(1), std::string(20, '='), std::string(5000, 'A')})
        CHECK(verdict("brand", odd, noon) == TokenState::Forged);
}

TEST_CASE("the key outlives a restart and is nobody else's to read") {
    TempFolder folder;
    auto first = TokenMaker::open(folder.path() / "token.key");
    auto second = TokenMaker::open(folder.path() / "token.key");
    REQUIRE(first);
    REQUIRE(second);
    CHECK(second->verify(TokenUse::Form, "brand", first->make(TokenUse::Form, "brand", noon), noon) ==
          TokenState::Ok);
    CHECK((std::filesystem::status(folder.path() / "token.key").permissions() &
           std::filesystem::perms(0777)) == std::filesystem::perms(0600));
}

TEST_CASE("a damaged key file says what to do") {
    TempFolder folder;
    folder.write("token.key", "abc");
    CHECK(TokenMaker::open(folder.path() / "token.key").error() ==
          Error{Kind::Malformed, (folder.path() / "token.key").string() +
                                     ": holds 3 bytes instead of 32; delete it and a new key is made"});
}

TEST_CASE("ids and receipts are of their shape and do not repeat") {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        std::string id = random_id(), receipt = random_receipt();
        CHECK(is_random_id(id));
        CHECK(is_receipt(receipt));
        CHECK(seen.insert(id).second);
        CHECK(seen.insert(receipt).second);
    }
    CHECK_FALSE(is_receipt("7K3M9PQ2XW4D0A8I"));
    CHECK_FALSE(is_receipt(""));
    CHECK(same_secret("abc", "abc"));
    CHECK_FALSE(same_secret("abc", "abd"));
    CHECK_FALSE(same_secret("abc", "abcd"));
}
