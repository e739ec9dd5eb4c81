#pragma once
// Files for a fuzzer: good ones, and what becomes of them. The same number makes the same file, everywhere.

#include <cstdint>
#include <string>
#include <vector>

namespace kiosk {

/// Small pictures in every format, and the hostile files that are not large.
std::vector<std::string> fuzz_seeds();

/// One of the seeds, changed in a few places: bits, numbers, whole pieces, its end.
std::string mutated(std::vector<std::string> const& seeds, std::uint64_t number);

}
