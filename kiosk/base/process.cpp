#include "base/process.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace kiosk {
namespace {

/// Until there is something to read, or the other end is gone. False if that takes too long.
bool await(Fd const& from, Millis limit, GoOn const& go_on) {
    constexpr Millis slice{100};
    for (Millis left = limit;; left -= slice) {
        pollfd ready{from.get(), POLLIN, 0};
        int const count = ::poll(&ready, 1, int(std::clamp(left, Millis{0}, slice).count()));
        if (count != 0) return count > 0;
        if (left <= slice || (go_on && !go_on())) return false;
    }
}

}

Result<Child> start_child(std::filesystem::path const& program, std::vector<std::string> const& arguments,
                          StartOptions options) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return Error{Kind::Unavailable, program.string() + ": no pipe for it: " + std::strerror(errno)};
    Fd reading{ends[0]}, writing{ends[1]};

    std::vector<std::string> words{program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);

    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    if (options.input >= 0) posix_spawn_file_actions_adddup2(&files, options.input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, writing.get(), STDOUT_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes,
                             short(POSIX_SPAWN_SETSIGMASK | (options.own_group ? POSIX_SPAWN_SETPGROUP : 0)));
    pid_t pid = 0;
    int const failed = posix_spawn(&pid, words.front().c_str(), &files, &attributes, argv.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    if (failed != 0)
        return Error{Kind::Unavailable, program.string() + " can't be started: " + std::strerror(failed)};
    return Child{pid, std::move(reading)};
}

Result<std::string> read_line(Fd const& from, int seconds) {
    std::string line;
    for (;;) {
        pollfd ready{from.get(), POLLIN, 0};
        if (::poll(&ready, 1, seconds * 1000) <= 0)
            return Error{Kind::Unavailable, "nothing was said within " + std::to_string(seconds) + " s"};
        char next = 0;
        if (::read(from.get(), &next, 1) != 1)
            return Error{Kind::Unavailable, "it ended before it was ready"};
        if (next == '\n') return line;
        line += next;
    }
}

bool read_exactly(Fd const& from, void* memory, std::size_t size, Millis silence, GoOn const& go_on) {
    auto* at = static_cast<char*>(memory);
    while (size > 0) {
        if (!await(from, silence, go_on)) return false;
        ssize_t const count = ::read(from.get(), at, size);
        if (count <= 0) return false;
        at += count;
        size -= std::size_t(count);
    }
    return true;
}

std::optional<int> end_group(Child const& child, Millis limit, GoOn const& go_on) {
    Fd const process{int(::syscall(SYS_pidfd_open, child.pid, 0))};
    bool const in_time = process && await(process, limit, go_on);
    ::kill(-child.pid, SIGKILL);
    int status = 0;
    ::waitpid(child.pid, &status, 0);
    return in_time && WIFEXITED(status) ? std::optional{WEXITSTATUS(status)} : std::nullopt;
}

std::optional<std::filesystem::path> find_program(std::string_view name) {
    std::string_view folders = std::getenv("PATH") ? std::getenv("PATH") : "";
    while (!folders.empty()) {
        std::string_view const folder = folders.substr(0, folders.find(':'));
        std::filesystem::path const program = std::filesystem::path{folder} / name;
        if (!folder.empty() && ::access(program.c_str(), X_OK) == 0) return program;
        folders.remove_prefix(std::min(folder.size() + 1, folders.size()));
    }
    return std::nullopt;
}

}
