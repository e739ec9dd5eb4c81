#pragma once
// Where things lie when no option says otherwise. Reads the environment and the program's own place.

#include <filesystem>
#include <string_view>

namespace kiosk {

/// "$XDG_DATA_HOME/dalakiosk", else "~/.local/share/dalakiosk", else "/var/lib/dalakiosk" (a service has no
/// home).
std::filesystem::path default_data_folder();

/// "media" or "playlists": of the checkout that this program was built in, else the packaged one
/// (PREFIX/share/dalakiosk/NAME), else NAME itself.
std::filesystem::path default_library_folder(std::string_view name);

/// The folder in which this program lies; the others lie beside it.
std::filesystem::path program_folder();

}
