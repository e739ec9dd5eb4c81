#include "app/stick_watch.h"

#include "base/log.h"
#include "content/files.h"

#include <algorithm>
#include <array>
#include <fstream>

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>

namespace kiosk {
namespace {

constexpr char const* mount_table = "/proc/self/mountinfo";

/// What tells of changes: the table itself, or a watch on the folder.
Fd open_changes(std::filesystem::path const& folder) {
    if (folder.empty()) return Fd{::open(mount_table, O_RDONLY | O_CLOEXEC)};
    Fd watch{::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
    constexpr std::uint32_t what_counts = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR;
    bool const watched = watch && ::inotify_add_watch(watch.get(), folder.c_str(), what_counts) >= 0;
    return watched ? std::move(watch) : Fd{};
}

}

StickWatch::StickWatch(std::filesystem::path folder, KioskInbox& inbox)
    : m_folder(std::move(folder)),
      m_inbox(inbox),
      m_changes(open_changes(m_folder)),
      m_stop(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)),
      m_thread([this] { run(); }) {}

StickWatch::~StickWatch() {
    ::eventfd_write(m_stop.get(), 1);
    m_thread.join();
}

void StickWatch::run() {
    if (!m_changes) {
        std::string const what = m_folder.empty() ? mount_table : m_folder.string();
        log_warning(what + ": can't be watched, so sticks are not noticed; use dalactl import");
    }
    // The table of mounts is no file that becomes readable: a change is an exception of it.
    short const change = m_folder.empty() ? POLLPRI : POLLIN;
    std::array<pollfd, 2> sources{{{m_stop.get(), POLLIN, 0}, {m_changes.get(), change, 0}}};
    for (;;) {
        tell_changes();
        if (::poll(sources.data(), sources.size(), -1) < 0) continue;
        if (sources[0].revents != 0) return;
        std::array<char, 4096> scrap;
        while (!m_folder.empty() && ::read(m_changes.get(), scrap.data(), scrap.size()) > 0) {
        }
    }
}

std::vector<Stick> StickWatch::look() const {
    std::vector<Stick> sticks;
    if (m_folder.empty()) {
        std::ifstream in{mount_table};
        return sticks_in(std::string{std::istreambuf_iterator<char>{in}, {}});
    }
    for (NamedPath const& folder : list_folder(named(m_folder)).folders)
        sticks.push_back(stick_at(folder.path));
    return sticks;
}

void StickWatch::tell_changes() {
    std::vector<Stick> const sticks = look();
    std::erase_if(m_known, [&](Stick const& stick) {
        bool const gone = std::ranges::find(sticks, stick) == sticks.end();
        return gone && m_inbox.push(StickPulled{stick.folder});
    });
    for (Stick const& stick : sticks) {
        bool const fresh = std::ranges::find(m_known, stick) == m_known.end();
        if (fresh && m_inbox.push(StickPut{stick})) m_known.push_back(stick);
    }
}

}
