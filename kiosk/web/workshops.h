#pragma once
// A workshop of the library as sign-up sees it, and its times in words. Plain functions, any thread.

#include "content/catalog.h"
#include "signup/registration.h"
#include "signup/terms.h"
#include "web/html.h"

namespace kiosk {

WorkshopTerms terms_of(Workshop const&);

/// What its form asks, in order; name and e-mail if the file names no fields.
std::vector<AskedField> asked_fields(Workshop const&);

/// "onsdag 25 augusti kl. 09.00–11.30", with the year if it is not this one.
/// The time stays on one line.
Html when_in_words(Catalog const&, Language const&, Workshop const&, WallTime now);

/// "onsdag 25 augusti kl. 09.00" for a single moment.
std::string moment_in_words(Catalog const&, Language const&, ZonedTime const&);

}
