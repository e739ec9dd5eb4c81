#include "dalactl/plays.h"

#include "app/play_log.h"
#include "base/csv.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>

namespace kiosk {
namespace {

using Row = std::vector<std::string>;

std::size_t column(std::string_view name) {
    Row const columns = play_columns();
    return std::size_t(std::ranges::find(columns, name) - columns.begin());
}

bool is_wanted(Row const& row, PlaysJob const& job) {
    std::string const day = row[column("start_utc")].substr(0, 10);
    return (job.from.empty() || day >= job.from) && (job.to.empty() || day < job.to);
}

/// A row that was cut off when the power went is passed over.
void read_file(std::filesystem::path const& file, PlaysJob const& job, std::vector<Row>& rows) {
    std::ifstream in{file, std::ios::binary};
    Row const columns = play_columns();
    for (std::string line; std::getline(in, line);) {
        if (line.ends_with('\r')) line.pop_back();
        std::optional<Row> row = read_csv_row(line);
        if (row && row->size() == columns.size() && *row != columns && is_wanted(*row, job))
            rows.push_back(std::move(*row));
    }
}

std::vector<Row> read_plays(PlaysJob const& job) {
    std::vector<std::filesystem::path> files;
    std::error_code failed;
    for (auto const& entry : std::filesystem::directory_iterator(job.data_dir / "plays", failed)) {
        if (entry.path().extension() == ".csv") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<Row> rows;
    for (std::filesystem::path const& file : files) read_file(file, job, rows);
    return rows;
}

struct Sum {
    int plays = 0, whole = 0;
    double seconds = 0;
};

void print_sums(std::vector<Row> const& rows) {
    std::map<std::pair<std::string, std::string>, Sum> sums;
    double all = 0;
    for (Row const& row : rows) {
        Sum& sum = sums[{row[column("exhibitor")], row[column("playlist")]}];
        double const seconds = std::strtod(row[column("seconds")].c_str(), nullptr);
        ++sum.plays;
        sum.whole += row[column("ended")] == "ended";
        sum.seconds += seconds;
        all += seconds;
    }
    std::cout << csv_row({"exhibitor", "playlist", "plays", "whole_plays", "seconds", "share_percent"});
    for (auto const& [names, sum] : sums) {
        char seconds[32], share[32];
        std::snprintf(seconds, sizeof seconds, "%.0f", sum.seconds);
        std::snprintf(share, sizeof share, "%.1f", all > 0 ? 100 * sum.seconds / all : 0);
        std::cout << csv_row({names.first, names.second, std::to_string(sum.plays), std::to_string(sum.whole),
                              seconds, share});
    }
}

}

int run_plays(PlaysJob const& job) {
    std::vector<Row> const rows = read_plays(job);
    if (!job.rows) {
        print_sums(rows);
        return 0;
    }
    std::cout << csv_row(play_columns());
    for (Row const& row : rows) std::cout << csv_row(row);
    return 0;
}

}
