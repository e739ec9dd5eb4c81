#pragma once
// What other threads tell the UI thread. They meet it nowhere else.

#include "base/inbox.h"
#include "decode/client.h"
#include "state/action.h"

namespace kiosk {

/// SIGTERM or SIGINT.
struct AskedToEnd {};
/// The library could not be read again; what plays goes on playing.
struct ReloadFailed {
    std::string why;
};

/// A survey, with a small picture of each of its files; empty where there is none.
struct Surveyed {
    SurveyDone done;
    std::vector<Bitmap> previews;
};

using Message =
    std::variant<DecodedPicture, CatalogLoaded, ReloadFailed, SeatsChanged, ServiceLost, PinAnswer,
                 AskedToEnd, StickPut, StickPulled, IntakeProgress, Surveyed, BroughtIn>;
using KioskInbox = Inbox<Message>;

}
