#include "app/watcher.h"

#include "base/log.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdint>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>

namespace kiosk {
namespace {

/// Copying a folder makes hundreds of changes: reading starts when none has come for so long.
constexpr int settle_ms = 200;
/// The first picture is decoded before documents are: a bad one takes seconds.
constexpr int first_wait_ms = 1'000;
constexpr std::uint32_t what_counts =
    IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_ATTRIB;

/// Hidden files belong to nobody's content: an import on its way in writes hundreds of them.
bool is_hidden(std::filesystem::path const& name) { return name.filename().string().starts_with('.'); }

/// Reads what is waiting. True if there was something that counts.
bool take_events(Fd const& from) {
    alignas(inotify_event) std::array<char, 4096> bytes;
    bool any = false;
    for (ssize_t size; (size = ::read(from.get(), bytes.data(), bytes.size())) > 0;) {
        for (ssize_t at = 0; at < size;) {
            auto const* event = reinterpret_cast<inotify_event const*>(bytes.data() + at);
            any = any || event->len == 0 || !is_hidden(event->name);
            at += ssize_t(sizeof *event + event->len);
        }
    }
    return any;
}

}

Watcher::Watcher(std::filesystem::path media, std::filesystem::path playlists, PageCounter count_pages,
                 sigset_t const& signals, KioskInbox& inbox, bool at_once)
    : m_media(std::move(media)),
      m_playlists(std::move(playlists)),
      m_count_pages(std::move(count_pages)),
      m_at_once(at_once),
      m_inbox(inbox),
      m_changes(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)),
      m_signals(::signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC)),
      m_stop(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)),
      m_thread([this] { run(); }) {}

Watcher::~Watcher() {
    ::eventfd_write(m_stop.get(), 1);
    m_thread.join();
}

void Watcher::run() {
    if (!m_changes)
        log_warning("changes of files are not seen: the system gives no inotify; send SIGHUP after a change");
    watch_all();
    std::array<pollfd, 3> sources{
        {{m_stop.get(), POLLIN, 0}, {m_signals.get(), POLLIN, 0}, {m_changes.get(), POLLIN, 0}}};
    constexpr int for_ever = -1;
    int wait_ms = m_at_once ? first_wait_ms : for_ever;
    for (;;) {
        int const ready = ::poll(sources.data(), sources.size(), wait_ms);
        if (sources[0].revents != 0) return;
        if (ready == 0) {  // Quiet again.
            reload();
            wait_ms = for_ever;
            continue;
        }
        bool const asked = take_signals(), changed = take_changes();
        if (asked || changed) wait_ms = std::max(wait_ms, settle_ms);
    }
}

Result<int> Watcher::count_unless_stopped(std::filesystem::path const& document) {
    pollfd stop{m_stop.get(), POLLIN, 0};
    if (::poll(&stop, 1, 0) == 0) return m_count_pages(document);
    return Error{Kind::Unavailable,
                 document.filename().string() + ": was not read, because the program ends"};
}

/// A watch is on a folder alone, not on what is below. Setting one twice does no harm.
void Watcher::watch_below(std::filesystem::path const& folder) {
    ::inotify_add_watch(m_changes.get(), folder.c_str(), what_counts);
    std::error_code failed;
    std::filesystem::recursive_directory_iterator all{
        folder, std::filesystem::directory_options::skip_permission_denied, failed};
    for (; !failed && all != std::filesystem::recursive_directory_iterator{}; all.increment(failed)) {
        if (!all->is_directory(failed)) continue;
        if (is_hidden(all->path()))
            all.disable_recursion_pending();
        else
            ::inotify_add_watch(m_changes.get(), all->path().c_str(), what_counts);
    }
}

void Watcher::watch_all() {
    watch_below(m_media);
    watch_below(m_playlists);
}

/// True if a reload was asked for.
bool Watcher::take_signals() {
    signalfd_siginfo signal;
    bool reload = false;
    while (::read(m_signals.get(), &signal, sizeof signal) == sizeof signal) {
        if (signal.ssi_signo == SIGHUP)
            reload = true;
        else
            m_inbox.push(AskedToEnd{});
    }
    return reload;
}

bool Watcher::take_changes() { return take_events(m_changes); }

void Watcher::reload() {
    watch_all();  // New folders.
    PageCounter counter;
    if (m_count_pages) counter = [this](auto const& document) { return count_unless_stopped(document); };
    auto catalog = load_content(m_media, m_playlists, counter);
    if (catalog)
        m_inbox.push(CatalogLoaded{*std::move(catalog)});
    else
        m_inbox.push(ReloadFailed{catalog.error().what});
}

}
