#include "staff/pin_store.h"

#include "content/temp_folder.h"

#include <doctest/doctest.h>

#include <sstream>
#include <thread>

#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

constexpr WallTime morning{Millis{1'803'546'000'000}};
constexpr char const *pin = "271828", *wrong = "314159";

Now at(Millis steady, Millis wall) { return {steady, morning + wall}; }
/// Both clocks go on together.
Now at(Millis since) { return at(since, since); }

PinVerdict tried(PinStore& store, char const* digits, Now const& now) {
    Result<PinVerdict> verdict = store.check(digits, now);
    REQUIRE_MESSAGE(verdict, verdict.error().what);
    return *verdict;
}

/// The count as the file has it: its third line.
std::string counted(TempFolder const& folder) {
    std::istringstream in{folder.read("staff-pin")};
    std::string line;
    for (int i = 0; i < 3; ++i) std::getline(in, line);
    return line;
}

/// A store with the PIN in it and `failures` wrong tries behind it, one a second and the last at 0.
struct Door {
    explicit Door(int failures = 0) : file(folder.path() / "staff-pin") {
        REQUIRE(store.set(pin));
        for (int i = 1; i <= failures; ++i) tried(store, wrong, at(1s * (i - failures)));
    }

    TempFolder folder;
    std::filesystem::path file;
    PinStore store{file};
};

}

TEST_CASE("the right PIN opens, another does not") {
    Door door;
    CHECK(tried(door.store, pin, at(0s)) == PinVerdict{.right = true});
    CHECK(tried(door.store, wrong, at(1s)) == PinVerdict{});
    CHECK(tried(door.store, "2718281", at(2s)) == PinVerdict{});
}

TEST_CASE("the file holds an Argon2id hash, for its owner only") {
    Door door;
    CHECK(door.folder.read("staff-pin").find("$argon2id$v=19$m=65536,t=2,p=1$") != std::string::npos);
    CHECK(door.folder.read("staff-pin").find(pin) == std::string::npos);
    struct stat info {};
    REQUIRE(stat(door.file.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);
    CHECK_FALSE(std::filesystem::exists(door.file.string() + ".new"));
}

TEST_CASE("a PIN that is short, long, easy or no number is refused") {
    TempFolder folder;
    PinStore store{folder.path() / "staff-pin"};
    auto why = [&](char const* digits) {
        Status stored = store.set(digits);
        REQUIRE_FALSE(stored);
        CHECK(stored.error().kind == Kind::Invalid);
        return stored.error().what;
    };
    CHECK(why("27182") == "a PIN has 6 to 12 digits and nothing else; this one has 5 characters");
    CHECK(why("2718281828459") == "a PIN has 6 to 12 digits and nothing else; this one has 13 characters");
    CHECK(why("27182e") == "a PIN has 6 to 12 digits and nothing else; this one has 6 characters");
    CHECK(why("111111") == "this PIN is among the first that anybody tries; choose another");
    CHECK(why("123456") == "this PIN is among the first that anybody tries; choose another");
    CHECK_FALSE(store.is_set());
}

TEST_CASE("a PIN that is set is not replaced") {
    Door door;
    std::string const before = door.folder.read("staff-pin");
    Status again = door.store.set(wrong);
    REQUIRE_FALSE(again);
    CHECK(again.error() ==
          Error{Kind::Refused,
                door.file.string() + ": there is a PIN already; `dalactl pin reset` takes it away"});
    CHECK(door.folder.read("staff-pin") == before);
}

TEST_CASE("waits rise after five tries and the tenth locks") {
    Door door;
    Millis time{0};
    constexpr Millis waits[] = {0s, 0s, 0s, 0s, 30s, 60s, 120s, 240s, 480s};
    for (Millis const wait : waits) {
        CHECK(tried(door.store, wrong, at(time)) == PinVerdict{.wait = wait});
        if (wait > 1ms) CHECK(tried(door.store, pin, at(time + wait - 1ms)) == PinVerdict{.wait = 1ms});
        time += wait;
    }
    CHECK(tried(door.store, wrong, at(time)) == PinVerdict{.wait = 960s, .locked = true});
    CHECK(tried(door.store, pin, at(time + 24h)) == PinVerdict{.locked = true});
    PinStore after_restart{door.file};
    CHECK(tried(after_restart, pin, at(time + 48h)) == PinVerdict{.locked = true});
}

TEST_CASE("a right PIN starts the count anew") {
    Door door{4};
    CHECK(tried(door.store, pin, at(1s)).right);
    for (int i = 0; i < 4; ++i) CHECK(tried(door.store, wrong, at(2s)) == PinVerdict{});
    CHECK(tried(door.store, wrong, at(2s)) == PinVerdict{.wait = 30s});
}

TEST_CASE("a clock that is set changes no wait of this run") {
    Door door{5};
    CHECK(tried(door.store, pin, at(10s, -24h)).wait == 20s);
    CHECK(tried(door.store, pin, at(11s, 24h)).wait == 19s);
}

TEST_CASE("the count and the wait survive a restart") {
    Door door{5};
    SUBCASE("the time switched off counts") {
        PinStore restarted{door.file};
        CHECK(tried(restarted, pin, at(1s, 20s)).wait == 10s);
        CHECK(tried(restarted, pin, at(11s, 20s)).right);
    }
    SUBCASE("a clock set back meanwhile shortens nothing") {
        PinStore restarted{door.file};
        CHECK(tried(restarted, pin, at(0s, -24h)).wait == 30s);
        CHECK(tried(restarted, pin, at(12s, -24h)).wait == 18s);
        CHECK(tried(restarted, pin, at(13s, 24h)).wait == 17s);
    }
    SUBCASE("this run has lasted at least as long as it says") {
        PinStore restarted{door.file};
        CHECK(tried(restarted, pin, at(25s, -24h)).wait == 5s);
    }
}

TEST_CASE("a try counts even if the program is killed over it") {
    Door door{1};
    pid_t const child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        static_cast<void>(PinStore{door.file}.check(wrong, at(2s)));
        pause();
        _exit(0);
    }
    for (int i = 0; i < 500 && counted(door.folder) == "1"; ++i) std::this_thread::sleep_for(1ms);
    kill(child, SIGKILL);
    int how = 0;
    waitpid(child, &how, 0);
    CHECK(WIFSIGNALED(how));
    CHECK(counted(door.folder) == "2");
}

TEST_CASE("a try that can't be counted is not looked at") {
    Door door;
    std::filesystem::create_directory(door.file.string() + ".new");
    Result<PinVerdict> verdict = door.store.check(pin, at(1s));
    REQUIRE_FALSE(verdict);
    CHECK(verdict.error() ==
          Error{Kind::Unreadable, door.file.string() + ": the staff's PIN can't be stored: Is a directory"});
}

TEST_CASE("a damaged file is no open door") {
    Door door;
    std::string const sound = door.folder.read("staff-pin");
    std::string const what =
        door.file.string() +
        ": damaged, so no PIN is right; `dalactl pin reset` lets the staff choose a new one";
    auto refused = [&](std::string const& text) {
        door.folder.write("staff-pin", text);
        PinStore store{door.file};
        CHECK(store.is_set());
        Result<PinVerdict> verdict = store.check(pin, at(1s));
        REQUIRE_FALSE(verdict);
        CHECK(verdict.error() == Error{Kind::Malformed, what});
        CHECK_FALSE(store.set(wrong));
    };
    for (std::size_t size = 0; size < sound.size(); ++size) refused(sound.substr(0, size));
    refused(sound + "0\n");
    refused("\x7F" + sound);
    refused(std::string(5000, 'x'));
    std::string negative = sound;
    negative.replace(negative.find("\n0\n"), 3, "\n-9\n");
    refused(negative);

    REQUIRE(door.store.reset());
    CHECK_FALSE(door.store.is_set());
    CHECK(door.store.set(wrong));
    CHECK(tried(door.store, wrong, at(2s)).right);
}

TEST_CASE("without a PIN nothing opens") {
    TempFolder folder;
    PinStore store{folder.path() / "staff-pin"};
    CHECK_FALSE(store.is_set());
    Result<PinVerdict> verdict = store.check(pin, at(0s));
    REQUIRE_FALSE(verdict);
    CHECK(verdict.error().kind == Kind::NotFound);
    CHECK(store.reset());
}
