#pragma once
// What staff put on the screen instead of everything else.

#include "view/widgets.h"

namespace kiosk {

/// Full screen, in every language of the library at once; nothing on it can be touched.
Layer notice_slide(Context const&, Notice const&);

/// Says that the slide is held, as long as a finger rests on it.
Element held_mark(Context const&);

}
