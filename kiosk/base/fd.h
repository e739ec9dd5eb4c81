#pragma once
// An open file descriptor and its owner.

#include <unistd.h>

#include <utility>

namespace kiosk {

class Fd {
public:
    Fd() = default;
    /// Takes what open() and the like return; a negative number is "none".
    explicit Fd(int fd) : m_fd(fd) {}
    Fd(Fd&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Fd& operator=(Fd&& other) noexcept {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~Fd() {
        if (m_fd >= 0) close(m_fd);
    }

    explicit operator bool() const { return m_fd >= 0; }
    int get() const { return m_fd; }

private:
    int m_fd = -1;
};

}
