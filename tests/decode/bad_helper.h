#pragma once
// What the bad helper can do. The width of a job's box says it; of a file to inspect, the first letter.

namespace kiosk {

enum class Misdeed { Dies = 100, Hangs, ClaimsMore, ClaimsNothing, InventsKind, Forges };

enum class Lie : char { NoSize = 's', EndlessPages = 'p', BoolsOfTwo = 'b' };

}
