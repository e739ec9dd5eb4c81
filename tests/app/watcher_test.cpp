#include "app/watcher.h"

#include "app/ear.h"

#include <doctest/doctest.h>

#include <atomic>
#include <fstream>

#include <unistd.h>

using namespace kiosk;

namespace {

/// A library of one file and an empty folder of playlists, in a place of its own.
struct Folders {
    std::filesystem::path root =
        std::filesystem::temp_directory_path() / ("dala-watch-" + std::to_string(::getpid()));
    std::filesystem::path media = root / "media", playlists = root / "playlists";

    Folders() {
        std::filesystem::create_directories(media);
        std::filesystem::create_directories(playlists);
        write(media / "library.toml", "name = \"One\"\nlanguages = [\"sv\"]\nlicence = \"CC0\"\n");
    }
    ~Folders() { std::filesystem::remove_all(root); }

    static void write(std::filesystem::path const& file, std::string const& text) {
        std::ofstream{file} << text;
    }
};

}

TEST_CASE("a changed library is sent, a broken one is said, and a new folder is watched too") {
    Folders folders;
    Ear ear;
    sigset_t none;
    sigemptyset(&none);
    Watcher watcher{folders.media, folders.playlists, {}, none, ear.inbox, false};
    std::this_thread::sleep_for(std::chrono::milliseconds{100});

    Folders::write(folders.media / "library.toml",
                   "name = \"Two\"\nlanguages = [\"sv\"]\nlicence = \"CC0\"\n");
    auto heard = ear.next();
    REQUIRE(heard.size() == 1);
    REQUIRE(std::holds_alternative<CatalogLoaded>(heard.front()));
    CHECK(std::get<CatalogLoaded>(heard.front()).catalog.name.in("sv") == "Two");

    Folders::write(folders.media / "library.toml", "name = ");
    heard = ear.next();
    REQUIRE(heard.size() == 1);
    REQUIRE(std::holds_alternative<ReloadFailed>(heard.front()));
    CHECK(std::get<ReloadFailed>(heard.front()).why.starts_with("media/library.toml:1:"));

    Folders::write(folders.media / "library.toml",
                   "name = \"Three\"\nlanguages = [\"sv\"]\nlicence = \"CC0\"\n");
    std::filesystem::create_directory(folders.playlists / "new");
    REQUIRE(ear.next().size() == 1);
    Folders::write(folders.playlists / "new" / "playlist.toml", "titel = 1\n");
    heard = ear.next();
    REQUIRE(heard.size() == 1);
    CHECK(std::get<CatalogLoaded>(heard.front()).catalog.problems.size() >= 1);

    // An import on its way in.
    std::filesystem::create_directory(folders.playlists / ".incoming-new");
    Folders::write(folders.playlists / ".incoming-new" / "1.jpg", "x");
    std::this_thread::sleep_for(std::chrono::milliseconds{500});
    CHECK(ear.inbox.drain().empty());
}

TEST_CASE("documents wait for the first picture, and the end for no more than one of them") {
    using namespace std::chrono_literals;
    using Clock = std::chrono::steady_clock;
    Folders folders;
    std::filesystem::create_directory(folders.playlists / "documents");
    for (int i = 0; i < 100; ++i)
        Folders::write(folders.playlists / "documents" / (std::to_string(i) + ".pdf"), "%PDF");
    Ear ear;
    sigset_t none;
    sigemptyset(&none);
    std::atomic<int> counted = 0;
    auto const count = [&](std::filesystem::path const&) -> Result<int> {
        ++counted;
        std::this_thread::sleep_for(100ms);
        return 1;
    };
    auto const began = Clock::now();
    { Watcher const at_start{folders.media, folders.playlists, count, none, ear.inbox, true}; }
    CHECK(counted == 0);
    {
        Watcher const watcher{folders.media, folders.playlists, count, none, ear.inbox, true};
        while (counted == 0 && Clock::now() - began < 30s) std::this_thread::sleep_for(10ms);
        CHECK(Clock::now() - began >= 1s);
    }
    CHECK(counted > 0);
    CHECK(counted < 50);
}
