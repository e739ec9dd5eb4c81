#pragma once
// What is no longer shown: everything with `expires` has a first day without it.

#include "content/catalog.h"

namespace kiosk {

/// `all` as it is on `today`: without expired arguments, pictures and items, and without any trace of them.
/// An item whose argument or picture has expired goes with it; what else lacks its picture is shown without.
Catalog current(Catalog const& all, std::chrono::sys_days today);

}
