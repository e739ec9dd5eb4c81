#pragma once
// Starting another of our programs, with its standard output on a pipe.

#include "base/fd.h"
#include "base/result.h"

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace kiosk {

struct Child {
    pid_t pid = 0;
    Fd output;  ///< What it writes to its standard output.
};

/// The child starts with no signal blocked. Fails with Kind::NotFound or Kind::Unavailable, naming the
/// program.
Result<Child> start_child(std::filesystem::path const& program, std::vector<std::string> const& arguments);

/// One line without its end; waits at most `seconds`. Fails with Kind::Unavailable if none comes.
Result<std::string> read_line(Fd const&, int seconds);

}
