#include "app/status.h"

#include <doctest/doctest.h>

#include <fstream>

#include <nlohmann/json.hpp>
#include <unistd.h>

using namespace kiosk;

TEST_CASE("status.json has every field of the contract") {
    Model model;
    model.language = "en";
    model.show.item = "dalarna/3";
    model.show.skipped["dalarna/4"] = "x.png: is cut off";
    model.catalog.problems.push_back(
        {"playlists/b/playlist.toml", "playlists/b/playlist.toml:3:1: unknown key \"titel\""});
    model.service_up = true;
    model.signup_base = "http://192.168.1.20:8620";
    model.seats["one"] = {40, 25, "open", "secret-token"};
    model.health = {.frames = 1234,
                    .missed_frames = 2,
                    .frame_ms_p50 = 3.14159,
                    .frame_ms_p99 = 7.5,
                    .frame_ms_worst = 9.25,
                    .frame_gap_ms_worst = 33.333,
                    .uptime = Millis{65'000}};

    std::string const text = status_json(model, "attract", Millis{321});
    auto const json = nlohmann::json::parse(text);
    CHECK(json["screen"] == "attract");
    CHECK(json["language"] == "en");
    CHECK(json["playlist"] == "dalarna");
    CHECK(json["item"] == "dalarna/3");
    CHECK(json["frames"] == 1234);
    CHECK(json["last_frame_age_ms"] == 321);
    CHECK(json["frame_ms_p50"] == 3.14);
    CHECK(json["frame_ms_p99"] == 7.5);
    CHECK(json["frame_ms_worst"] == 9.25);
    CHECK(json["frame_gap_ms_worst"] == 33.33);
    CHECK(json["missed_frames"] == 2);
    CHECK(json["skipped"].size() == 2);
    CHECK(json["skipped"][0]["why"] == "x.png: is cut off");
    CHECK(json["signup_url"] == "http://192.168.1.20:8620");
    CHECK(json["signup_port"] == 8620);
    CHECK(json["uptime_s"] == 65);
    CHECK(text.find("secret-token") == std::string::npos);
}

TEST_CASE("a byte that is no text does not end the kiosk") {
    Model model;
    model.show.skipped["dalarna/4"] = "x.pdf: uses the font \xFF";
    auto const json = nlohmann::json::parse(status_json(model, "attract", Millis{0}));
    CHECK(json["skipped"][0]["why"] == "x.pdf: uses the font \uFFFD");
}

TEST_CASE("a file is replaced whole, and a folder that is not there is named") {
    auto const file = std::filesystem::temp_directory_path() / ("dala-status-" + std::to_string(::getpid()));
    REQUIRE(replace_file(file, "first"));
    REQUIRE(replace_file(file, "second"));
    std::string content;
    std::ifstream{file} >> content;
    CHECK(content == "second");
    std::filesystem::remove(file);
    auto failed = replace_file("/nowhere/status.json", "x");
    REQUIRE_FALSE(failed);
    CHECK(failed.error().what == "/nowhere/status.json: can't be written: is the disk full or read-only?");
}
