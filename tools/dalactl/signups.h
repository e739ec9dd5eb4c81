#pragma once
// `dalactl signups list|export`: the sign-ups in the organiser's hands, with the private key.

#include <filesystem>
#include <string>

namespace kiosk {

/// What to do with the sign-ups in `data_dir`.
struct SignupsJob {
    std::string verb;  ///< "list": a table for people; "export": a file for programs.
    std::filesystem::path data_dir;
    std::filesystem::path key_file;
    std::string format = "csv";  ///< Of the export: "csv" or "json".
    std::filesystem::path out =
        "-";  ///< "-": to the screen. A file must not exist; only its owner may read it.
};

/// Returns the exit code: 0; 1 if something can't be read or written, or if a record does not open with this
/// key (the others are shown all the same).
int run_signups(SignupsJob const&);

}
