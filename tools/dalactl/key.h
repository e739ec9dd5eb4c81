#pragma once
// `dalactl key new`: the organiser's pair of keys.

#include <filesystem>

namespace kiosk {

/// Writes DATA/organiser.pub and the private key to `out_file`, says what to do next, and returns the exit
/// code. Neither file may exist.
int run_key_new(std::filesystem::path const& data_dir, std::filesystem::path const& out_file);

}
