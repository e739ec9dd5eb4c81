#pragma once
// What changes on a topic page when another of its sections is chosen: the tabs that choose it, and its
// arguments as rows. Rows keep their place, height and size of type whichever section is shown.

#include "view/widgets.h"

namespace kiosk {

/// How high the tabs and the rows of the longest section are, each row `row` high. A page with one section
/// has no tabs.
int sections_height(Context const&, Topic const&, int columns, int row);

/// Tabs and rows at the foot of `area`; rows as high as it allows, within reason. Returns their upper edge.
int add_sections(Context const&, Layer&, Topic const&, Section const& shown, Rect area, int columns);

}
