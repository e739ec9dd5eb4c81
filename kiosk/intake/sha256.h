#pragma once
// SHA-256, piece by piece. One thread an object.

#include "base/result.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace kiosk {

class Sha256 {
public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    ~Sha256();

    void add(std::string_view bytes);
    /// Sixty-four hexadecimal digits; nothing can be added afterwards.
    std::string hex();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Reads an open file from its start to its end, at most `most` bytes, and gives each piece to `take`, which
/// says whether to go on. False if reading failed (errno says why), there was more, or `take` said no.
bool read_through(int fd, std::uintmax_t most, std::function<bool(std::string_view)> const& take);

/// The whole file's; "" as read_through() is false.
std::string sha256_of(int fd, std::uintmax_t most);

}
