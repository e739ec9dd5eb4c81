#pragma once
// A contact as a vCard 3.0 (RFC 2426), which the cameras of phones understand.

#include "content/catalog.h"

namespace kiosk {

/// Office, role and organisation; the person's name and number only if `with_person`.
std::string vcard(Contact const&, std::string_view language, bool with_person);

}
