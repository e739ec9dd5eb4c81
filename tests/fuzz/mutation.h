#pragma once
// What becomes of files for a fuzzer. The same number makes the same file, everywhere.

#include <cstdint>
#include <string>
#include <vector>

namespace kiosk {

/// One of the seeds, changed in a few places: bits, numbers, whole pieces, its end. No seed may be empty.
std::string mutated(std::vector<std::string> const& seeds, std::uint64_t number);

}
