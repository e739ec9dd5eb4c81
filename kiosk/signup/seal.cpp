#include "signup/seal.h"

#include "signup/files.h"

#include <sodium.h>

namespace kiosk {
namespace {

static_assert(crypto_box_PUBLICKEYBYTES == 32 && crypto_box_SECRETKEYBYTES == 32);

constexpr std::string_view public_title = "dalakiosk organiser public key 1";
constexpr std::string_view private_title = "dalakiosk organiser PRIVATE key 1 - keep it off the kiosk";

using KeyBytes = std::array<unsigned char, 32>;

std::string to_file(std::string_view title, KeyBytes const& key) {
    std::array<char, 64> text;
    sodium_bin2base64(text.data(), text.size(), key.data(), key.size(), sodium_base64_VARIANT_ORIGINAL);
    return std::string(title) + "\n" + text.data() + "\n";
}

Result<KeyBytes> load_key(std::filesystem::path const& file, std::string_view title) {
    auto content = read_small_file(file);
    if (!content) return content.error();
    KeyBytes key;
    std::size_t size = 0;
    std::string start = std::string(title) + "\n";
    if (content->compare(0, start.size(), start) != 0 ||
        sodium_base642bin(key.data(), key.size(), content->data() + start.size(),
                          content->size() - start.size(), "\r\n", &size, nullptr,
                          sodium_base64_VARIANT_ORIGINAL) != 0 ||
        size != key.size()) {
        return Error{Kind::Malformed, file.string() + ":1:1: is not a key file; it should begin with \"" +
                                          std::string(title) + "\" as `dalactl key new` writes it"};
    }
    return key;
}

unsigned char const* bytes(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}

}

Result<PublicKey> PublicKey::load(std::filesystem::path const& file) {
    auto key = load_key(file, public_title);
    if (!key) return key.error();
    return PublicKey{*key};
}

std::string PublicKey::seal(std::string_view plain) const {
    std::string sealed(plain.size() + crypto_box_SEALBYTES, '\0');
    crypto_box_seal(reinterpret_cast<unsigned char*>(sealed.data()), bytes(plain), plain.size(),
                    m_bytes.data());
    return sealed;
}

PrivateKey::~PrivateKey() { sodium_memzero(m_bytes.data(), m_bytes.size()); }

Result<PrivateKey> PrivateKey::load(std::filesystem::path const& file) {
    auto key = load_key(file, private_title);
    if (!key) return key.error();
    return PrivateKey{*key};
}

Result<std::string> PrivateKey::open(std::string_view sealed) const {
    KeyBytes public_key;
    crypto_scalarmult_base(public_key.data(), m_bytes.data());
    std::string plain(sealed.size() < crypto_box_SEALBYTES ? 0 : sealed.size() - crypto_box_SEALBYTES, '\0');
    if (sealed.size() < crypto_box_SEALBYTES ||
        crypto_box_seal_open(reinterpret_cast<unsigned char*>(plain.data()), bytes(sealed), sealed.size(),
                             public_key.data(), m_bytes.data()) != 0)
        return Error{Kind::Refused, "sealed for another key, or damaged"};
    return plain;
}

Status write_key_pair(std::filesystem::path const& public_file, std::filesystem::path const& private_file) {
    KeyBytes public_key, private_key;
    crypto_box_keypair(public_key.data(), private_key.data());
    auto written = write_new_file(public_file, to_file(public_title, public_key));
    if (written) {
        std::string text = to_file(private_title, private_key);
        written = write_new_file(private_file, text);
        sodium_memzero(text.data(), text.size());
        if (!written) std::filesystem::remove(public_file);
    }
    sodium_memzero(private_key.data(), private_key.size());
    return written;
}

}
