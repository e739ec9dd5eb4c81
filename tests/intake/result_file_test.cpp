#include "intake/result_file.h"

#include "intake/brought.h"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("the exhibitor is told in both languages what plays and what does not, and why") {
    Brought const brought;
    brought.stick.write("1.jpg", picture("one"));
    brought.stick.write("2.jpg", picture("two turned"));
    brought.stick.write("film.mp4", "....ftypmp42");
    brought.stick.write("kopia.jpg", picture("one"));
    brought.stick.write("playlist.toml", "exhibitor = \"Verkstaden\"\n");
    Survey const survey = brought.surveyed();
    REQUIRE(write_result(survey, brought.library));
    CHECK(brought.stick.read("dalakiosk-result.txt") ==
          "Spellistan ”Verkstaden”: 2 bilder i kioskens bildspel.\r\n\r\n"
          "Spelas:\r\n  1.jpg\r\n  2.jpg: visas rättvänd\r\n\r\n"
          "Följer med, men är ingen egen bild:\r\n  playlist.toml\r\n\r\n"
          "Följde inte med:\r\n  film.mp4: är en film, och film visas inte; ta en stillbild ur den\r\n"
          "  kopia.jpg: är samma fil som 1.jpg\r\n"
          "\r\n----\r\n\r\n"
          "The playlist “Verkstaden”: 2 slides in the kiosk’s slideshow.\r\n\r\n"
          "Plays:\r\n  1.jpg\r\n  2.jpg: is shown upright\r\n\r\n"
          "Comes along, but is no slide of its own:\r\n  playlist.toml\r\n\r\n"
          "Did not come along:\r\n  film.mp4: is a video, and video is not shown; take a still picture from "
          "it\r\n"
          "  kopia.jpg: is the same file as 1.jpg\r\n");
    // It is not brought the next time.
    CHECK(brought.surveyed() == survey);
}

TEST_CASE("one slide is not slides") {
    Brought const brought;
    brought.stick.write("1.jpg", picture());
    std::string const text = result_text(brought.surveyed(), brought.library);
    CHECK(text.starts_with("Spellistan ”KINGSTON”: 1 bild i kioskens bildspel.\r\n"));
    CHECK(text.find("The playlist “KINGSTON”: 1 slide in the kiosk’s slideshow.\r\n") != text.npos);
}

TEST_CASE("a link of that name is replaced, not followed, and a stick that can't be written is said so") {
    Brought const brought;
    TempFolder const outside;
    outside.write("precious", "keep");
    brought.stick.write("1.jpg", picture());
    Survey survey = brought.surveyed();
    std::filesystem::create_symlink(outside.path() / "precious",
                                    brought.stick.path() / "dalakiosk-result.txt");
    REQUIRE(write_result(survey, brought.library));
    CHECK(outside.read("precious") == "keep");
    survey.result_folder = "/proc/self";
    Status const written = write_result(survey, brought.library);
    REQUIRE_FALSE(written);
    CHECK(written.error().what.starts_with("/proc/self/dalakiosk-result.txt: can't be written: "));
}
