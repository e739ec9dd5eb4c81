#include "intake/sha256.h"

#include <array>
#include <cerrno>

#include <sodium/crypto_hash_sha256.h>
#include <sodium/utils.h>
#include <unistd.h>

namespace kiosk {

struct Sha256::State {
    crypto_hash_sha256_state sodium;
};

Sha256::Sha256() : m_state(std::make_unique<State>()) { crypto_hash_sha256_init(&m_state->sodium); }
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
    crypto_hash_sha256_update(&m_state->sodium, reinterpret_cast<unsigned char const*>(bytes.data()),
                              bytes.size());
}

std::string Sha256::hex() {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256_final(&m_state->sodium, digest.data());
    std::array<char, 2 * crypto_hash_sha256_BYTES + 1> digits{};
    sodium_bin2hex(digits.data(), digits.size(), digest.data(), digest.size());
    return digits.data();
}

bool read_through(int fd, std::uintmax_t most, std::function<bool(std::string_view)> const& take) {
    constexpr std::size_t piece = 256 * 1024;
    auto const buffer = std::make_unique_for_overwrite<char[]>(piece);
    for (std::uintmax_t at = 0;;) {
        ssize_t const count = ::pread(fd, buffer.get(), piece, off_t(at));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return count == 0;
        at += std::uintmax_t(count);
        if (at > most) {
            errno = EFBIG;
            return false;
        }
        if (!take({buffer.get(), std::size_t(count)})) return false;
    }
}

std::string sha256_of(int fd, std::uintmax_t most) {
    Sha256 hash;
    bool const whole = read_through(fd, most, [&](std::string_view bytes) {
        hash.add(bytes);
        return true;
    });
    return whole ? hash.hex() : "";
}

}
