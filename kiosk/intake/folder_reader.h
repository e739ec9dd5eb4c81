#pragma once
// Reads a folder that somebody else wrote, perhaps in bad faith, and perhaps while it is read: no link is
// followed, nothing but plain files is opened, and the look at it is bounded. Blocking; any thread.

#include "base/fd.h"
#include "base/result.h"
#include "content/survey.h"

#include <optional>

namespace kiosk {

/// How much of a folder is looked at.
struct WalkLimits {
    int entries = 5'000;
    int depth = 3;  ///< Folders within one another, the first being the one that was brought.
};

struct FoundFile {
    std::string path;  ///< Below the folder, any bytes.
    std::uintmax_t bytes = 0;
    std::optional<Refusal> refusal;  ///< It can't be brought, whatever is in it.
};

struct Walk {
    std::vector<FoundFile> files;  ///< In no order.
    bool cut_short = false;        ///< There were more entries.
};

class FolderReader {
public:
    /// Fails with Kind::NotFound or Kind::Unreadable.
    static Result<FolderReader> open(std::filesystem::path const& folder);

    Walk walk(WalkLimits const&) const;
    /// A plain file that lies there and is reached through no link. Fails with Kind::NotFound,
    /// Kind::Unreadable or Kind::Refused; the sentence goes on from the file's name and a colon.
    Result<Fd> open_file(std::string_view path) const;
    /// False once another folder, or none, has this path: a stick was pulled out.
    bool is_still_at(std::filesystem::path const&) const;

private:
    explicit FolderReader(Fd folder) : m_folder(std::move(folder)) {}
    Fd m_folder;
};

}
