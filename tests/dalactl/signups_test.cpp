#include "dalactl/signups.h"

#include "content/temp_folder.h"
#include "dalactl/key.h"
#include "signup/book.h"
#include "signup/random.h"
#include "signup/registration.h"
#include "signup/seal.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

/// A data folder with its key and one sign-up by somebody with an odd name.
class Desk {
public:
    Desk() : key(folder.path() / "organiser.key") {
        REQUIRE(run_key_new(folder.path(), key) == 0);
        Registration kim;
        kim.language = "sv";
        kim.values = {{Field::Name, "=HYPERLINK(\"x\")"},
                      {Field::Email, "kim@exempel.se"},
                      {Field::Phone, "+46701234567"},
                      {Field::Organisation, "Åh, \"Stål\""},
                      {Field::Role, "-1"},
                      {Field::Needs, "@rum"}};
        add(kim, "organiser.pub", "7K3M9PQ2XW4D0A8F");
    }

    void add(Registration const& registration, char const* public_file, char const* receipt) {
        auto book = SignupBook::open(folder.path() / "signups.db");
        auto seal = PublicKey::load(folder.path() / public_file);
        REQUIRE(book->add({receipt, random_id(), "brand", parse_iso8601("2027-03-01T09:00Z")->at,
                           seal->seal(write_registration(registration))},
                          9));
    }

    int run(std::string verb, std::string format = "csv") {
        return run_signups({std::move(verb), folder.path(), key, std::move(format), folder.path() / "out"});
    }

    TempFolder folder;
    std::filesystem::path key;
};

}

TEST_CASE("the export is CSV in which no cell is a formula") {
    Desk desk;
    CHECK(desk.run("export") == 0);
    CHECK(
        desk.folder.read("out") ==
        "\"workshop\",\"when_utc\",\"status\",\"receipt\",\"name\",\"email\",\"organisation\",\"role\","
        "\"phone\","
        "\"needs\",\"news\",\"news_text\",\"language\"\r\n"
        "\"brand\",\"2027-03-01T09:00:00Z\",\"confirmed\",\"7K3M9PQ2XW4D0A8F\",\"'=HYPERLINK(\"\"x\"\")\","
        "\"kim@exempel.se\",\"Åh, \"\"Stål\"\"\",\"'-1\",\"'+46701234567\",\"'@rum\",\"no\",\"\",\"sv\"\r\n");
    CHECK((std::filesystem::status(desk.folder.path() / "out").permissions() &
           std::filesystem::perms(0777)) == std::filesystem::perms(0600));
    CHECK(desk.run("export") == 1);  // the file exists
}

TEST_CASE("the export is JSON with what was typed, as it was typed") {
    Desk desk;
    CHECK(desk.run("export", "json") == 0);
    std::string json = desk.folder.read("out");
    CHECK(json.find(R"j("name": "=HYPERLINK(\"x\")")j") != std::string::npos);
    CHECK(json.find(R"("receipt": "7K3M9PQ2XW4D0A8F")") != std::string::npos);
}

TEST_CASE("the list is a table whose columns stand under each other") {
    Desk desk;
    CHECK(desk.run("list") == 0);
    CHECK(desk.folder.read("out") ==
          "workshop  when (UTC)            name             e-mail          organisation  status\n"
          "brand     2027-03-01T09:00:00Z  =HYPERLINK(\"x\")  kim@exempel.se  Åh, \"Stål\"    confirmed\n");
}

TEST_CASE("a record for another key is counted, and the rest is shown") {
    Desk desk;
    REQUIRE(write_key_pair(desk.folder.path() / "other.pub", desk.folder.path() / "other.key"));
    desk.add({}, "other.pub", "0000000000000001");
    CHECK(desk.run("export") == 1);
    CHECK(desk.folder.read("out").find("kim@exempel.se") != std::string::npos);
    CHECK(desk.folder.read("out").find("0000000000000001") == std::string::npos);
}

TEST_CASE("a key or a folder that is not there is an error") {
    Desk desk;
    desk.folder.remove("signups.db");
    CHECK(desk.run("list") == 1);
    desk.folder.remove("organiser.key");
    CHECK(desk.run("list") == 1);
    CHECK_FALSE(std::filesystem::exists(desk.folder.path() / "out"));
}

TEST_CASE("keys are never replaced") {
    Desk desk;
    std::string before = desk.folder.read("organiser.pub");
    CHECK(run_key_new(desk.folder.path(), desk.folder.path() / "second.key") == 1);
    CHECK(desk.folder.read("organiser.pub") == before);
    CHECK_FALSE(std::filesystem::exists(desk.folder.path() / "second.key"));
}
