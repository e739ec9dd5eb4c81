#pragma once
// A page in large text, cut into sheets that are leafed through with two buttons: one finger, no scrolling.

#include "view/blocks.h"

#include <functional>

namespace kiosk {

/// What a page says, for a column of that size.
using Writer = std::function<void(Blocks&)>;

/// Sheet `page.part` of what `write` says (the last one if there are fewer), with `image` beside or above it
/// and, if there are several, the way to the others. No bar.
Layer sheet(Context const&, Page const& page, Image const* image, Writer const& write);

}
