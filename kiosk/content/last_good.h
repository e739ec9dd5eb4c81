#pragma once
// A slip in an edit must not take from the screen what was there before it.

#include "content/catalog.h"

namespace kiosk {

/// Puts back into `fresh` what `before` had of the files that are spoilt now (Catalog::spoilt), each with a
/// line in the problems. A playlist comes back whole but for items that lean on something gone: a picture that
/// was taken away stays away.
void keep_last_good(Catalog const& before, Catalog& fresh);

}
