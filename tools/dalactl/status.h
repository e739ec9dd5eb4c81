#pragma once
// `dalactl status`: how the kiosk on this machine is doing.

#include <filesystem>

namespace kiosk {

/// Prints what DATA/run/status.json says. Exit code 1 if there is none, or if it is older than five seconds:
/// then the kiosk does not run.
int run_status(std::filesystem::path const& data_dir);

}
