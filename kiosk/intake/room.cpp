#include "intake/room.h"

#include <sys/statvfs.h>

namespace kiosk {
namespace {

std::string megabytes(std::uintmax_t bytes) { return std::to_string((bytes + 999'999) / 1'000'000) + " MB"; }

}

Status check_room(std::filesystem::path const& folder, std::uintmax_t bytes) {
    struct statvfs disk {};
    if (::statvfs(folder.c_str(), &disk) != 0) return {};
    std::uintmax_t const free = std::uintmax_t(disk.f_bavail) * disk.f_frsize;
    if (free >= bytes) return {};
    return Error{Kind::Unavailable, folder.string() + ": the disk is full: " + megabytes(bytes) +
                                        " are needed and " + megabytes(free) +
                                        " are free; nothing was changed. Make room on it"};
}

}
