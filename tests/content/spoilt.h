#pragma once
// The sound library with one fault in it, and what must be said about that.

#include "content/library.h"
#include "content/sound_library.h"

namespace kiosk {

/// A file of the sound library with `from` replaced by `to`, and the lines that must come of it. An empty
/// `from` replaces the whole file.
struct Spoilt {
    std::string file, from, to;
    std::vector<std::string> lines;
};

/// Replaces `from` in a file of `folder`, or the whole file if `from` is empty.
void spoil(TempFolder const& folder, std::string const& file, std::string const& from, std::string const& to);

/// Spoils a fresh library in each way and compares what loading it says.
void check_all(std::vector<Spoilt> const&);

}
