#pragma once
// What staff choose, kept in DATA/settings.toml. Written by the overlay, readable by people.

#include "base/localized.h"
#include "base/result.h"
#include "content/playlist.h"

#include <filesystem>
#include <set>
#include <string>

namespace kiosk {

struct Settings {
    Language language = "sv";             ///< Shown when nobody has chosen another.
    std::set<std::string> playlists_off;  ///< Ids of playlists that staff switched off …
    std::set<std::string> playlists_on;   ///< … and on, though their files say otherwise.
    std::string notice;                   ///< Id of the one on the screen; empty: none.
    int idle_seconds = 60;                ///< Without touch until "still there?"  (20 to 600)
    int still_there_seconds = 20;         ///< Countdown (WCAG 2.2.1: at least 20).
    std::string signup_service;           ///< URL of another sign-up service; empty: start our own.
    std::string public_url;               ///< Address that phones reach; empty: this machine's.
    bool contact_public = false;          ///< May a person's name and number be shown?
    bool operator==(Settings const&) const = default;
};

/// Whether the playlist is in the loop: as staff chose, else as its file says.
bool is_on(Playlist const&, Settings const&);

/// Reads settings; a missing file gives the defaults. Fails with file:line:col and the remedy.
Result<Settings> load_settings(std::filesystem::path const& file);

/// Replaces the file whole (write beside it, fsync, rename): after a power cut it is the old or the new one.
Status save_settings(Settings const&, std::filesystem::path const& file);

}
