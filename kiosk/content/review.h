#pragma once
// What editors should mend although it can be shown: texts that are hard, long, undated or unused, and what
// has expired. Pure; any thread.

#include "content/catalog.h"

namespace kiosk {

/// Both hold one line each: file, key, what is wrong, what to do.
struct Review {
    std::vector<std::string> faults;
    std::vector<std::string> notes;  ///< Nothing to mend yet: what will have expired before long.
};

/// What reading the files can't tell, on `today`.
Review review(Catalog const&, std::chrono::sys_days today);

/// How a body reads.
struct Reading {
    std::string argument;
    double lix = 0;          ///< Of the Swedish text; 0 without one.
    std::vector<int> words;  ///< In each of the catalogue's languages.
};
/// By argument's id.
std::vector<Reading> readings(Catalog const&);

}
