#pragma once
// Whether a disk still has room. Blocking, for a moment; any thread.

#include "base/result.h"

#include <cstdint>
#include <filesystem>

namespace kiosk {

/// What unpacking and converting leave free: the sign-ups are written on the same disk.
inline constexpr std::uintmax_t spare_for_others = 200'000'000;

/// Fails with Kind::Unavailable if the disk that `folder` lies on has less room than that. A disk that does
/// not tell has room, until writing fails.
Status check_room(std::filesystem::path const& folder, std::uintmax_t bytes);

}
