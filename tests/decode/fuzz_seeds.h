#pragma once
// What the decoder's fuzzer starts from.

#include <string>
#include <vector>

namespace kiosk {

/// Small pictures in every format, and the hostile files that are not large.
std::vector<std::string> fuzz_seeds();

}
