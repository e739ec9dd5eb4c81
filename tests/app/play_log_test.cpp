#include "app/play_log.h"

#include "base/csv.h"
#include "content/temp_folder.h"

#include <doctest/doctest.h>
#include <fstream>
#include <sstream>

using namespace kiosk;

namespace {

NotePlay play(std::string title, char const* start = "2027-03-01T09:00:00Z") {
    return {"mora/1",     std::move(title), "Mora \"AB\"", "mora", parse_iso8601(start)->at,
            Millis{5000}, Millis{10'800},   "ended"};
}

std::vector<std::string> lines(std::filesystem::path const& file) {
    std::vector<std::string> all;
    std::ifstream in{file, std::ios::binary};
    for (std::string line; std::getline(in, line);) all.push_back(line.substr(0, line.size() - 1));
    return all;
}

}

TEST_CASE("plays are added to the month's file, with its columns first") {
    TempFolder folder;
    for (int round = 0; round < 2; ++round) {
        PlayLog log{folder.path() / "plays", "stand-1"};
        log.add(play("En"));
        log.add(play("Två", "2027-04-01T00:00:00Z"));
    }
    std::vector<std::string> const march = lines(folder.path() / "plays" / "2027-03.csv");
    REQUIRE(march.size() == 3);
    CHECK(read_csv_row(march[0]) == play_columns());
    std::vector<std::string> row = *read_csv_row(march[1]);
    CHECK(row[0] != (*read_csv_row(march[2]))[0]);
    row.erase(row.begin());
    CHECK(row == std::vector<std::string>{"stand-1", "2027-03-01T09:00:00Z", "5000", "10.8", "mora/1", "En",
                                          "Mora \"AB\"", "mora", "ended"});
    CHECK(lines(folder.path() / "plays" / "2027-04.csv").size() == 3);
}

TEST_CASE("a disk that takes nothing holds up nobody") {
    TempFolder folder;
    folder.write("plays", "a file where the folder should be");
    PlayLog log{folder.path() / "plays", "stand-1"};
    for (int i = 0; i < 100; ++i) log.add(play("En"));
    CHECK(lines(folder.path() / "plays").size() == 1);
}
