#pragma once
// Breaking headlines: lines of even length, no short word alone, sentences on lines of their own where that
// fits.

#include "view/context.h"

namespace kiosk {

/// `markup` (plain words, no tags) with a line end at each break, for a box in which it fits. Takes no more
/// lines than it must; one more if then every sentence can start a line. If the lines do not come out as
/// reckoned (words set together are wider than their sum), the markup comes back as it was.
std::string balanced(Context const&, std::string const& markup, TextStyle const&, Size box);

}
