#pragma once
// How a workshop stands, in words.

#include "view/context.h"

namespace kiosk {

struct Standing {
    enum class Kind { Open, Full, Closed, Held, NotOpen, NoService };
    Kind kind = Kind::NoService;
    int left = 0, seats = 0;
    std::string title;  ///< "15 av 40 platser kvar", "Fullt" …
    std::string lead;   ///< What that means for the visitor.
};

/// The service has the last word; without it only what the calendar says for certain is said.
Standing standing_of(Context const&, Workshop const&);

}
