#pragma once
// Everything that an answer is made from. One thread at a time; whoever owns it locks it.

#include "content/catalog.h"
#include "signup/book.h"
#include "signup/seal.h"
#include "signup/token.h"
#include "web/rate_limit.h"

#include <map>
#include <optional>
#include <string>

namespace kiosk {

/// Since the program started; for /metrics.
struct Counters {
    std::map<int, long> answers;  ///< By status code.
    long stored = 0;              ///< Sign-ups confirmed.
    long repeated = 0;            ///< Forms posted again that got their earlier receipt.
    long failed = 0;              ///< Sign-ups that could not be stored.
};

struct Service {
    Catalog catalog;
    std::optional<SignupBook> book;      ///< Absent while the file can't be opened.
    std::optional<PublicKey> organiser;  ///< Absent until somebody ran `dalactl key new`.
    TokenMaker tokens;
    RateLimit limit;
    std::string secret;       ///< That the kiosk shows at its own door.
    std::string public_host;  ///< Name under which phones may come, beside plain addresses; may be empty.
    Counters counters{};
};

}
