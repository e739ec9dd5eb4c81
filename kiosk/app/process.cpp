#include "app/process.h"

#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <unistd.h>

extern char** environ;

namespace kiosk {

Result<Child> start_child(std::filesystem::path const& program, std::vector<std::string> const& arguments) {
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
    posix_spawn_file_actions_adddup2(&files, writing.get(), STDOUT_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    pid_t pid = 0;
    int const failed = posix_spawn(&pid, words.front().c_str(), &files, &attributes, argv.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    if (failed != 0)
        return Error{Kind::NotFound, program.string() + " can't be started: " + std::strerror(failed)};
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

}
