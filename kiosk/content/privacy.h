#pragma once
// media/privacy.toml: who answers for what people type into a form, why it is asked, on which ground, and how
// long it is kept. The notice is made of it, the form's tick boxes are, and the disposal goes by it.

#include "base/localized.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

/// Whom somebody can write to. Has at least one way.
struct Correspondent {
    LocalizedText name;
    std::string email, phone, url;
    bool operator==(Correspondent const&) const = default;
};

/// One thing that personal data is used for. Each rests on one basis of Art. 6.
struct Purpose {
    enum class Basis { PublicTask, Contract, Consent, LegalObligation, LegitimateInterest };
    std::string id;  ///< In a form's fields and in records: a-z, 0-9, hyphens.
    Basis basis = Basis::PublicTask;
    LocalizedText what;        ///< A whole sentence.
    LocalizedText recipients;  ///< Who gets to see it.
    int storage_days = 0;      ///< Counted from the day of the workshop.
    bool consent = false;      ///< Has a tick box of its own, never ticked beforehand.
    LocalizedText ask;         ///< The words beside that box.
    bool operator==(Purpose const&) const = default;
};

struct Privacy {
    Correspondent controller, officer, authority;
    std::vector<Purpose> purposes;  ///< In the order of the file; at least one is no consent.
    std::string disposal_decision;  ///< Its number; empty: nothing is disposed of.
    bool operator==(Privacy const&) const = default;

    Purpose const* purpose(std::string_view id) const;
    /// How long a sign-up is kept as a whole: the longest of the purposes that are no consents.
    int signup_storage_days() const;
};

}
