#pragma once
// `dalactl check`: everything that is wrong with the library and the playlists, before a visitor sees it.

#include <filesystem>

namespace kiosk {

/// Prints a line for each fault of the files, for each Swedish text that reads too hard, and for each screen
/// on which something does not fit, at the usual sizes and in all languages. Exit code 1 if there is any.
int run_check(std::filesystem::path const& media, std::filesystem::path const& playlists);

}
