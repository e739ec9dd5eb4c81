#pragma once
// A small library without a fault, for tests to read or to spoil.

#include "content/catalog.h"
#include "content/temp_folder.h"

#include <vector>

namespace kiosk {

/// Writes media/ into `folder`.
void write_sound_library(TempFolder const& folder);

/// The lines, each ended by a line break: what a failed check can print.
std::string joined(std::vector<std::string> const& lines);

/// The lines of catalog.problems, joined.
std::string problems_of(Catalog const&);

}
