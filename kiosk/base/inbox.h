#pragma once
// The one door from other threads to the UI thread. Bounded: when it is full, push() says no and the
// sender decides. push() may be called from any thread; drain() from the UI thread only.

#include <cstddef>
#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace kiosk {

template <class Message> class Inbox {
public:
    /// `wake` is called after each push, on the pushing thread; it must be thread-safe and quick.
    Inbox(std::size_t capacity, std::function<void()> wake) : m_capacity(capacity), m_wake(std::move(wake)) {}

    /// False if the inbox is full; the message is then gone.
    bool push(Message message) {
        {
            std::lock_guard guard{m_lock};
            if (m_messages.size() >= m_capacity) return false;
            m_messages.push_back(std::move(message));
        }
        m_wake();
        return true;
    }

    /// Everything that has come since the last call, oldest first.
    std::vector<Message> drain() {
        std::lock_guard guard{m_lock};
        return std::exchange(m_messages, {});
    }

private:
    std::mutex m_lock;
    std::vector<Message> m_messages;
    std::size_t m_capacity;
    std::function<void()> m_wake;
};

}
