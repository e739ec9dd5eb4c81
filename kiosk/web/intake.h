#pragma once
// The one way into the book, for the phone's form and for the screen's: looks at what was typed, seals it and
// stores it. Whoever owns the Service locks it. Nothing typed is kept here, and nothing of it is logged.

#include "signup/registration.h"
#include "signup/terms.h"
#include "web/service.h"

#include <variant>

namespace kiosk {

/// How it stands with a workshop just now.
struct SeatsNow {
    int left = 0;
    SignupStatus status = SignupStatus::Closed;
};

/// Fails with Kind::Unavailable if the book can't be asked.
Result<SeatsNow> seats_now(Service&, Workshop const&, WallTime now);

/// It is on the disk.
struct Stored {
    std::string receipt;
    bool again = false;  ///< It was stored before: the same form came once more.
};

/// Nothing was stored, and why.
struct NotStored {
    enum class Why {
        Faulty,       ///< `faults` names the fields.
        NotOpen,      ///< `status` says how it stands instead.
        NoKey,        ///< The organiser's key is missing.
        Busy,         ///< Too many at once; the same form may come again in a minute.
        Unavailable,  ///< The book can't be written; it is logged.
    };
    Why why;
    std::vector<FieldFault> faults{};
    SignupStatus status = SignupStatus::Open;
};

using Intake = std::variant<Stored, NotStored>;

/// The receipt of a form that is stored already, whatever has happened to the workshop since.
std::optional<Stored> stored_before(Service&, std::string_view form);

/// `form` names the form as it was handed out (random_id()): stored once, however often it comes. `client` is
/// only for the limit of how many come at once. Expects tidy values.
Intake store_registration(Service&, Workshop const&, Registration const&, std::string const& form,
                          std::string_view client, Now const&);

}
