// media/privacy.toml: what is read, and the exact line that each fault gives.

#include "content/spoilt.h"

#include "content/last_good.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

std::string const file = "media/privacy.toml";

Catalog load(TempFolder const& folder) {
    auto catalog = load_library(folder.path() / "media");
    REQUIRE(catalog);
    return *catalog;
}

}

TEST_CASE("privacy.toml says who answers, and for each purpose why and how long") {
    TempFolder folder;
    write_sound_library(folder);
    Catalog catalog = load(folder);
    CHECK(problems_of(catalog) == "");
    REQUIRE(catalog.privacy);
    Privacy const& privacy = *catalog.privacy;
    CHECK(privacy.controller ==
          Correspondent{LocalizedText{"Region Dalarna"}, "", "", "https://example.org"});
    CHECK(privacy.officer.email == "dso@example.org");
    CHECK(privacy.officer.name.in("en") == "The data protection officer");
    CHECK(privacy.authority.url == "https://www.imy.se");
    CHECK(privacy.disposal_decision == "KS 2027/12");
    REQUIRE(privacy.purposes.size() == 2);
    CHECK(privacy.purposes[0].basis == Purpose::Basis::PublicTask);
    CHECK_FALSE(privacy.purposes[0].consent);
    CHECK(privacy.signup_storage_days() == 30);
    REQUIRE(privacy.purpose("news"));
    CHECK(privacy.purpose("news")->ask.in("sv") == "Hör av er");
    CHECK(privacy.purpose("news")->basis == Purpose::Basis::Consent);
    CHECK_FALSE(privacy.purpose("other"));
}

TEST_CASE("a purpose without basis, storage time or recipients is refused, and so is a bundled consent") {
    std::string const is_missing = "is missing; expected ";
    check_all({
        {file,
         "basis = \"public_task\"\n",
         "",
         {file + ":11:1: key \"basis\": " + is_missing +
          "one of public_task, contract, consent, legal_obligation, legitimate_interest"}},
        {file,
         "public_task",
         "public_tsk",
         {file + ":13:9: key \"basis\": unknown \"public_tsk\"; did you mean \"public_task\"?"}},
        {file,
         "storage_days = 30\n",
         "",
         {file + ":11:1: key \"storage_days\": " + is_missing + "a whole number from 1 to 3650"}},
        {file,
         "storage_days = 30",
         "storage_days = 0",
         {file + ":14:16: key \"storage_days\": expected a whole number from 1 to 3650, got 0"}},
        {file,
         "recipients = {sv = \"Arrangören\", en = \"The organiser\"}\n",
         "",
         {file + ":11:1: key \"recipients\": " + is_missing + "text"}},
        {file,
         "consent = true\n",
         "",
         {file + ":19:9: key \"basis\": \"consent\" needs consent = true and the words to ask with, ask",
          file + ":21:7: key \"ask\": is used with consent = true only"}},
        {file,
         "\"consent\"\n",
         "\"contract\"\n",
         {file +
          ":20:11: key \"consent\": belongs to basis = \"consent\" only; what rests on another basis is "
          "not asked"}},
        {file,
         "ask = {sv = \"Hör av er\", en = \"Keep in touch\"}\n",
         "",
         {file + ":17:1: key \"ask\": is missing; expected the words beside the tick box"}},
        {file,
         "\"news\"",
         "\"sign-up\"",
         {file + ":18:6: key \"id\": is another purpose's too; give each its own"}},
        {file,
         "\"news\"",
         "\"News!\"",
         {file + ":18:6: key \"id\": expected a-z, 0-9 and hyphens only, such as \"news\""}},
    });
}

TEST_CASE("a notice that could not be complete is refused") {
    check_all({
        {file,
         "[officer]\nname = {sv = \"Dataskyddsombudet\", en = \"The data protection officer\"}\n"
         "email = \"dso@example.org\"\n",
         "",
         {file + ":1:1: table \"officer\": is missing; the notice must name it"}},
        {file,
         "email = \"dso@example.org\"\n",
         "",
         {file + ":5:1: table \"officer\": can't be reached; give an email, a phone or a url"}},
        {file,
         "url = \"https://example.org\"",
         "url = \"example.org\"",
         {file + ":4:7: key \"url\": expected an address such as \"https://www.example.org\", got "
                 "\"example.org\"",
          file + ":2:1: table \"controller\": can't be reached; give an email, a phone or a url"}},
        {file,
         "[authority]",
         "[autority]",
         {file + ":1:1: table \"authority\": is missing; the notice must name it",
          file + ":8:2: unknown key \"autority\"; did you mean \"authority\"?"}},
        {file,
         "disposal_decision",
         "disposal_descision",
         {file + ":1:1: unknown key \"disposal_descision\"; did you "
                 "mean \"disposal_decision\"?"}},
    });
}

TEST_CASE("without the file a library with workshops says that nobody can sign up") {
    TempFolder folder;
    write_sound_library(folder);
    folder.remove(file);
    Catalog catalog = load(folder);
    CHECK_FALSE(catalog.privacy);
    CHECK(problems_of(catalog) == file +
                                      ": is missing; without it nobody can sign up, for a form must say what "
                                      "becomes of the data\n");
    folder.remove("media/workshops");
    CHECK(problems_of(load(folder)) == "");
}

TEST_CASE("a slip in privacy.toml leaves what it said before") {
    TempFolder folder;
    write_sound_library(folder);
    Catalog const before = load(folder);
    spoil(folder, file, "public_task", "whim");
    Catalog fresh = load(folder);
    CHECK_FALSE(fresh.privacy);
    keep_last_good(before, fresh);
    CHECK(fresh.privacy == before.privacy);
}
