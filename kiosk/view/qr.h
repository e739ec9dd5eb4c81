#pragma once
// QR codes (ISO/IEC 18004) as modules.

#include "view/scene.h"

namespace kiosk {

/// `payload` as a code of medium error correction (15 %). Modules are laid out by the painter. A payload that
/// no code can hold (over 2,331 bytes) gives a paint with modules = 0.
QrPaint make_qr(std::string const& payload, Rect rect);

}
