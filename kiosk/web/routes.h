#pragma once
// From a request to its answer: which page, and the headers that every answer carries. No socket, no clock.

#include "web/request.h"
#include "web/service.h"

namespace kiosk {

/// The answer to any request. `refused` is the status that the server has already decided on
/// (400, 405, 411, 413, 414, 431), or 0.
Response answer(Request const&, Service&, Now const&, int refused = 0);

}
