#pragma once
// `dalactl check`: everything that is wrong with the library and the playlists, before a visitor sees it.

#include "base/geometry.h"

#include <chrono>
#include <filesystem>
#include <vector>

namespace kiosk {

struct CheckJob {
    std::filesystem::path media, playlists;
    std::chrono::sys_days today;  ///< Against which expiry is held.
    bool verbose = false;         ///< Also prints how each body reads.
    std::vector<Size> sizes{{1920, 1080}, {1080, 1920}, {3840, 2160}, {1280, 800}};  ///< Of the screens.
};

/// Prints a line for each fault of the files, for each thing that editors should mend, and for each screen on
/// which something does not fit or can't be read, in all languages and sizes of text; then "note:" lines for
/// what will have to be looked at soon, and a summary. Exit code 1 if there is anything to mend.
int run_check(CheckJob const&);

}
