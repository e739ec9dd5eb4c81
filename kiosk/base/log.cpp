#include "base/log.h"

#include "base/check.h"

#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>

namespace kiosk {

void log(Level level, std::string_view sentence) {
    static std::mutex lock;
    static std::string last;
    static int repeats = 0;
    constexpr char const* names[] = {"info", "warning", "error"};

    std::lock_guard guard{lock};
    if (sentence == last) {
        ++repeats;
        return;
    }
    if (repeats > 0) std::fprintf(stderr, "info: the line before was said %d more times\n", repeats);
    repeats = 0;
    last = sentence;
    std::fprintf(stderr, "%s: %.*s\n", names[int(level)], int(sentence.size()), sentence.data());
}

void check_failed(char const* condition, char const* file, int line) {
    std::fprintf(stderr, "error: %s:%d: this must hold and does not: %s\n", file, line, condition);
    std::abort();
}

}
