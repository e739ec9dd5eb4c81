#pragma once
// The one door from other threads to the UI thread. Bounded: when it is full, push() says no and the
// sender decides. drain() is for the UI thread only, the others for any thread.

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

    /// False if the inbox is full; the message is then as it was, and can be pushed again.
    bool push(Message&& message) {
        {
            std::lock_guard guard{m_lock};
            if (m_messages.size() >= m_capacity) return false;
            m_messages.push_back(std::move(message));
        }
        m_wake();
        return true;
    }

    /// True if all that was pushed has been taken.
    bool is_empty() {
        std::lock_guard guard{m_lock};
        return m_messages.empty();
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
