#include "dalactl/import.h"

#include "dalactl/captured.h"
#include "dalactl/small_library.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

std::string drawing(std::string const& color, std::string const& size = "1920") {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + size +
           "\" height=\"1080\"><rect width=\"1920\" "
           "height=\"1080\" fill=\"" +
           color + "\"/></svg>";
}

struct Desk : SmallLibrary {
    Desk() {
        stick.write("Verkstaden/1.svg", drawing("red"));
        stick.write("Verkstaden/2.svg", drawing("blue"));
        stick.write("Verkstaden/film.mp4", "....ftypmp42");
    }

    /// What the command prints, and its exit code behind it; `typed` is what staff answer.
    std::string said(ImportJob job, std::string const& typed = "") const {
        if (job.source.empty()) job.source = stick.path();
        job.media = media(), job.playlists = playlists(), job.data = data.path();
        job.asks = !typed.empty();
        Captured streams{typed};
        int const code = run_import(job);
        return streams.said() + "exit " + std::to_string(code);
    }

    bool has(std::string const& file) const { return std::filesystem::exists(playlists() / file); }

    TempFolder stick, data;
};

constexpr char const* looked_at =
    "1.svg     Plays\n"
    "2.svg     Plays\n"
    "film.mp4  Left out  is a video, and video is not shown; take a still picture from it\n"
    "\n2 slides of at most 300, 20 s; 0 MB of at most 500 MB\n";

}

TEST_CASE("a dry run says what would become of each file, and does nothing") {
    Desk const desk;
    CHECK(desk.said({.dry_run = true}) ==
          std::string(looked_at) + "Becomes the playlist \"Verkstaden\"\nexit 0");
    CHECK_FALSE(desk.has("Verkstaden"));
    CHECK_FALSE(std::filesystem::exists(desk.stick.path() / "dalakiosk-result.txt"));
    CHECK(std::filesystem::is_empty(desk.data.path() / "run"));
}

TEST_CASE("after a yes it is in, the result is on the stick, and a second time there is nothing to do") {
    Desk const desk;
    std::string const place = (desk.playlists() / "Verkstaden").string();
    CHECK(desk.said({}, "y\n") == std::string(looked_at) +
                                      "Becomes the playlist \"Verkstaden\"\nBring it in? [y/n] It is in " +
                                      place + "; the stick or folder is not needed any more\nexit 0");
    CHECK(desk.has("Verkstaden/1.svg"));
    CHECK(desk.has("Verkstaden/2.svg"));
    CHECK_FALSE(desk.has("Verkstaden/film.mp4"));
    CHECK(desk.stick.read("dalakiosk-result.txt").find("Följde inte med:\r\n  film.mp4: är en film") !=
          std::string::npos);
    std::string const again = desk.said({.yes = true});
    CHECK(again.find("1.svg     Plays, here already\n") != again.npos);
    CHECK(again.ends_with("The playlist \"Verkstaden\" has all of it already\nexit 0"));

    desk.stick.write("Verkstaden/2.svg", drawing("green"));
    CHECK(desk.said({.yes = true}).find("Replaces the playlist \"Verkstaden\"\n") != std::string::npos);
    CHECK(desk.folder.read("playlists/Verkstaden/2.svg") == drawing("green"));
}

TEST_CASE("after a no, and without anybody to ask, nothing is brought in") {
    Desk const desk;
    CHECK(desk.said({}, "n\n").ends_with("Bring it in? [y/n] dalactl: nothing was brought in\nexit 1"));
    CHECK(desk.said({}) ==
          "dalactl: nobody is here to be asked; say --yes to bring it in, or --dry-run to look only\n"
          "exit 2");
    CHECK_FALSE(desk.has("Verkstaden"));
}

TEST_CASE("a name can be given") {
    Desk const desk;
    desk.said({.name = "Monter 12", .yes = true});
    CHECK(desk.has("Monter 12/1.svg"));
}

TEST_CASE("what can't be read, or holds nothing that plays, is an error") {
    Desk const desk;
    std::string const nowhere = (desk.stick.path() / "nowhere").string();
    CHECK(desk.said({.source = nowhere, .yes = true}) ==
          "dalactl: " + nowhere + ": is no folder and no ZIP; name one of these\nexit 1");
    TempFolder const empty;
    std::string const said = desk.said({.source = empty.path(), .yes = true});
    CHECK(said.starts_with("dala-test-"));
    CHECK(
        said.find(
            ": has nothing to play; lay pictures in it or write playlist.toml\n0 slides of at most 300, 0 s; "
            "0 MB of at most 500 MB\nNothing in dala-test-") != said.npos);
    CHECK(said.ends_with(" can be played\nexit 1"));
    desk.folder.remove("media/library.toml");
    CHECK(desk.said({.yes = true}) == "dalactl: media/library.toml: there is no such file\nexit 1");
}
