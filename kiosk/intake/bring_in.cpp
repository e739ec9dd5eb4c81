#include "intake/bring_in.h"

#include "base/durable.h"
#include "base/fd.h"
#include "intake/folder_reader.h"
#include "intake/names.h"
#include "intake/room.h"
#include "intake/sha256.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace kiosk {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view incoming = ".incoming-", previous = ".previous-";

/// Left free, so that the kiosk can go on writing what it must.
constexpr std::uintmax_t spare_bytes = 16'000'000;

Error cannot_write(fs::path const& what, int code) {
    if (code == ENOSPC || code == EDQUOT)
        return {Kind::Unavailable,
                what.string() + ": the disk is full; nothing was changed. Make room on it"};
    return {Kind::Unreadable, what.string() + ": can't be written: " + std::strerror(code) +
                                  "; nothing was changed. Mend the folder's rights, or name another with "
                                  "--playlists"};
}

/// Held by one import at a time, also of another program.
Result<Fd> lock(fs::path const& playlists) {
    Fd folder{::open(playlists.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (folder && ::flock(folder.get(), LOCK_EX | LOCK_NB) == 0) return folder;
    if (errno != EWOULDBLOCK) return cannot_write(playlists, errno);
    return Error{Kind::Refused, playlists.string() + ": another import goes on; wait until it is done"};
}

/// A folder beside the playlists. What is in it at the end goes: the copies, or the old playlist that changed
/// places with them.
class Incoming {
public:
    static Result<Incoming> create(fs::path const& playlists, std::string const& name) {
        fs::path const path = playlists / (std::string(incoming) + name);
        std::error_code failed;
        fs::remove_all(path, failed);
        if (::mkdir(path.c_str(), 0755) != 0) return cannot_write(path, errno);
        Fd folder{::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
        if (!folder) return cannot_write(path, errno);
        return Incoming{path, std::move(folder)};
    }
    Incoming(Incoming&&) noexcept = default;
    ~Incoming() {
        std::error_code failed;
        if (m_folder) fs::remove_all(m_path, failed);
    }

    int fd() const { return m_folder.get(); }
    fs::path const& path() const { return m_path; }

private:
    Incoming(fs::path path, Fd folder) : m_path(std::move(path)), m_folder(std::move(folder)) {}

    fs::path m_path;
    Fd m_folder;
};

class Copier {
public:
    Copier(Survey const& survey, Incoming const& into, CopyProgress const& progress)
        : m_survey(survey), m_into(into), m_progress(progress) {}

    Status copy_all() {
        auto const source = FolderReader::open(m_survey.folder);
        for (SurveyedFile const& file : m_survey.files) {
            if (file.to.empty()) continue;
            auto opened = file.made.empty() ? open_brought(source, file) : open_made(file);
            if (!opened) return opened.error();
            if (Status copied = copy(*opened, file); !copied) return copied;
        }
        if (::fsync(m_into.fd()) != 0) return cannot_write(m_into.path(), errno);
        return {};
    }

private:
    static Result<Fd> open_made(SurveyedFile const& file) {
        Fd made{::open(file.made.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC)};
        if (made) return made;
        return Error{Kind::NotFound, file.made.string() + ": is gone; look at the stick again"};
    }

    Result<Fd> open_brought(Result<FolderReader> const& source, SurveyedFile const& file) const {
        if (!source) return pulled_out(file);
        auto opened = source->open_file(file.from);
        if (opened) return opened;
        return opened.error().kind == Kind::Refused ? changed(file) : pulled_out(file);
    }

    Error pulled_out(SurveyedFile const& file) const {
        return {Kind::NotFound,
                file.name + ": can't be read any more: " + m_survey.label +
                    " was pulled out too early, or is broken; nothing was changed. Put it in again"};
    }

    static Error changed(SurveyedFile const& file) {
        return {Kind::Invalid,
                file.name + ": has changed since it was looked at; nothing was changed. Look again"};
    }

    Status copy(Fd const& from, SurveyedFile const& file) {
        fs::path const path = m_into.path() / file.to;
        Fd const to{
            ::openat(m_into.fd(), file.to.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644)};
        if (!to) return cannot_write(path, errno);
        std::uintmax_t const before = m_copied;
        bool stopped = false, written = true;
        bool const read = read_through(from.get(), file.bytes, [&](std::string_view piece) {
            written = write_all(to.get(), piece);
            m_copied += piece.size();
            stopped = written && m_progress && !m_progress(m_copied);
            return written && !stopped;
        });
        int const code = errno;
        if (stopped) return Error{Kind::Refused, "the import was stopped; nothing was changed"};
        if (!written || (read && ::fsync(to.get()) != 0)) return cannot_write(path, written ? errno : code);
        if (!read) return code == EFBIG ? changed(file) : pulled_out(file);
        if (m_copied - before != file.bytes) return changed(file);
        return compare(to, file);
    }

    /// What lies on the disk, not what the system remembers of it.
    Status compare(Fd const& written, SurveyedFile const& file) const {
        ::posix_fadvise(written.get(), 0, 0, POSIX_FADV_DONTNEED);
        return sha256_of(written.get(), file.bytes) == file.sha256 ? Status{} : changed(file);
    }

    Survey const& m_survey;
    Incoming const& m_into;
    CopyProgress const& m_progress;
    std::uintmax_t m_copied = 0;
};

/// The old playlist and the new one change places at once where the file system can do that.
bool put_in_place(fs::path const& playlists, Incoming const& fresh, std::string const& name) {
    fs::path const place = playlists / name;
    if (::rename(fresh.path().c_str(), place.c_str()) == 0)
        return true;  // There was none, or an empty folder.
    if (errno != EEXIST && errno != ENOTEMPTY) return false;
    if (::renameat2(AT_FDCWD, fresh.path().c_str(), AT_FDCWD, place.c_str(), RENAME_EXCHANGE) == 0)
        return true;
    return replace_in_two_steps(playlists, fresh.path().filename().string(), name);
}

}

bool replace_in_two_steps(fs::path const& folder, std::string const& fresh, std::string const& name) {
    fs::path const place = folder / name, old = folder / (std::string(previous) + name);
    std::error_code failed;
    fs::remove_all(old, failed);
    if (::rename(place.c_str(), old.c_str()) != 0) return false;
    if (::rename((folder / fresh).c_str(), place.c_str()) != 0) {
        int const code = errno;
        if (::rename(old.c_str(), place.c_str()) == 0) errno = code;
        return false;
    }
    if (!sync_folder(folder)) return true;  // The old one stays, until the next start.
    fs::remove_all(old, failed);
    return true;
}

Status bring_in(Survey const& survey, fs::path const& playlists, CopyProgress const& progress) {
    if (survey.slides == 0)
        return Error{Kind::Refused, survey.label + ": has nothing that plays; nothing was changed"};
    if (survey.name.empty() || folder_name(survey.name) != survey.name)
        return Error{Kind::Refused, "\"" + survey.name + "\" can't be a playlist's name"};
    if (Status room = check_room(playlists, survey.bytes + spare_bytes); !room) return room;
    auto const held = lock(playlists);
    if (!held) return held.error();
    auto fresh = Incoming::create(playlists, survey.name);
    if (!fresh) return fresh.error();
    if (Status copied = Copier{survey, *fresh, progress}.copy_all(); !copied) return copied;
    if (!put_in_place(playlists, *fresh, survey.name)) return cannot_write(playlists / survey.name, errno);
    if (!sync_folder(playlists))
        return Error{Kind::Unreadable,
                     playlists.string() +
                         ": a power cut may bring the old playlist back: " + std::strerror(errno)};
    return {};
}

void clean_up_imports(fs::path const& playlists) {
    auto const held = lock(playlists);
    if (!held) return;
    std::error_code failed;
    for (fs::directory_iterator it{playlists, failed}, end; !failed && it != end; it.increment(failed)) {
        std::string const name = it->path().filename().string();
        std::error_code kept;
        if (name.starts_with(previous)) {
            fs::path const place = playlists / name.substr(previous.size());
            if (!fs::exists(place, kept)) fs::rename(it->path(), place, kept);
        }
        if (!kept && (name.starts_with(previous) || name.starts_with(incoming)))
            fs::remove_all(it->path(), kept);
    }
}

}
