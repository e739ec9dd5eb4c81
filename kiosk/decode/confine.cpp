#include "decode/confine.h"

#include <cerrno>
#include <cstring>
#include <memory>
#include <string>

#include <sys/prctl.h>
#include <sys/resource.h>

#include <seccomp.h>

namespace kiosk {

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool is_sanitized = true;  // the sanitizers reserve terabytes of addresses
#else
constexpr bool is_sanitized = false;
#endif

// The largest picture allowed takes 64 MB as a file, 256 MB as pixels and once more 256 MB while they are
// converted, or 384 MB as coefficients of a progressive JPEG; the libraries and their threads take 200 MB of
// addresses.
constexpr rlim_t most_memory = rlim_t(1) << 30;
// The socket, two descriptors that come with a job, the shared memory, and what the libraries opened before.
constexpr rlim_t most_descriptors = 16;

constexpr int allowed_calls[] = {
    // Talking to the client; libraries also write complaints, which nobody hears.
    SCMP_SYS(read),
    SCMP_SYS(write),
    SCMP_SYS(recvmsg),
    SCMP_SYS(sendmsg),
    SCMP_SYS(close),
    // fstat(), which glibc makes of the other with an empty path.
    SCMP_SYS(fstat),
    SCMP_SYS(newfstatat),
    // Memory; qsort() asks once how much there is.
    SCMP_SYS(mmap),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(mprotect),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(sysinfo),
    // Threads: waiting, and what one does that is slow to start.
    SCMP_SYS(futex),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    // Time, chance and the end. Where there is no alarm call, alarm() sets a timer.
    SCMP_SYS(alarm),
    SCMP_SYS(setitimer),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(nanosleep),
    SCMP_SYS(getrandom),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(exit_group),
    // What the sanitizers' builds do before they end.
    SCMP_SYS(sigaltstack),
};

Error refused(char const* step, int code) {
    return {Kind::Unavailable,
            std::string{"the decoder cannot be confined: "} + step + ": " + std::strerror(code)};
}

bool limit(__rlimit_resource resource, rlim_t most) {
    rlimit const both{most, most};
    return setrlimit(resource, &both) == 0;
}

struct ReleaseFilter {
    void operator()(void* filter) const { seccomp_release(filter); }
};

Status filter_calls() {
    std::unique_ptr<void, ReleaseFilter> filter{seccomp_init(SCMP_ACT_KILL_PROCESS)};
    if (!filter) return refused("seccomp_init", ENOMEM);
    int failed = seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1);
    for (int call : allowed_calls) {
        if (failed == 0) failed = seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0);
    }
    if (failed == 0) failed = seccomp_load(filter.get());
    if (failed != 0) return refused("seccomp", -failed);
    return {};
}

}

Status confine() {
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) {
        return refused("prctl", errno);
    }
    if (!limit(RLIMIT_CORE, 0) || !limit(RLIMIT_NOFILE, most_descriptors) ||
        (!is_sanitized && !limit(RLIMIT_AS, most_memory))) {
        return refused("setrlimit", errno);
    }
    return filter_calls();
}

}
