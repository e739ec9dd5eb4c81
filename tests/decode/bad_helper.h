#pragma once
// What the bad helper can do.

namespace kiosk {

enum class Misdeed { Dies = 100, Hangs, ClaimsMore, ClaimsNothing, InventsKind, Forges };

}
