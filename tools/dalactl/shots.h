#pragma once
// `dalactl shots`: every screen of the kiosk as a PNG, at any size, without a display.

#include "base/geometry.h"
#include "base/localized.h"

#include <filesystem>
#include <string>
#include <vector>

namespace kiosk {

struct ShotsJob {
    std::filesystem::path media, playlists, out = "shots";
    std::vector<std::string> sizes{"1920x1080"};
    std::vector<Language> languages{"sv"};
    int text_percent = 100;  ///< Above 100: the pages alone, in large text.
    std::string only;        ///< Screens whose name contains this; empty: all.
};

/// Writes OUT/NAME.png, or OUT/LANGUAGE-WxH/NAME.png if there is more than one size or language, and beside
/// them contact-sheet.png with all of them; returns the exit code.
int run_shots(ShotsJob const&);

}
