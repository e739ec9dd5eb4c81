#include "intake/reception.h"

#include "intake/unpack.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>

namespace kiosk {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view work_name = "intake-";

/// Nothing if another program holds it.
Fd hold(fs::path const& folder) {
    Fd held{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
    return held && ::flock(held.get(), LOCK_EX | LOCK_NB) == 0 ? std::move(held) : Fd{};
}

void remove_abandoned(fs::path const& parent) {
    std::error_code failed, ignored;
    for (fs::directory_iterator it{parent, failed}, end; !failed && it != end; it.increment(failed)) {
        bool const ours = it->path().filename().string().starts_with(work_name);
        if (Fd const held = ours ? hold(it->path()) : Fd{}) fs::remove_all(it->path(), ignored);
    }
}

/// The one file that lies there, if it is a ZIP.
fs::path only_zip(fs::path const& folder) {
    auto const reader = FolderReader::open(folder);
    if (!reader) return {};
    Walk const walk = reader->walk({.entries = 100});
    if (walk.files.size() != 1 || walk.files.front().refusal) return {};
    fs::path const file = folder / walk.files.front().path;
    return is_zip(file) ? file : fs::path{};
}

/// "hallen/" and "." have names too.
std::string label_of(fs::path const& folder) {
    std::error_code failed;
    fs::path const whole = fs::weakly_canonical(folder, failed);
    return (whole.has_filename() ? whole : whole.parent_path()).filename().string();
}

Result<Delivery> receive_zip(fs::path const& zip, fs::path const& told_in, WorkFolder const& work,
                             GoOn const& go_on) {
    fs::path const folder = work.path() / "unpacked";
    std::error_code failed;
    fs::create_directories(folder, failed);
    auto unpacked = unpack(zip, folder, {}, go_on);
    if (!unpacked) return unpacked.error();
    return Delivery{folder, zip.stem().string(), told_in, std::move(unpacked->refused), unpacked->cut_short};
}

}

Result<WorkFolder> WorkFolder::create(fs::path const& parent) {
    std::error_code failed;
    fs::create_directories(parent, failed);
    remove_abandoned(parent);
    std::string path = (parent / (std::string(work_name) + "XXXXXX")).string();
    Fd held = ::mkdtemp(path.data()) ? hold(path) : Fd{};
    if (held) return WorkFolder{std::move(path), std::move(held)};
    int const code = errno;
    return Error{code == ENOSPC ? Kind::Unavailable : Kind::Unreadable,
                 parent.string() + ": can't be written: " + std::strerror(code) +
                     "; make room, or name another folder with --data"};
}

WorkFolder::~WorkFolder() {
    std::error_code failed;
    if (m_held) fs::remove_all(m_path, failed);
}

Result<Delivery> receive(fs::path const& source, WorkFolder const& work, GoOn const& go_on) {
    std::error_code failed;
    if (is_zip(source)) return receive_zip(source, fs::absolute(source, failed).parent_path(), work, go_on);
    if (!fs::is_directory(source, failed))
        return Error{Kind::NotFound, source.string() + ": is no folder and no ZIP; name one of these"};
    if (fs::path const zip = only_zip(source); !zip.empty()) return receive_zip(zip, source, work, go_on);
    return Delivery{source, label_of(source), source, {}, false};
}

}
