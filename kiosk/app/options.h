#pragma once
// What the command line of dalakiosk says.

#include "base/folders.h"
#include "base/geometry.h"
#include "base/result.h"
#include "base/time.h"
#include "screen/window.h"

#include <filesystem>
#include <optional>
#include <string>

namespace kiosk {

struct Options {
    std::filesystem::path media = default_library_folder("media");
    std::filesystem::path playlists = default_library_folder("playlists");
    std::filesystem::path data = default_data_folder();
    std::filesystem::path sticks;  ///< Each folder in it counts as a stick; empty: what the system mounts.
    std::filesystem::path config;  ///< Empty: settings.toml in the data folder.
    std::optional<Size> window;    ///< None: the whole screen.
    std::string language;          ///< Empty: as the settings say.
    std::optional<WallTime> now;
    double speed = 1;
    RendererChoice renderer = RendererChoice::Auto;
    int port = 0;  ///< Of the sign-up service; 0: any that is free.
    std::optional<Size> screen_mm;
    double mount_mm = 900, view_mm = 600;
    std::filesystem::path ui_dump, record, replay;
    double quit_after = 0;  ///< Real seconds; 0: never.

    std::filesystem::path settings_file() const { return config.empty() ? data / "settings.toml" : config; }
};

/// Reads the command line. nullopt: --help or --version were answered. An error is one sentence that says
/// what to write instead.
Result<std::optional<Options>> read_options(int argc, char** argv);

}
