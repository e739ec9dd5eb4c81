#include "app/record.h"

#include <doctest/doctest.h>

#include <unistd.h>

using namespace kiosk;

namespace {

struct File {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("dala-record-" + std::to_string(::getpid()));
    ~File() { std::filesystem::remove(path); }
};

}

TEST_CASE("what is recorded is what is replayed") {
    File file;
    std::vector<TimedTouch> const visit{{Millis{1200}, Touched::Phase::Down, 7, {100, 200}},
                                        {Millis{1250}, Touched::Phase::Move, 7, {130, 200}},
                                        {Millis{1300}, Touched::Phase::Up, -1, {130, 200}}};
    {
        auto recorder = Recorder::open(file.path);
        REQUIRE(recorder);
        for (TimedTouch const& touch : visit) recorder->add(touch);
    }
    auto read = read_touches(file.path);
    REQUIRE(read);
    CHECK(*read == visit);
}

TEST_CASE("a line that is no touch is named") {
    File file;
    std::ofstream{file.path} << "10 down 1 5 5\n20 drop 1 5 5\n";
    auto read = read_touches(file.path);
    REQUIRE_FALSE(read);
    CHECK(read.error().what ==
          file.path.string() + ":2: \"20 drop 1 5 5\" is no touch; a line is MS down|move|up FINGER X Y");
}

TEST_CASE("a recorder without a file does nothing") {
    auto recorder = Recorder::open({});
    REQUIRE(recorder);
    recorder->add({});
    CHECK_FALSE(Recorder::open("/nowhere/at/all"));
}
