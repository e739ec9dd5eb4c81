#pragma once
// Proof that somebody stood before the screen a short while ago: a short text in the QR code's address, bound
// to the workshop and to a time, that only this machine can make. Const and stateless: any thread.

#include "base/result.h"
#include "base/time.h"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>

namespace kiosk {

enum class TokenState { Ok, Expired, Forged };

/// A token opens one thing only, so that an old photo of the screen can't be turned into endless new forms.
enum class TokenUse {
    Screen,  ///< In the QR code: opens the form.
    Form,    ///< In the form: may be posted.
};

class TokenMaker {
public:
    using Key = std::array<unsigned char, 32>;
    explicit TokenMaker(Key const& key) : m_key(key) {}

    /// With the key in `file`, which is made at the first call, so that codes on a screen outlive a restart.
    /// Fails with Kind::Malformed if the file is no key, else like signup/files.h.
    static Result<TokenMaker> open(std::filesystem::path const& file);

    /// 20 url-safe characters, good for at least 30 minutes from `now` and at most 35; the same for five
    /// minutes on end, so that a code on the screen stands still.
    std::string make(TokenUse, std::string_view slug, WallTime now) const;
    TokenState verify(TokenUse, std::string_view slug, std::string_view token, WallTime now) const;

private:
    Key m_key;
};

}
