#pragma once
// Small files that hold keys: written once, whole, readable by their owner only. Blocking; any thread.

#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace kiosk {

/// Writes a file that must not exist yet, mode 0600; after a power cut it is there whole or not at all.
/// Fails with Kind::Refused if it exists, Kind::Unreadable or Kind::Unavailable (disk full) otherwise.
Status write_new_file(std::filesystem::path const&, std::string_view content);

/// The whole file, of at most 64 KiB. Fails with Kind::NotFound or Kind::Unreadable.
Result<std::string> read_small_file(std::filesystem::path const&);

}
