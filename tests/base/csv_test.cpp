#include "base/csv.h"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("a row comes back as it was written") {
    std::vector<std::string> const cells{"Dala \"Hus\", AB", "", "=1+1", "'quoted'", "å, ä"};
    std::string row = csv_row(cells);
    CHECK(row == "\"Dala \"\"Hus\"\", AB\",\"\",\"'=1+1\",\"'quoted'\",\"å, ä\"\r\n");
    row.resize(row.size() - 2);
    CHECK(read_csv_row(row) == cells);
}

TEST_CASE("a row that was cut off is none") {
    std::string row = csv_row({"one", "two"});
    row.resize(row.size() - 2);
    for (std::size_t length = 0; length < row.size(); ++length) {
        bool const whole_cell = length == std::string("\"one\"").size();
        CHECK(read_csv_row(row.substr(0, length)).has_value() == whole_cell);
    }
    CHECK_FALSE(read_csv_row("one,two"));
}
