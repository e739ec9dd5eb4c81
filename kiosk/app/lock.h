#pragma once
// One program a data folder: a second start says who holds it.

#include "base/fd.h"
#include "base/result.h"

#include <filesystem>

namespace kiosk {

/// Held until the descriptor closes, also by a crash. Fails with Kind::Refused, naming the process that
/// holds it, or Kind::Unreadable.
Result<Fd> lock_folder(std::filesystem::path const& lock_file);

}
