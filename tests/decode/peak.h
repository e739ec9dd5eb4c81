#pragma once
// The most memory that helpers started by this process have had, in kilobytes.

namespace kiosk {

/// Of the one that runs.
long peak_kilobytes();
/// Of those that have ended and been waited for.
long peak_kilobytes_of_ended();

}
