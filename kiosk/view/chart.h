#pragma once
// The county as a drawing: its outline, lakes and rivers, and a dot with a name for every place.

#include "view/widgets.h"

namespace kiosk {

/// Draws into `area`; names may reach a little beyond its sides. Nothing is drawn into `kept_free`.
void add_chart(Context const&, Layer&, Place const* chosen, Rect area, Rect kept_free);

}
