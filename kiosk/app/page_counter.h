#pragma once
// Lends content the decoder's knowledge of documents.

#include "content/library.h"
#include "decode/client.h"

namespace kiosk {

/// Asks `decoder`, which must outlive it, once for each state of a file, and again if it had no time then.
/// For one thread at a time, not the decoder's own; waits for the answer.
PageCounter page_counter(DecodeClient& decoder);

}
