#pragma once

#include "app/message.h"

#include <condition_variable>
#include <mutex>

namespace kiosk {

/// The next message, or none within three seconds.
class Ear {
public:
    KioskInbox inbox{16, [this] {
                         std::lock_guard guard{m_lock};
                         ++m_count;
                         m_wake.notify_one();
                     }};

    std::vector<Message> next() {
        std::unique_lock guard{m_lock};
        m_wake.wait_for(guard, std::chrono::seconds{3}, [&] { return m_count > 0; });
        m_count = 0;
        return inbox.drain();
    }

private:
    std::mutex m_lock;
    std::condition_variable m_wake;
    int m_count = 0;
};

}
