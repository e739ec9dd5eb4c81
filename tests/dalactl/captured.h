#pragma once
// The standard streams in a test's hands while it lives.

#include <iostream>
#include <sstream>

namespace kiosk {

class Captured {
public:
    explicit Captured(std::string typed = "") : m_in(std::move(typed)) {}
    Captured(Captured const&) = delete;
    Captured& operator=(Captured const&) = delete;
    ~Captured() {
        std::cin.rdbuf(m_before_in);
        std::cout.rdbuf(m_before_out);
        std::cerr.rdbuf(m_before_err);
    }

    /// What was written to both outputs.
    std::string said() const { return m_out.str(); }

private:
    std::istringstream m_in;
    std::ostringstream m_out;
    std::streambuf* m_before_in = std::cin.rdbuf(m_in.rdbuf());
    std::streambuf* m_before_out = std::cout.rdbuf(m_out.rdbuf());
    std::streambuf* m_before_err = std::cerr.rdbuf(m_out.rdbuf());
};

}
