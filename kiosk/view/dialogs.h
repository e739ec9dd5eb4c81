#pragma once
// What stands over the pages: "still there?" and the way to the staff overlay.

#include "view/widgets.h"

namespace kiosk {

/// Drawn above the page that the visitor is on.
std::vector<Element> asking_dialog(Context const&, Asking const&);

Layer pin_page(Context const&, PinPad const&);

}
