#pragma once
// Screenshots.

#include "base/bitmap.h"
#include "base/result.h"

#include <filesystem>

namespace kiosk {

/// Writes an opaque PNG; the bitmap's alpha is ignored. Fails with Kind::Unreadable if the file cannot be
/// written, Kind::Refused if the bitmap is empty.
Status write_png(Bitmap const&, std::filesystem::path const& file);

}
