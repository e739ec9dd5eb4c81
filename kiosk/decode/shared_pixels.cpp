#include "decode/shared_pixels.h"

#include <cerrno>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

namespace kiosk {

namespace {

Error no_memory(std::size_t bytes) {
    return {Kind::Unavailable, "no shared memory for " + std::to_string(bytes / 1000000) + " MB of pixels (" +
                                   std::strerror(errno) + ")"};
}

}

void UnmapShared::operator()(std::byte* memory) const { munmap(memory, bytes); }

Result<SharedPixels> SharedPixels::make(std::size_t bytes) {
    Fd fd{memfd_create("picture", MFD_CLOEXEC | MFD_ALLOW_SEALING)};
    if (!fd || ftruncate(fd.get(), off_t(bytes)) != 0 ||
        fcntl(fd.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0) {
        return no_memory(bytes);
    }
    return map(std::move(fd));
}

Result<SharedPixels> SharedPixels::map(Fd fd) {
    struct stat status {};
    if (fstat(fd.get(), &status) != 0 || status.st_size <= 0) return no_memory(0);
    auto bytes = std::size_t(status.st_size);
    void* memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, fd.get(), 0);
    if (memory == MAP_FAILED) return no_memory(bytes);
    madvise(memory, bytes, MADV_HUGEPAGE);
    SharedPixels pixels;
    pixels.m_fd = std::move(fd);
    pixels.m_memory = {static_cast<std::byte*>(memory), UnmapShared{bytes}};
    return pixels;
}

}
