#include "signup/token.h"

#include "signup/files.h"
#include "signup/random.h"

#include <algorithm>
#include <cstdint>

#include <sodium.h>

namespace kiosk {
namespace {

using namespace std::chrono;
using Slots = duration<std::uint32_t, std::ratio<300>>;  // the step in which tokens expire

constexpr auto validity = minutes{30};
constexpr std::size_t time_bytes = 3, mac_bytes = 12, token_bytes = time_bytes + mac_bytes;
constexpr std::size_t token_length = 20;  // base64 of 15 bytes, with nothing to pad

/// 96 bits are plenty here: each guess has to be sent to us.
using Token = std::array<unsigned char, token_bytes>;

Token sign(TokenMaker::Key const& key, TokenUse use, std::string_view slug, std::uint32_t expires) {
    Token token{static_cast<unsigned char>(expires >> 16), static_cast<unsigned char>(expires >> 8),
                static_cast<unsigned char>(expires)};
    std::string message{char(use)};
    message.append(reinterpret_cast<char const*>(token.data()), time_bytes).append(slug);
    std::array<unsigned char, 32> mac;
    crypto_generichash(mac.data(), mac.size(), reinterpret_cast<unsigned char const*>(message.data()),
                       message.size(), key.data(), key.size());
    std::copy_n(mac.begin(), mac_bytes, token.begin() + time_bytes);
    return token;
}

std::string to_text(Token const& token) {
    std::array<char, token_length + 1> text;
    sodium_bin2base64(text.data(), text.size(), token.data(), token.size(),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return text.data();
}

}

Result<TokenMaker> TokenMaker::open(std::filesystem::path const& file) {
    auto content = read_small_file(file);
    if (!content && content.error().kind != Kind::NotFound) return content.error();
    if (!content) {
        std::string fresh(Key{}.size(), '\0');
        randombytes_buf(fresh.data(), fresh.size());
        if (auto written = write_new_file(file, fresh); !written) return written.error();
        content = fresh;
    }
    Key key;
    if (content->size() != key.size()) {
        return Error{Kind::Malformed, file.string() + ": holds " + std::to_string(content->size()) +
                                          " bytes instead of 32; delete it and a new key is made"};
    }
    std::copy(content->begin(), content->end(), key.begin());
    return TokenMaker{key};
}

std::string TokenMaker::make(TokenUse use, std::string_view slug, WallTime now) const {
    return to_text(sign(m_key, use, slug, ceil<Slots>(now.time_since_epoch() + validity).count()));
}

TokenState TokenMaker::verify(TokenUse use, std::string_view slug, std::string_view text,
                              WallTime now) const {
    Token token{};
    std::size_t size = 0;
    if (text.size() != token_length ||
        sodium_base642bin(token.data(), token.size(), text.data(), text.size(), nullptr, &size, nullptr,
                          sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 ||
        size != token.size())
        return TokenState::Forged;
    std::uint32_t expires = std::uint32_t(token[0]) << 16 | std::uint32_t(token[1]) << 8 | token[2];
    if (!same_secret(to_text(sign(m_key, use, slug, expires)), text)) return TokenState::Forged;
    return now.time_since_epoch() <= Slots{expires} ? TokenState::Ok : TokenState::Expired;
}

}
