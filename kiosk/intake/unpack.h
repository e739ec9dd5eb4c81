#pragma once
// Takes a ZIP apart into a folder of ours. The ZIP is read by a confined process of its own (dala-unpack),
// and only plain files with fit names, in bounded number and size, are written. Blocking; any thread.

#include "base/process.h"
#include "content/survey.h"

namespace kiosk {

struct UnpackLimits {
    int entries = 5'000;
    int depth = 3;                         ///< Folders within one another, the ZIP itself being the first.
    std::uintmax_t bytes = 600'000'000;    ///< Of all files together.
    std::uintmax_t largest = 64ULL << 20;  ///< Of one.
    std::uintmax_t ratio = 200;            ///< Times the ZIP's own bytes, beyond the first ten million.
};

struct Unpacked {
    std::vector<SurveyedFile> refused;  ///< Entries that were left in the ZIP.
    bool cut_short = false;             ///< There are more entries than are looked at.
};

/// Writes into `folder`, which is ours and empty; what is there after a failure is worth nothing. Fails with
/// Kind::NotFound (no file that can be read), Malformed (no ZIP, or damaged), Refused (it would unpack to far
/// too much, or need not go on) or Unavailable (the disk gets full, or dala-unpack can't be started).
Result<Unpacked> unpack(std::filesystem::path const& zip, std::filesystem::path const& folder,
                        UnpackLimits const& = {}, GoOn const& = {});

/// A plain file that begins as a ZIP does, and not as a document that is one inside.
bool is_zip(std::filesystem::path const&);

}
