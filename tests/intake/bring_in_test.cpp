#include "intake/bring_in.h"

#include "intake/brought.h"
#include "intake/small_disk.h"

#include <doctest/doctest.h>

#include <random>
#include <thread>

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace kiosk;

namespace {

namespace fs = std::filesystem;

/// "name: first line", sorted, of every file below, also of hidden ones.
std::string content_of(fs::path const& folder) {
    std::vector<std::string> lines;
    for (auto const& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in{entry.path()};
        std::string first;
        std::getline(in, first);
        lines.push_back(entry.path().lexically_relative(folder).string() + ": " + first.substr(0, 40) + "\n");
    }
    std::ranges::sort(lines);
    std::string all;
    for (std::string const& line : lines) all += line;
    return all;
}

struct TwoPictures : Brought {
    TwoPictures() {
        stick.write("1.jpg", picture("new one"));
        stick.write("2.jpg", picture("new two"));
        name = "KINGSTON";
    }
};

constexpr char const* both =
    "KINGSTON/1.jpg: picture 1920x1080 new one\nKINGSTON/2.jpg: picture 1920x1080 new two\n";

Error failure(Status const& status) {
    return status ? Error{Kind::Invalid, "it did not fail"} : status.error();
}

}

TEST_CASE("what was approved lies in the playlists, and nothing else") {
    TwoPictures const brought;
    brought.stick.write("film.mp4", "....ftypmp42");
    brought.stick.write("igen.jpg", picture("new one"));
    std::vector<std::uintmax_t> steps;
    Survey const survey = brought.surveyed();
    REQUIRE(bring_in(survey, brought.playlists.path(), [&](std::uintmax_t copied) {
        steps.push_back(copied);
        return true;
    }));
    CHECK(content_of(brought.playlists.path()) == both);
    CHECK(steps == std::vector<std::uintmax_t>{survey.bytes / 2, survey.bytes});
    CHECK(fs::status(brought.playlists.path() / "KINGSTON").permissions() == fs::perms(0755));
    CHECK_FALSE(brought.surveyed().changes);
}

TEST_CASE("a playlist of that name is replaced whole") {
    TwoPictures const brought;
    brought.playlists.write("KINGSTON/1.jpg", "old one");
    brought.playlists.write("KINGSTON/3.jpg", "old three");
    brought.playlists.write("other/4.jpg", "other");
    REQUIRE(bring_in(brought.surveyed(), brought.playlists.path()));
    CHECK(content_of(brought.playlists.path()) == std::string(both) + "other/4.jpg: other\n");
}

TEST_CASE("where folders can't change places, two steps do") {
    TempFolder const playlists;
    playlists.write("a/1.jpg", "old");
    playlists.write(".incoming-a/1.jpg", "new");
    REQUIRE(replace_in_two_steps(playlists.path(), ".incoming-a", "a"));
    CHECK(content_of(playlists.path()) == "a/1.jpg: new\n");
    CHECK_FALSE(replace_in_two_steps(playlists.path(), ".incoming-a", "a"));
    CHECK(content_of(playlists.path()) == "a/1.jpg: new\n");
}

TEST_CASE("what was cut off is cleaned up, and the old playlist comes back") {
    TempFolder const playlists;
    playlists.write(".incoming-a/1.jpg", "half");
    playlists.write(".previous-a/1.jpg", "old");
    playlists.write(".previous-b/1.jpg", "older");
    playlists.write("b/1.jpg", "new");
    playlists.write(".hidden/1.jpg", "kept");
    clean_up_imports(playlists.path());
    CHECK(content_of(playlists.path()) == ".hidden/1.jpg: kept\na/1.jpg: old\nb/1.jpg: new\n");
}

TEST_CASE("an old playlist that can't come back stays where it is") {
    TempFolder const playlists;
    playlists.write(".previous-a/1.jpg", "old");
    fs::create_symlink("nowhere", playlists.path() / "a");
    clean_up_imports(playlists.path());
    CHECK(content_of(playlists.path()) == ".previous-a/1.jpg: old\n");
}

TEST_CASE("one import at a time, and nobody cleans up under it") {
    TwoPictures const brought;
    Survey const survey = brought.surveyed();
    bool tried = false;
    REQUIRE(bring_in(survey, brought.playlists.path(), [&](std::uintmax_t) {
        if (std::exchange(tried, true)) return true;
        clean_up_imports(brought.playlists.path());
        CHECK(failure(bring_in(survey, brought.playlists.path())) ==
              Error{Kind::Refused,
                    brought.playlists.path().string() + ": another import goes on; wait until it is done"});
        return true;
    }));
    CHECK(content_of(brought.playlists.path()) == both);
}

TEST_CASE("a stick pulled out while it is copied changes nothing") {
    TwoPictures const brought;
    brought.playlists.write("KINGSTON/1.jpg", "old one");
    Survey const survey = brought.surveyed();
    Status const done = bring_in(survey, brought.playlists.path(), [&](std::uintmax_t) {
        fs::remove_all(brought.stick.path());
        return true;
    });
    CHECK(failure(done) == Error{Kind::NotFound,
                                 "2.jpg: can't be read any more: KINGSTON was pulled out too early, or "
                                 "is broken; nothing was changed. Put it in again"});
    CHECK(content_of(brought.playlists.path()) == "KINGSTON/1.jpg: old one\n");
    CHECK(failure(bring_in(survey, brought.playlists.path())).kind == Kind::NotFound);
}

TEST_CASE("a file that is another one now is not brought") {
    TwoPictures const brought;
    Survey const survey = brought.surveyed();
    Error const changed{Kind::Invalid,
                        "2.jpg: has changed since it was looked at; nothing was changed. Look again"};
    for (std::string const& other : {picture("new 2wo"), picture("new two and more"), std::string("x")}) {
        brought.stick.write("2.jpg", other);
        CHECK(failure(bring_in(survey, brought.playlists.path())) == changed);
    }
    fs::remove(brought.stick.path() / "2.jpg");
    fs::create_symlink(brought.stick.path() / "1.jpg", brought.stick.path() / "2.jpg");
    CHECK(failure(bring_in(survey, brought.playlists.path())) == changed);
    CHECK(content_of(brought.playlists.path()) == "");
}

TEST_CASE("stopped by staff, nothing is changed") {
    TwoPictures const brought;
    Status const done =
        bring_in(brought.surveyed(), brought.playlists.path(), [](std::uintmax_t) { return false; });
    CHECK(failure(done) == Error{Kind::Refused, "the import was stopped; nothing was changed"});
    CHECK(content_of(brought.playlists.path()) == "");
}

TEST_CASE("nothing to bring, a name that is none, and a folder that is not there") {
    Brought const brought;
    CHECK(failure(bring_in(brought.surveyed(), brought.playlists.path())) ==
          Error{Kind::Refused, "KINGSTON: has nothing that plays; nothing was changed"});
    Survey survey = TwoPictures{}.surveyed();
    for (char const* name : {"", "..", "a/b", ".incoming-x"}) {
        survey.name = name;
        CHECK(failure(bring_in(survey, brought.playlists.path())).kind == Kind::Refused);
    }
    survey.name = "KINGSTON";
    fs::path const nowhere = brought.playlists.path() / "nowhere";
    CHECK(failure(bring_in(survey, nowhere)) ==
          Error{Kind::Unreadable, nowhere.string() +
                                      ": can't be written: No such file or directory; nothing was "
                                      "changed. Mend the folder's rights, or name another with "
                                      "--playlists"});
    brought.playlists.write("a file", "");
    Status const into_file = bring_in(survey, brought.playlists.path() / "a file");
    CHECK(failure(into_file).kind == Kind::Unreadable);
    CHECK(failure(into_file).what.find(": can't be written: Not a directory; ") != std::string::npos);
}

TEST_CASE("a file where the playlist should be is left alone") {
    TwoPictures const brought;
    brought.playlists.write("KINGSTON", "a file");
    CHECK(failure(bring_in(brought.surveyed(), brought.playlists.path())).kind == Kind::Unreadable);
    CHECK(content_of(brought.playlists.path()) == "KINGSTON: a file\n");
}

TEST_CASE("a disk that is full, or becomes full, is said so and keeps what it had") {
    TempFolder const disk;
    SmallDisk const small{disk.path()};
    if (!small) return;
    Brought brought;
    brought.stick.write("1.jpg", picture(std::string(3'000'000, '1')));
    brought.stick.write("2.jpg", picture(std::string(3'000'000, '2')));
    fs::path const playlists = disk.path() / "playlists";
    disk.write("playlists/KINGSTON/1.jpg", "old");
    Survey survey = brought.surveyed();
    auto const fill_disk = [&](std::uintmax_t) {
        std::ofstream filler{disk.path() / "filler"};
        while (filler.write(std::string(4096, 'x').data(), 4096)) {
        }
        return true;
    };
    CHECK(failure(bring_in(survey, playlists, fill_disk)) ==
          Error{Kind::Unavailable, (playlists / ".incoming-KINGSTON/1.jpg").string() +
                                       ": the disk is full; nothing was changed. Make room on it"});
    CHECK(content_of(playlists) == "KINGSTON/1.jpg: old\n");
    Status const early = bring_in(survey, playlists);
    CHECK(failure(early).what.starts_with(playlists.string() + ": the disk is full: 23 MB are needed and "));
    fs::remove(disk.path() / "filler");
    CHECK(bring_in(survey, playlists));
}

TEST_CASE("killed at any moment, the old playlist or the new one is there, whole") {
    Brought const brought;
    constexpr int pictures = 6;
    for (int i = 0; i < pictures; ++i)
        brought.stick.write(std::to_string(i) + ".jpg",
                            picture("new " + std::string(200'000, char('a' + i))));
    Survey const survey = brought.surveyed();
    auto const began = std::chrono::steady_clock::now();
    REQUIRE(bring_in(survey, brought.playlists.path()));
    auto const whole_time = std::chrono::steady_clock::now() - began;
    std::minstd_rand chance{20270301};
    int olds = 0, news = 0;
    // At once in the first round, and never in the last: on any machine both of them come about.
    constexpr int last_round = 49;
    for (int round = 0; round <= last_round; ++round) {
        fs::remove_all(brought.playlists.path() / "KINGSTON");
        for (int i = 0; i < pictures; ++i)
            brought.playlists.write("KINGSTON/" + std::to_string(i) + ".jpg", "old");
        pid_t const child = ::fork();
        if (child == 0) ::_exit(bring_in(survey, brought.playlists.path()) ? 0 : 1);
        if (round > 0) std::this_thread::sleep_for(whole_time * int(chance() % 1'500) / 1'000);
        if (round < last_round) ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);

        int old_files = 0, new_files = 0;
        for (auto const& entry : fs::directory_iterator(brought.playlists.path() / "KINGSTON")) {
            std::uintmax_t const size = entry.file_size();
            old_files += size == 3;
            new_files += size > 200'000;
        }
        bool const whole =
            (old_files == pictures && new_files == 0) || (old_files == 0 && new_files == pictures);
        CHECK(whole);
        (old_files > 0 ? olds : news) += 1;
        clean_up_imports(brought.playlists.path());
        CHECK(std::distance(fs::directory_iterator(brought.playlists.path()), {}) == 1);
    }
    MESSAGE(olds, " times the old one, ", news, " times the new one");
    CHECK(olds > 0);
    CHECK(news > 0);
}
