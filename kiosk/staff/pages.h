#pragma once
// The overlay's pages. Each draws into `area`, of which only the width is fixed: it gives the height that it
// used, and its upper edge is above the screen's when it is scrolled.

#include "staff/ui.h"

namespace kiosk {

enum class StaffPage { Overview, Playlists, Import, Workshops, Notices, Leave };

/// What is on, how the machine fares, which language visitors meet, what was left out and why.
int show_status(Ui&, Rect area, Model const&, Now const&);
/// What plays, each with its switch.
int show_playlists(Ui&, Rect area, Model const&);
/// A stick: what would become of each file, the decision, and how it goes. `previews` are small pictures of
/// the survey's files.
int show_import(Ui&, Rect area, Model const&, std::vector<Bitmap> const& previews);
/// Who has signed up, in numbers.
int show_workshops(Ui&, Rect area, Model const&);
/// What can take the whole screen, each with its switch.
int show_notices(Ui&, Rect area, Model const&);
/// Asks before the program ends; "no" leads to another page.
int show_leave(Ui&, Rect area, StaffPage&);

}
