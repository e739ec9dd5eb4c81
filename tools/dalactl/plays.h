#pragma once
// `dalactl plays`: what was on the screen, by exhibitor or row by row.

#include <filesystem>
#include <string>

namespace kiosk {

struct PlaysJob {
    std::filesystem::path data_dir;
    std::string from, to;  ///< Days, "2027-03-01"; `to` is exclusive. Empty: all.
    bool rows = false;     ///< Each play, instead of sums.
};

/// CSV on standard output; returns the exit code.
int run_plays(PlaysJob const&);

}
