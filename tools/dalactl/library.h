#pragma once
// `dalactl library`: what the shared library holds, for whoever wants to use it elsewhere.

#include "content/usage.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace kiosk {

struct LibraryJob {
    std::string verb;  ///< "list", "search", "show", "uses" or "export".
    std::filesystem::path media, playlists;
    std::chrono::sys_days today;     ///< Against which expiry is held.
    std::vector<std::string> words;  ///< Search: what to find; show, uses, export: ids.
    std::string kind, tag;           ///< List: only these; empty: all.
    std::string language;            ///< List, search: of the titles; empty: the library's first.
    std::filesystem::path out;       ///< Export: a folder.
    bool expired = false;            ///< Export: also what has expired.
};

/// Returns the exit code: 0; 1 if something can't be read, written or found.
int run_library(LibraryJob const&);

/// Everything about one asset, with every place that shows it.
std::string sheet_about(Catalog const&, Asset const&, std::vector<Use> const& all,
                        std::chrono::sys_days today);

/// "until 2027-03-07", "expired since 2027-03-08", or "" for what keeps.
std::string said_expiry(Expiry const&, std::chrono::sys_days today);

}
