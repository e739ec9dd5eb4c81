#include "decode/confine.h"

#include <csignal>
#include <spawn.h>
#include <sys/wait.h>

#include <doctest/doctest.h>

namespace kiosk {

namespace {

/// How the probe ended: its exit code, or minus the signal that killed it.
int outcome(char const* deed) {
    pid_t pid = 0;
    char* arguments[] = {const_cast<char*>(DECODE_PROBE), const_cast<char*>(deed), nullptr};
    REQUIRE(posix_spawn(&pid, DECODE_PROBE, nullptr, nullptr, arguments, environ) == 0);
    int status = 0;
    waitpid(pid, &status, 0);
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

}

TEST_CASE("a confined process lives as long as it only computes") {
    CHECK(outcome("nothing") == 0);
    CHECK(outcome("thread") == 0);
}

TEST_CASE("a confined process that opens, connects, runs or forks is killed") {
    CHECK(outcome("open") == -SIGSYS);
    CHECK(outcome("socket") == -SIGSYS);
    CHECK(outcome("exec") == -SIGSYS);
    CHECK(outcome("fork") == -SIGSYS);
}

TEST_CASE("a confined process cannot have memory that its limit does not count") {
    CHECK(outcome("shared memory") == -SIGSYS);
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("a confined process cannot have more memory than a picture needs") {
    CHECK(outcome("memory") == 1);
}
#endif

}
