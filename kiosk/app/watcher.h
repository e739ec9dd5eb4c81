#pragma once
// Watches the library's and the playlists' folders and the signals to this process. On a change, or SIGHUP,
// it reads everything again on its own thread and sends the new catalogue; on SIGTERM or SIGINT it says so.

#include "app/message.h"
#include "app/signals.h"
#include "base/fd.h"

#include <filesystem>
#include <thread>

#include <signal.h>

namespace kiosk {

class Watcher {
public:
    Watcher(std::filesystem::path media, std::filesystem::path playlists, sigset_t const& signals,
            KioskInbox&);
    ~Watcher();

private:
    void run();
    void watch_below(std::filesystem::path const& folder);
    void watch_all();
    bool take_signals();
    bool take_changes();
    void reload();

    std::filesystem::path m_media, m_playlists;
    KioskInbox& m_inbox;
    Fd m_changes, m_signals, m_stop;
    std::thread m_thread;
};

}
