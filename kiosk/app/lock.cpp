#include "app/lock.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>

namespace kiosk {

Result<Fd> lock_folder(std::filesystem::path const& lock_file) {
    Fd lock{::open(lock_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)};
    if (!lock)
        return Error{Kind::Unreadable, lock_file.string() + ": can't be written: " + std::strerror(errno) +
                                           "; name a folder of your own with --data"};
    if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
        char holder[32] = "";
        if (::pread(lock.get(), holder, sizeof holder - 1, 0) <= 0) std::strcpy(holder, "?");
        holder[std::strcspn(holder, "\n")] = '\0';
        return Error{Kind::Refused, lock_file.string() + ": already running as pid " + holder +
                                        ": stop it or use another --data"};
    }
    std::string pid = std::to_string(::getpid()) + "\n";
    bool written = ::ftruncate(lock.get(), 0) == 0 && ::pwrite(lock.get(), pid.data(), pid.size(), 0) > 0;
    if (!written)
        return Error{Kind::Unavailable, lock_file.string() + ": can't be written: " + std::strerror(errno)};
    return lock;
}

}
