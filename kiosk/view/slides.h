#pragma once
// The slides of the loop.

#include "view/widgets.h"

namespace kiosk {

/// One item, full screen. The whole slide is one target: it leads to the item's topic.
Layer slide(Context const&, Item const&);

/// What is shown while nothing else can be: the library's name on the house colour. Needs no picture.
Layer plain_slide(Context const&);

/// Which item of how many, over all slides.
std::optional<Element> dots(Context const&, std::vector<std::string> const& items, std::string const& shown);

}
