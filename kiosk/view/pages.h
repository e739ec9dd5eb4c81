#pragma once
// One function a page: the page as a layer, laid out from the size of the glass.

#include "view/widgets.h"

namespace kiosk {

Layer home_page(Context const&);
/// `part` is the section shown; one that is gone: the first.
Layer topic_page(Context const&, Topic const&, int part);
Layer argument_page(Context const&, Argument const&);
/// `place` may be null: none chosen yet.
Layer map_page(Context const&, Place const* place);
Layer workshops_page(Context const&);
Layer workshop_page(Context const&, Workshop const&);
Layer involved_page(Context const&);

/// Any of them, with its bar. A page whose content is gone is the home page.
Layer page_layer(Context const&, Page const&);

}
