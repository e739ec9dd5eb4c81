#pragma once
// The signals that steer our programs: SIGTERM and SIGINT end them, SIGHUP has them read their files again.

#include <signal.h>

namespace kiosk {

/// Blocks them, so that only who waits for them takes them. Call it in main before any thread starts.
sigset_t block_steering_signals();

}
