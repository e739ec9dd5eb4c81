#include "signup/files.h"

#include "base/durable.h"
#include "base/fd.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kiosk {
namespace {

Error failed(std::filesystem::path const& file, char const* what) {
    Kind kind = errno == ENOENT ? Kind::NotFound : errno == ENOSPC ? Kind::Unavailable : Kind::Unreadable;
    return Error{kind, file.string() + ": can't be " + what + ": " + std::strerror(errno)};
}

}

Status write_new_file(std::filesystem::path const& file, std::string_view content) {
    std::filesystem::path draft = file;
    draft += ".new";
    {
        Fd out{::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600)};
        if (!out || ::fchmod(out.get(), 0600) != 0 || !write_all(out.get(), content) ||
            ::fsync(out.get()) != 0) {
            Error error = failed(file, "written");
            ::unlink(draft.c_str());
            return error;
        }
    }
    // link() refuses to replace, which rename() would do silently.
    int linked = ::link(draft.c_str(), file.c_str());
    int reason = errno;
    ::unlink(draft.c_str());
    errno = reason;
    if (linked != 0 && reason == EEXIST)
        return Error{Kind::Refused,
                     file.string() + ": exists already and is never replaced; move it away first"};
    if (linked != 0) return failed(file, "written");

    auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    if (!sync_folder(folder)) return failed(folder, "synced to disk");
    return {};
}

Result<std::string> read_small_file(std::filesystem::path const& file) {
    Fd in{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
    if (!in) return failed(file, "read");
    std::string content(64 * 1024, '\0');
    ssize_t size = ::read(in.get(), content.data(), content.size());
    if (size < 0) return failed(file, "read");
    content.resize(std::size_t(size));
    return content;
}

}
