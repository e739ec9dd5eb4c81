#pragma once
// The dry run of an import: looks at all that somebody brought and says what would become of each file.
// Nothing is changed but the contents of a work folder of ours. Blocking, for seconds to minutes; any thread.

#include "base/result.h"
#include "intake/folder_reader.h"

#include <functional>

namespace kiosk {

/// What was brought, in a folder.
struct Delivery {
    std::filesystem::path folder;         ///< A stick, a folder, or where a ZIP was unpacked.
    std::string label;                    ///< What people call it.
    std::filesystem::path result_folder;  ///< Where the exhibitor is told.
    std::vector<SurveyedFile> refused;    ///< What a ZIP holds and was not unpacked.
    bool cut_short = false;               ///< The ZIP holds more.
};

/// What a decoder says of a file.
struct Look {
    Size size;  ///< As shown.
    int pages = 1;
    bool scalable = false;  ///< Sharp at any size.
    bool turned = false;    ///< Shown upright, though the camera was not.
    std::string ending;     ///< Of its kind: ".jpg".
};

struct SurveyJob {
    Delivery delivery;
    std::filesystem::path work;       ///< An empty folder of ours; what is made for the import lies there.
    std::filesystem::path playlists;  ///< Where it would go.
    Catalog const& library;           ///< What a list may name.
    Size screen;                      ///< Pixels of the glass.
    std::string name;                 ///< Of the playlist; empty: as the list, else the delivery, is called.
    Quota quota = {};
    WalkLimits walk = {};
};

/// What a survey asks of others. Only `look` must be there.
struct SurveyTools {
    /// Fails as DecodeClient does.
    std::function<Result<Look>(std::filesystem::path const&)> look;
    /// Makes a PDF of a document below a folder of ours; fails with any kind.
    std::function<Result<std::filesystem::path>(std::filesystem::path const& document,
                                                std::filesystem::path const& into)>
        to_pdf;
    /// So many of so many files have been looked at. False: no more, the rest goes unread.
    std::function<bool(int looked, int of)> go_on;
};

/// A playlist that is called as the delivery is, but has no file of it, is somebody else's: the survey's name
/// gets a number then. Fails with Kind::NotFound or Kind::Unreadable if the folder can't be read, also
/// because it was pulled out meanwhile, and with Kind::Unavailable if nothing can be written in the work
/// folder.
Result<Survey> survey(SurveyJob const&, SurveyTools const&);

}
