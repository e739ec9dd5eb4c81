#pragma once
// What the helper's libraries may open by name.

namespace kiosk {

/// From here on only the fonts on the shelf; everything else fails with EACCES.
void close_all_but_fonts();

}
