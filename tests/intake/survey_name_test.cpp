// Which playlist it becomes, and what that has already.

#include "intake/brought.h"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("what the kiosk has already is said") {
    Brought const brought;
    brought.stick.write("1.jpg", picture("one"));
    brought.stick.write("2.jpg", picture("two"));
    brought.playlists.write("KINGSTON/1.jpg", picture("one"));
    Survey survey = brought.surveyed();
    CHECK(survey.replaces);
    CHECK(survey.changes);
    CHECK(survey.files[0].here_already);
    CHECK_FALSE(survey.files[1].here_already);
    brought.playlists.write("KINGSTON/2.jpg", picture("two"));
    CHECK_FALSE(brought.surveyed().changes);
    brought.playlists.write("KINGSTON/3.jpg", picture("three"));
    CHECK(brought.surveyed().changes);
}

TEST_CASE("another exhibitor's playlist that is only called the same is left alone") {
    Brought brought;
    brought.stick.write("1.jpg", picture("one"));
    brought.stick.write("2.jpg", picture("two"));
    std::filesystem::create_directory(brought.playlists.path() / "KINGSTON");
    CHECK(brought.surveyed().name == "KINGSTON");
    CHECK_FALSE(brought.surveyed().replaces);
    brought.playlists.write("KINGSTON/1.jpg", picture("theirs"));
    Survey survey = brought.surveyed();
    CHECK(survey.name == "KINGSTON 2");
    CHECK_FALSE(survey.replaces);
    CHECK(survey.changes);
    brought.playlists.write("KINGSTON 2/1.jpg", picture("others'"));
    CHECK(brought.surveyed().name == "KINGSTON 3");
    brought.playlists.write("KINGSTON 2/2.jpg", picture("two"));
    survey = brought.surveyed();
    CHECK(survey.name == "KINGSTON 2");
    CHECK(survey.replaces);

    // Whoever says the name means it.
    brought.name = "KINGSTON";
    CHECK(brought.surveyed().name == "KINGSTON");
    CHECK(brought.surveyed().replaces);
    brought.name = "";
    brought.stick.write("playlist.toml", "exhibitor = \"KINGSTON\"\n");
    CHECK(brought.surveyed().name == "KINGSTON");
    CHECK(brought.surveyed().replaces);
}

TEST_CASE("when its time is over, no text is read and nothing is compared either") {
    Brought brought;
    brought.name = "KINGSTON";
    brought.stick.write("1.jpg", picture());
    brought.playlists.write("KINGSTON/1.jpg", picture());
    CHECK(brought.surveyed().files[0].here_already);
    brought.tools.go_on = [](int looked, int) { return looked < 1; };
    Survey survey = brought.surveyed();
    CHECK(survey.slides == 1);
    CHECK_FALSE(survey.files[0].here_already);
    CHECK(survey.changes);
    brought.stick.write("1.toml", "alt = \"?\"\n");
    survey = brought.surveyed();
    CHECK(survey.files[1].refusal == Refusal::Unread);
    CHECK(survey.files[1].to.empty());
}

TEST_CASE("a name given by staff goes before all others") {
    Brought brought;
    brought.stick.write("playlist.toml", "exhibitor = \"Verkstaden\"\n");
    brought.stick.write("1.jpg", picture());
    brought.name = "Monter 12/B";
    CHECK(brought.surveyed().name == "Monter 12 B");
}
