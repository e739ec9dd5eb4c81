#pragma once
// How many sign-ups are stored in a while. At a fair a whole crowd can share one address, so the limit for
// one client is soft: it may go on as long as enough is left for the others. In memory only, addresses as
// salted hashes that are dropped after ten minutes. One thread.

#include "base/time.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace kiosk {

class RateLimit {
public:
    /// Refills at `per_minute`, holds two minutes' worth. `salt` is any random number.
    RateLimit(int per_minute, std::uint64_t salt)
        : m_per_minute(per_minute), m_salt(salt), m_left(2.0 * per_minute) {}

    /// True, and counted, if this client may store one more at `steady`.
    bool take(std::string_view client, Millis steady);

private:
    struct Client {
        Millis since{0};
        int taken = 0;
    };
    void refill(Millis steady);

    int m_per_minute;
    std::uint64_t m_salt;
    double m_left;
    Millis m_filled{0};
    std::unordered_map<std::size_t, Client> m_clients;
};

}
