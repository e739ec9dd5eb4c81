#pragma once
// Every page for those who asked for large text: the same words in one column, cut into sheets.

#include "view/pages.h"

namespace kiosk {

/// Without its bar. A page whose content is gone is the home page.
Layer reading_page(Context const&, Page const&);

}
