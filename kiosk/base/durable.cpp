#include "base/durable.h"

#include "base/fd.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace kiosk {

bool write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        ssize_t const count = ::write(fd, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes.remove_prefix(std::size_t(count));
    }
    return true;
}

bool sync_folder(std::filesystem::path const& folder) {
    Fd const in{::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    return in && ::fsync(in.get()) == 0;
}

}
