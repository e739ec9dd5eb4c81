#include "web/rate_limit.h"

#include <algorithm>
#include <functional>
#include <string>

namespace kiosk {
namespace {

constexpr Millis client_memory = std::chrono::minutes{10};
constexpr int client_share = 5;  // in client_memory, before the others come first

}

void RateLimit::refill(Millis steady) {
    double minutes = double((steady - m_filled).count()) / 60'000;
    m_left = std::min(2.0 * m_per_minute, m_left + minutes * m_per_minute);
    m_filled = steady;
    std::erase_if(m_clients, [&](auto const& entry) { return steady - entry.second.since >= client_memory; });
}

bool RateLimit::take(std::string_view client, Millis steady) {
    refill(steady);
    auto key = std::hash<std::string>{}(std::to_string(m_salt).append(client));
    Client& who = m_clients.try_emplace(key, Client{steady, 0}).first->second;
    double kept_for_others = who.taken < client_share ? 0 : 2.0 * m_per_minute / 3;
    if (m_left - 1 < kept_for_others) return false;
    m_left -= 1;
    ++who.taken;
    return true;
}

}
