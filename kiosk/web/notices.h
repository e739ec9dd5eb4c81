#pragma once
// The pages that say what happens with the data and how far the form is accessible.

#include "web/page.h"

namespace kiosk {

Response show_privacy(PhoneVisit const&);        ///< GET /privacy
Response show_accessibility(PhoneVisit const&);  ///< GET /accessibility

}
