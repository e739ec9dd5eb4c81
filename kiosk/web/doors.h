#pragma once
// What machines ask: health, measures, and the kiosk's own door.

#include "web/page.h"

namespace kiosk {

/// GET /healthz: 200 {"status":"ok",…}, or 503 with what is missing.
Response show_health(Service&, Now const&);

/// GET /metrics, Prometheus text format.
Response show_metrics(Service&);

/// GET /kiosk with the header X-Kiosk-Secret:
/// {"workshops":[{"slug","seats","taken","left","status","token"}]}; 403 without the secret, 503 without a
/// store.
Response show_kiosk_door(Request const&, Service&, Now const&);

/// True if the request was made on this machine itself, not passed on from elsewhere.
bool is_local(Request const&);

}
