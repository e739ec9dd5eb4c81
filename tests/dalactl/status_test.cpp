#include "dalactl/status.h"

#include "content/temp_folder.h"
#include "dalactl/captured.h"

#include <doctest/doctest.h>

#include <chrono>

using namespace kiosk;

namespace {

/// What run_status prints to both streams, and its exit code behind it.
std::string said(std::filesystem::path const& data) {
    Captured streams;
    int const code = run_status(data);
    return streams.said() + "exit " + std::to_string(code);
}

}

TEST_CASE("status is told line by line, with what was left out") {
    TempFolder data;
    data.write(
        "run/status.json",
        R"({"screen": "attract", "frames": 12, "skipped": [{"item": "a", "why": "a.png: is cut off"}]})");
    CHECK(said(data.path()) == "screen              attract\n"
                               "frames              12\n"
                               "left out            a.png: is cut off\n"
                               "exit 0");
}

TEST_CASE("a kiosk that does not run is said so") {
    TempFolder data;
    std::string const file = (data.path() / "run/status.json").string();
    CHECK(said(data.path()) ==
          "dalactl: " + file + " is not there: no kiosk has run with this data folder; see --data\nexit 1");
    data.write("run/status.json", "{}");
    std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now() -
                                               std::chrono::seconds{90});
    CHECK(said(data.path()) == "dalactl: this is 90 s old: the kiosk does not run\nexit 1");
    data.write("run/status.json", "{");
    CHECK(said(data.path()).starts_with("dalactl: status.json can't be understood: "));
}
