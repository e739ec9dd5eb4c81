#pragma once
// Tells by a file's first bytes what no decoder is asked about: film, sound, documents of office programs and
// archives. Pure; any thread.

#include <string_view>

namespace kiosk {

enum class BroughtKind { Other, Video, Sound, Document, Archive };

/// Give it the first `head_bytes` of the file, or all of a shorter one.
inline constexpr std::size_t head_bytes = 4096;
BroughtKind kind_of(std::string_view head);

}
