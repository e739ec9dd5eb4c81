#pragma once
// Starting another program, with its standard output on a pipe. Blocking where it says so; any thread.

#include "base/fd.h"
#include "base/result.h"
#include "base/time.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace kiosk {

/// Asked some ten times a second while something is waited for; false: nobody wants it any more. Empty: wait.
using GoOn = std::function<bool()>;

struct Child {
    pid_t pid = 0;
    Fd output;  ///< What it writes to its standard output.
};

struct StartOptions {
    int input = -1;          ///< Its standard input; -1: ours.
    bool own_group = false;  ///< It can be ended with all that it starts; see end_group().
};

/// The child starts with no signal blocked. Fails with Kind::Unavailable, naming the program.
Result<Child> start_child(std::filesystem::path const& program, std::vector<std::string> const& arguments,
                          StartOptions = {});

/// One line without its end; waits at most `seconds`. Fails with Kind::Unavailable if none comes.
Result<std::string> read_line(Fd const&, int seconds);

/// Fills the memory. False if the other end closes before, or says nothing for so long.
bool read_exactly(Fd const&, void* memory, std::size_t size, Millis silence, GoOn const& = {});

/// Waits for a child that has a group of its own, and ends that group, all of it when `limit` is over. Its
/// exit code; none if it was ended or crashed.
std::optional<int> end_group(Child const&, Millis limit, GoOn const& = {});

/// The program of that name in PATH.
std::optional<std::filesystem::path> find_program(std::string_view name);

}
