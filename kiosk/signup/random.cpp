#include "signup/random.h"

#include <cstdint>

#include <sodium.h>

namespace kiosk {
namespace {

constexpr std::string_view url_safe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view readable = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // Crockford's base 32
constexpr std::size_t id_length = 22, receipt_length = 16;

/// `length` characters drawn evenly from `alphabet`.
std::string draw(std::string_view alphabet, std::size_t length) {
    std::string out(length, ' ');
    for (char& c : out) c = alphabet[randombytes_uniform(std::uint32_t(alphabet.size()))];
    return out;
}

bool is_drawn(std::string_view text, std::string_view alphabet, std::size_t length) {
    return text.size() == length && text.find_first_not_of(alphabet) == std::string_view::npos;
}

}

bool prepare_secrets() { return sodium_init() >= 0; }

std::string random_id() { return draw(url_safe, id_length); }
bool is_random_id(std::string_view text) { return is_drawn(text, url_safe, id_length); }

std::string random_receipt() { return draw(readable, receipt_length); }
bool is_receipt(std::string_view text) { return is_drawn(text, readable, receipt_length); }

bool same_secret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}
