// The helper's own open() and fopen(), which the libraries call instead of the C library's; __open_2() is
// what open() becomes in libraries that are built with checks. Before the helper is confined they do what
// those do. After that they find the fonts on the shelf and nothing else: a library that wants some other
// file is told that it may not, where the kernel would end the process. Whoever opens by another way is
// ended.

#include "decode/opening.h"

#include "decode/fonts.h"

#include <cerrno>
#include <cstdarg>
#include <cstdio>

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

bool& is_closed() {
    static bool closed = false;
    return closed;
}

int open_file(char const* path, int flags, mode_t mode) {
    if (kiosk::ShelvedFont const* font = kiosk::find_shelved(path)) return dup(font->fd);
    if (!is_closed()) return int(syscall(SYS_openat, AT_FDCWD, path, flags, mode));
    errno = EACCES;
    return -1;
}

/// The mode argument is there only if a file may be made.
int open_with(char const* path, int flags, std::va_list arguments) {
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(arguments, mode_t) : 0;
    return open_file(path, flags, mode);
}

std::FILE* open_stream(char const* path, char const* mode) {
    // A stream over the descriptor would need more system calls, and its place in the file is shared.
    if (kiosk::ShelvedFont const* font = kiosk::find_shelved(path)) {
        return fmemopen(const_cast<std::byte*>(font->bytes.data()), font->bytes.size(), "r");
    }
    int fd = open_file(path, mode[0] == 'r' ? O_RDONLY | O_CLOEXEC : O_WRONLY | O_CREAT | O_TRUNC, 0666);
    return fd < 0 ? nullptr : fdopen(fd, mode);
}

}

void kiosk::close_all_but_fonts() { is_closed() = true; }

extern "C" {

int open(char const* path, int flags, ...) {
    std::va_list arguments;
    va_start(arguments, flags);
    int fd = open_with(path, flags, arguments);
    va_end(arguments);
    return fd;
}

int open64(char const* path, int flags, ...) {
    std::va_list arguments;
    va_start(arguments, flags);
    int fd = open_with(path, flags, arguments);
    va_end(arguments);
    return fd;
}

int __open_2(char const* path, int flags) { return open_file(path, flags, 0); }

int __open64_2(char const* path, int flags) { return open_file(path, flags, 0); }

std::FILE* fopen(char const* path, char const* mode) { return open_stream(path, mode); }

std::FILE* fopen64(char const* path, char const* mode) { return open_stream(path, mode); }
}
