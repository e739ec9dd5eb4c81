#include "app/options.h"

#include <doctest/doctest.h>

#include <vector>

using namespace kiosk;

namespace {

Result<std::optional<Options>> read(std::vector<std::string> words) {
    words.insert(words.begin(), "dalakiosk");
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    return read_options(int(argv.size()), argv.data());
}

}

TEST_CASE("no option is needed") {
    auto options = read({});
    REQUIRE(options);
    REQUIRE(*options);
    CHECK((*options)->speed == 1);
    CHECK_FALSE((*options)->window);
    CHECK((*options)->settings_file() == (*options)->data / "settings.toml");
}

TEST_CASE("sizes and times are read as they are written") {
    auto options = read({"--window", "1280x800", "--screen-mm", "600x340", "--now",
                         "2027-08-25T09:00:00+02:00", "--renderer", "software"});
    REQUIRE(options);
    CHECK((*options)->window == Size{1280, 800});
    CHECK((*options)->screen_mm == Size{600, 340});
    CHECK((*options)->now == parse_iso8601("2027-08-25T07:00:00Z")->at);
    CHECK((*options)->renderer == RendererChoice::Software);
}

TEST_CASE("wrong use is answered with what to write instead") {
    CHECK(read({"--window", "wide"}).error().what ==
          "--window wide is no size; write it as --window 1920x1080");
    CHECK(read({"--now", "tomorrow"}).error().what ==
          "--now: \"tomorrow\" is no date and time; write it as 2027-08-25T09:00:00+02:00");
    CHECK(read({"--colour", "red"}).error().what.find("--colour") != std::string::npos);
    CHECK(read({"--speed", "0"}).error().what.find("--speed") != std::string::npos);
}
