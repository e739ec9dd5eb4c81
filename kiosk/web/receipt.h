#pragma once
// What a visitor has in hand afterwards: the receipt, its calendar file, the way to give the seat back.
// Whoever knows the reference may do all of it; nothing personal is shown.

#include "web/page.h"

namespace kiosk {

/// GET /r/RECEIPT; 404 for an unknown one, 503 when the store can't be asked.
Response show_receipt(PhoneVisit const&, std::string_view receipt);

/// GET /r/RECEIPT.ics: the workshop for the phone's calendar (RFC 5545).
Response show_calendar(PhoneVisit const&, std::string_view receipt);

/// POST /r/RECEIPT/cancel: 303 back to the receipt.
Response cancel_receipt(PhoneVisit const&, std::string_view receipt);

}
