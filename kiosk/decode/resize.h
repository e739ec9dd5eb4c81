#pragma once
// Scaling of pixels. Any thread.

#include "base/bitmap.h"
#include "decode/framing.h"

namespace kiosk {

/// The excerpt of `picture` at the size shown. Colours are weighed as they are stored (not in linear light),
/// as browsers do. If the fourth channel is no alpha, the others are not bounded by it.
Bitmap resize(Bitmap picture, Excerpt const&, bool is_premultiplied = true);

}
