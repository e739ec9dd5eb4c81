#pragma once
// Notices sticks, without rules of ours in the system: it looks whenever the kernel says that something was
// mounted or unmounted. A thread of its own, which sleeps until then.

#include "app/message.h"
#include "app/mounts.h"
#include "base/fd.h"

#include <thread>

namespace kiosk {

class StickWatch {
public:
    /// `folder`: each folder in it counts as a stick, and nothing else does; empty: what the system mounts.
    /// Sticks that are in already are told first.
    StickWatch(std::filesystem::path folder, KioskInbox&);
    ~StickWatch();

private:
    void run();
    std::vector<Stick> look() const;
    void tell_changes();

    std::filesystem::path m_folder;
    KioskInbox& m_inbox;
    Fd m_changes, m_stop;
    std::vector<Stick> m_known;  // The thread's.
    std::thread m_thread;
};

}
