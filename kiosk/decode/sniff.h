#pragma once
// Tells what a file is by its first bytes, never by its name.

#include "decode/decode.h"
#include "decode/inspection.h"

namespace kiosk {

/// Fails with Kind::Malformed for an empty file and Kind::Refused for anything that is not shown; the
/// sentence says what the file is and what to bring instead.
Result<Format> sniff(PictureBytes);

}
