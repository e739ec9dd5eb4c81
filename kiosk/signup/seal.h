#pragma once
// Sealing for the organiser: anyone with the public key can close a record, only the private key opens it
// (libsodium's sealed box, 48 bytes longer than what is in it). Any thread.

#include "base/result.h"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>

namespace kiosk {

class PublicKey {
public:
    using Bytes = std::array<unsigned char, 32>;
    explicit PublicKey(Bytes const& bytes) : m_bytes(bytes) {}

    /// Fails like signup/files.h, or with Kind::Malformed if the file is no public key.
    static Result<PublicKey> load(std::filesystem::path const& file);
    std::string seal(std::string_view plain) const;

private:
    Bytes m_bytes;
};

/// Wiped from memory when it goes.
class PrivateKey {
public:
    using Bytes = std::array<unsigned char, 32>;
    explicit PrivateKey(Bytes const& bytes) : m_bytes(bytes) {}
    ~PrivateKey();
    PrivateKey(PrivateKey const&) = default;
    PrivateKey& operator=(PrivateKey const&) = default;

    /// Fails like signup/files.h, or with Kind::Malformed if the file is no private key.
    static Result<PrivateKey> load(std::filesystem::path const& file);
    /// Fails with Kind::Refused if it was sealed for another key or is damaged.
    Result<std::string> open(std::string_view sealed) const;

private:
    Bytes m_bytes;
};

/// Makes a pair and writes both files; neither may exist. If the second can't be written, the first is
/// removed. Fails like write_new_file.
Status write_key_pair(std::filesystem::path const& public_file, std::filesystem::path const& private_file);

}
