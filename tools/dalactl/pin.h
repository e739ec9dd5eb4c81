#pragma once
// `dalactl pin`: the staff's PIN, for whoever may use a shell on the kiosk.

#include <filesystem>

namespace kiosk {

/// Reads a new PIN from standard input (its echo switched off on a terminal) and stores it in place of the
/// old one.
int run_pin_set(std::filesystem::path const& data_dir);

/// Forgets the PIN and the count of wrong tries: who opens the pad next chooses a new one.
int run_pin_reset(std::filesystem::path const& data_dir);

}
