#pragma once
// Watches the library's and the playlists' folders and the signals to this process. On a change, or SIGHUP,
// it reads everything again on its own thread and sends the new catalogue; on SIGTERM or SIGINT it says so.

#include "app/message.h"
#include "app/signals.h"
#include "base/fd.h"
#include "content/library.h"

#include <filesystem>
#include <thread>

#include <signal.h>

namespace kiosk {

class Watcher {
public:
    /// `count_pages` is called on the watcher's thread. `at_once`: reads everything soon, not only on a
    /// change.
    Watcher(std::filesystem::path media, std::filesystem::path playlists, PageCounter count_pages,
            sigset_t const& signals, KioskInbox&, bool at_once);
    /// Waits for the document in hand, and for no other.
    ~Watcher();

private:
    void run();
    Result<int> count_unless_stopped(std::filesystem::path const& document);
    void watch_below(std::filesystem::path const& folder);
    void watch_all();
    bool take_signals();
    bool take_changes();
    void reload();

    std::filesystem::path m_media, m_playlists;
    PageCounter m_count_pages;
    bool m_at_once;
    KioskInbox& m_inbox;
    Fd m_changes, m_signals, m_stop;
    std::thread m_thread;
};

}
