#pragma once
// The form of a workshop: shown, taken, given back with its faults.

#include "web/page.h"

namespace kiosk {

/// GET /w/SLUG?t=TOKEN: the form; 403 for an old or forged token; 409, 410 or 503 when nobody can sign up
/// now.
Response show_form(PhoneVisit const&, Workshop const&);

/// POST /w/SLUG: 303 to the receipt once the sign-up is on the disk; 422 with the form and its faults;
/// 403, 409, 410, 415, 429 or 503 when nothing was stored.
Response take_form(PhoneVisit const&, Workshop const&);

}
