#pragma once
// `dalactl import`: an exhibitor's folder, stick or ZIP becomes a playlist, after a look at it.

#include "base/geometry.h"

#include <filesystem>
#include <string>

namespace kiosk {

struct ImportJob {
    std::filesystem::path source;  ///< A folder or a ZIP.
    std::string name;              ///< Of the playlist; empty: as the list in it, else the folder, is called.
    bool dry_run = false, yes = false;
    std::filesystem::path media, playlists, data;
    Size screen{1920, 1080};  ///< For which a picture may have too few pixels.
    bool asks = false;        ///< Somebody is there to answer.
};

/// Prints what would become of each file; asks, unless told not to; brings it in and writes the result beside
/// what was brought. Exit code 0: brought in, or a dry run that could be; 1: it failed, nothing plays, or the
/// answer was no; 2: nobody is there to be asked.
int run_import(ImportJob const&);

}
