#pragma once
// "Did you mean …?": the known name that lies nearest to a mistyped one.

#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

using Names = std::vector<std::string>;

/// The end of a sentence about an unknown `name`: `; did you mean "title"?`, or, when nothing is near,
/// "; known are a, b, c" (at most eight of them), or "" when nothing is known.
std::string suggestion(std::string_view name, Names const& known);

}
