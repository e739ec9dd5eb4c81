#include "decode/confine.h"

#include "base/handle.h"

#include <cerrno>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <seccomp.h>

namespace kiosk {

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool is_sanitized = true;  // the sanitizers keep freed memory and shadows of all
#else
constexpr bool is_sanitized = false;
#endif

// What a process may write to, libraries' data and threads' stacks included. With the libraries' code and the
// shared pixels of a 4K screen, what is resident stays below 400 MB. The largest picture allowed takes 256 MB
// as pixels, for the few formats that need all of them at once.
constexpr rlim_t most_memory = rlim_t(320) << 20;
// Of addresses, for what the other does not count: the libraries' code, the shared pixels.
constexpr rlim_t most_addresses = rlim_t(1) << 30;
// The socket, two descriptors that come with a job, the shared memory, the fonts twice over, and what the
// libraries opened before.
constexpr rlim_t most_descriptors = 48;

constexpr int allowed_calls[] = {
    // Talking to the client; libraries also write complaints, which nobody hears.
    SCMP_SYS(read),
    SCMP_SYS(write),
    SCMP_SYS(recvmsg),
    SCMP_SYS(sendmsg),
    SCMP_SYS(close),
    SCMP_SYS(dup),
    // fstat(), which glibc makes of the other with an empty path; it need not be empty, as the path lies in
    // memory, where no filter sees it.
    SCMP_SYS(fstat),
    SCMP_SYS(newfstatat),
    // Memory; qsort() asks once how much there is.
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(mprotect),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(sysinfo),
    // Threads: waiting, and what one does when it starts or ends.
    SCMP_SYS(futex),
    SCMP_SYS(exit),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    // Time, chance and the end. Where there is no alarm call, alarm() sets a timer.
    SCMP_SYS(alarm),
    SCMP_SYS(setitimer),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(getrandom),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(exit_group),
    // What the sanitizers' builds do when a thread starts and before they end.
    SCMP_SYS(sigaltstack),
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    SCMP_SYS(pipe2),
    SCMP_SYS(gettid),
    SCMP_SYS(prlimit64),
#endif
};

// A thread of this process, as glibc makes one, and nothing else that clone() can do.
constexpr scmp_datum_t thread_flags = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD |
                                      CLONE_SYSVSEM | CLONE_SETTLS | CLONE_PARENT_SETTID |
                                      CLONE_CHILD_CLEARTID;

/// A call allowed for one value of one argument, or of those of its bits that count.
struct CallWith {
    int number;
    unsigned argument;
    scmp_datum_t value;
    scmp_datum_t bits = ~scmp_datum_t(0);
};
constexpr CallWith allowed_with[] = {
    // The decoders of HEIC and AVIF start threads for each picture, and name them.
    {SCMP_SYS(clone), 0, thread_flags},
    {SCMP_SYS(prctl), 0, PR_SET_NAME},
    // Said by FreeType of each font. Other kinds of fcntl() can make the kernel send signals.
    {SCMP_SYS(fcntl), 1, F_SETFD},
    // Of a file, or private memory: what is neither is not counted by the limit below.
    {SCMP_SYS(mmap), 3, 0, MAP_ANONYMOUS},
    {SCMP_SYS(mmap), 3, MAP_ANONYMOUS, MAP_ANONYMOUS | MAP_SHARED},
};

Error refused(char const* step, int code) {
    return {Kind::Unavailable,
            std::string{"the decoder cannot be confined: "} + step + ": " + std::strerror(code)};
}

bool limit(__rlimit_resource resource, rlim_t most) {
    rlimit const both{most, most};
    return setrlimit(resource, &both) == 0;
}

Status filter_calls() {
    std::unique_ptr<void, FreeWith<seccomp_release>> filter{seccomp_init(SCMP_ACT_KILL_PROCESS)};
    if (!filter) return refused("seccomp_init", ENOMEM);
    int failed = seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1);
    for (int call : allowed_calls) {
        if (failed == 0) failed = seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0);
    }
    for (CallWith const& call : allowed_with) {
        if (failed == 0) {
            scmp_arg_cmp argument{call.argument, SCMP_CMP_MASKED_EQ, call.bits, call.value};
            failed = seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call.number, 1, &argument);
        }
    }
    // Its flags lie in memory, where no filter sees them; glibc then takes clone().
    if (failed == 0) failed = seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
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
        (!is_sanitized && (!limit(RLIMIT_DATA, most_memory) || !limit(RLIMIT_AS, most_addresses)))) {
        return refused("setrlimit", errno);
    }
    return filter_calls();
}

}
