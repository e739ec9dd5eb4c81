#include "intake/folder_reader.h"

#include "intake/names.h"

#include <cerrno>
#include <cstring>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

namespace kiosk {
namespace {

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};
using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

Fd open_folder_at(int folder, std::string const& name) {
    return Fd{::openat(folder, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
}

/// The names in a folder are read through a descriptor of their own, which the listing takes.
OpenFolder list(int folder) {
    int const own = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR* const listing = own >= 0 ? ::fdopendir(own) : nullptr;
    if (!listing && own >= 0) ::close(own);
    return OpenFolder{listing};
}

class Walker {
public:
    explicit Walker(WalkLimits const& limits) : m_limits(limits) {}

    void walk(int folder, std::string const& prefix, int depth) {
        OpenFolder const names = list(folder);
        while (dirent const* entry = names ? ::readdir(names.get()) : nullptr) {
            std::string const name = entry->d_name;
            if (name == "." || name == "..") continue;
            if (m_seen++ >= m_limits.entries) {
                m_walk.cut_short = true;
                return;
            }
            if (!is_left_behind(name)) look_at(folder, prefix, name, depth);
        }
    }

    Walk take() { return std::move(m_walk); }

private:
    void look_at(int folder, std::string const& prefix, std::string const& name, int depth) {
        std::string const path = prefix + name;
        auto refuse = [&](Refusal why) { m_walk.files.push_back({path, 0, why}); };
        struct stat status {};
        if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
            return refuse(Refusal::Unreadable);
        if (S_ISLNK(status.st_mode)) return refuse(Refusal::Link);
        if (!is_fit_name(name)) return refuse(Refusal::Name);
        if (S_ISREG(status.st_mode))
            return m_walk.files.push_back({path, std::uintmax_t(status.st_size), {}});
        if (!S_ISDIR(status.st_mode)) return refuse(Refusal::Special);
        // What Keynote shows as one document may be a folder.
        if (name.ends_with(".key")) return refuse(Refusal::Office);
        if (depth >= m_limits.depth) return refuse(Refusal::TooDeep);
        Fd const below = open_folder_at(folder, name);
        if (!below) return refuse(Refusal::Unreadable);
        walk(below.get(), path + "/", depth + 1);
    }

    WalkLimits m_limits;
    Walk m_walk;
    int m_seen = 0;
};

Error cannot_open(int code) {
    if (code == ELOOP || code == ENOTDIR || code == EMLINK)
        return {Kind::Refused, "is reached through a link; bring the file itself"};
    return {code == ENOENT ? Kind::NotFound : Kind::Unreadable,
            std::string("can't be read: ") + std::strerror(code)};
}

}

Result<FolderReader> FolderReader::open(std::filesystem::path const& folder) {
    Fd own{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (own) return FolderReader{std::move(own)};
    return Error{errno == ENOENT ? Kind::NotFound : Kind::Unreadable,
                 folder.string() + ": can't be read: " + std::strerror(errno)};
}

Walk FolderReader::walk(WalkLimits const& limits) const {
    Walker walker{limits};
    walker.walk(m_folder.get(), "", 1);
    return walker.take();
}

Result<Fd> FolderReader::open_file(std::string_view path) const {
    Fd folder{::openat(m_folder.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    for (auto slash = path.find('/'); slash != path.npos; slash = path.find('/')) {
        folder = open_folder_at(folder.get(), std::string(path.substr(0, slash)));
        if (!folder) return cannot_open(errno);
        path.remove_prefix(slash + 1);
    }
    // Opened without waiting: the other end of a pipe may never come.
    Fd file{
        ::openat(folder.get(), std::string(path).c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)};
    if (!file) return cannot_open(errno);
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) return cannot_open(errno);
    if (!S_ISREG(status.st_mode)) return Error{Kind::Refused, "is not a plain file; bring the file itself"};
    return file;
}

bool FolderReader::is_still_at(std::filesystem::path const& folder) const {
    struct stat here {
    }, there{};
    return ::fstat(m_folder.get(), &here) == 0 && ::stat(folder.c_str(), &there) == 0 &&
           here.st_dev == there.st_dev && here.st_ino == there.st_ino;
}

}
