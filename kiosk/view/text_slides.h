#pragma once
// Slides of words on one of the house's grounds, one composition for each template.

#include "view/widgets.h"

namespace kiosk {

/// For an item that has a text.
Layer text_slide(Context const&, Item const&);

}
