#include "base/folders.h"

#include <cstdlib>

namespace kiosk {
namespace {

/// A variable of the environment, or "" if it is unset or no absolute path.
std::filesystem::path folder_named_by(char const* variable) {
    char const* value = std::getenv(variable);
    std::filesystem::path folder = value ? value : "";
    return folder.is_absolute() ? folder : std::filesystem::path();
}

}

std::filesystem::path program_folder() {
    std::error_code failed;
    return std::filesystem::read_symlink("/proc/self/exe", failed).parent_path();
}

std::filesystem::path default_data_folder() {
    if (auto data = folder_named_by("XDG_DATA_HOME"); !data.empty()) return data / "dalakiosk";
    if (auto home = folder_named_by("HOME"); !home.empty()) return home / ".local/share/dalakiosk";
    return "/var/lib/dalakiosk";
}

std::filesystem::path default_library_folder(std::string_view name) {
    std::error_code failed;
    for (auto folder = program_folder(); folder.has_relative_path(); folder = folder.parent_path()) {
        for (auto const& candidate : {folder, folder / "share/dalakiosk"}) {
            bool library = std::filesystem::exists(candidate / "media/library.toml", failed);
            if (library) return candidate / name;
        }
    }
    return name;
}

}
