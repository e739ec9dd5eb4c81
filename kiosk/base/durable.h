#pragma once
// Bytes that are still there after the power was cut. Blocking; any thread. On failure errno says why.

#include <filesystem>
#include <string_view>

namespace kiosk {

/// Writes all of it, however many calls that takes.
bool write_all(int fd, std::string_view bytes);

/// Makes durable which names lie in the folder; "" is the current one.
bool sync_folder(std::filesystem::path const& folder);

}
