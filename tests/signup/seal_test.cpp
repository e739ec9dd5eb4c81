#include "signup/seal.h"

#include "content/temp_folder.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

bool mode_0600(std::filesystem::path const& file) {
    return (std::filesystem::status(file).permissions() & std::filesystem::perms(0777)) ==
           std::filesystem::perms(0600);
}

}

TEST_CASE("what the public key seals only the private key opens") {
    TempFolder folder;
    REQUIRE(write_key_pair(folder.path() / "a.pub", folder.path() / "a.key"));
    REQUIRE(write_key_pair(folder.path() / "b.pub", folder.path() / "b.key"));
    auto seal = PublicKey::load(folder.path() / "a.pub");
    auto right = PrivateKey::load(folder.path() / "a.key"), wrong = PrivateKey::load(folder.path() / "b.key");
    REQUIRE(seal);
    REQUIRE(right);
    REQUIRE(wrong);

    std::string sealed = seal->seal("kim@exempel.se");
    CHECK(sealed.size() == 48 + 14);
    CHECK(sealed.find("kim") == std::string::npos);
    CHECK(seal->seal("kim@exempel.se") != sealed);
    CHECK(*right->open(sealed) == "kim@exempel.se");
    CHECK(wrong->open(sealed).error() == Error{Kind::Refused, "sealed for another key, or damaged"});
    sealed.back() ^= 1;
    CHECK_FALSE(right->open(sealed));
    CHECK_FALSE(right->open("short"));
}

TEST_CASE("key files are private, say what they are, and are never replaced") {
    TempFolder folder;
    auto pub = folder.path() / "organiser.pub", key = folder.path() / "organiser.key";
    REQUIRE(write_key_pair(pub, key));
    CHECK(mode_0600(pub));
    CHECK(mode_0600(key));
    CHECK(folder.read("organiser.pub").starts_with("dalakiosk organiser public key 1\n"));
    CHECK(folder.read("organiser.key")
              .starts_with("dalakiosk organiser PRIVATE key 1 - keep it off the kiosk\n"));

    std::string before = folder.read("organiser.pub") + folder.read("organiser.key");
    Error refused{Kind::Refused, pub.string() + ": exists already and is never replaced; move it away first"};
    CHECK(write_key_pair(pub, folder.path() / "other.key").error() == refused);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "other.key"));
    CHECK_FALSE(write_key_pair(folder.path() / "other.pub", key));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "other.pub"));
    CHECK(folder.read("organiser.pub") + folder.read("organiser.key") == before);
}

TEST_CASE("a file that is no key, or the other one of the pair, is refused by name") {
    TempFolder folder;
    REQUIRE(write_key_pair(folder.path() / "a.pub", folder.path() / "a.key"));
    CHECK(PublicKey::load(folder.path() / "none.pub").error().kind == Kind::NotFound);
    CHECK(PublicKey::load(folder.path() / "a.key").error() ==
          Error{Kind::Malformed,
                (folder.path() / "a.key").string() +
                    ":1:1: is not a key file; it should begin with \"dalakiosk organiser public key 1\""
                    " as `dalactl key new` writes it"});
    CHECK_FALSE(PrivateKey::load(folder.path() / "a.pub"));
    folder.write("a.pub", "dalakiosk organiser public key 1\nAAAA\n");
    CHECK_FALSE(PublicKey::load(folder.path() / "a.pub"));
}
