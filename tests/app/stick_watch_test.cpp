#include "app/stick_watch.h"

#include "app/ear.h"
#include "content/temp_folder.h"

#include <doctest/doctest.h>

#include <thread>

#include <sys/resource.h>

using namespace kiosk;

namespace {

/// So many pieces of news, "+BLUE" or "-RED", in order.
std::string news(Ear& ear, std::size_t count = 1) {
    std::string words;
    while (count > 0) {
        std::vector<Message> const heard = ear.next();
        if (heard.empty()) break;
        count -= std::min(count, heard.size());
        for (Message const& message : heard) {
            if (auto const* put = std::get_if<StickPut>(&message)) words += "+" + put->stick.label;
            if (auto const* out = std::get_if<StickPulled>(&message))
                words += "-" + std::filesystem::path{out->folder}.filename().string();
        }
    }
    return words;
}

}

TEST_CASE("sticks are noticed when they come and when they go, and those that are in at the start") {
    TempFolder const sticks;
    sticks.write("BLUE/1.jpg", "x");
    sticks.write("a file", "x");
    Ear ear;
    StickWatch const watch{sticks.path(), ear.inbox};
    CHECK(news(ear) == "+BLUE");
    sticks.write("RED/1.jpg", "x");
    CHECK(news(ear) == "+RED");
    sticks.remove("BLUE");
    CHECK(news(ear) == "-BLUE");
    std::filesystem::rename(sticks.path() / "RED", sticks.path() / "GREEN");
    CHECK(news(ear, 2) == "-RED+GREEN");
}

TEST_CASE("the system's mounts are watched without being asked again and again") {
    Ear ear;
    StickWatch const watch{{}, ear.inbox};
    auto const processor_time = [] {
        rusage used{};
        ::getrusage(RUSAGE_SELF, &used);
        return std::chrono::seconds{used.ru_utime.tv_sec + used.ru_stime.tv_sec} +
               std::chrono::microseconds{used.ru_utime.tv_usec + used.ru_stime.tv_usec};
    };
    auto const before = processor_time();
    std::this_thread::sleep_for(std::chrono::milliseconds{300});
    CHECK(processor_time() - before < std::chrono::milliseconds{50});
}
