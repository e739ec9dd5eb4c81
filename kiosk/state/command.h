#pragma once
// What a person can ask for: by touching an element, by a gesture, or in the staff overlay.

#include "base/localized.h"

#include <string>
#include <variant>

namespace kiosk {

/// A page of the visitors' part.
struct Page {
    enum class Kind { Home, Topic, Argument, Map, Workshops, Workshop, Involved };
    Kind kind = Kind::Home;
    std::string id;  ///< Topic, argument, place (Map; empty: none chosen) or workshop.
    int part = 0;    ///< Which section of a topic; with large text, which sheet of any page.
    bool operator==(Page const&) const = default;
};

/// Opens a page. `beside` replaces the page shown instead of stacking on it: the next argument, another
/// place.
struct Open {
    Page page;
    bool beside = false;
    bool operator==(Open const&) const = default;
};
struct GoBack {
    bool operator==(GoBack const&) const = default;
};
/// Ends the visit: everything is forgotten and the loop goes on.
struct EndVisit {
    bool operator==(EndVisit const&) const = default;
};
/// "Yes, I am still here."
struct Stay {
    bool operator==(Stay const&) const = default;
};
struct ChooseLanguage {
    Language language;
    bool operator==(ChooseLanguage const&) const = default;
};
/// 100, 150 or 200 percent of the usual size.
struct ChooseTextSize {
    int percent = 100;
    bool operator==(ChooseTextSize const&) const = default;
};
/// Browses the loop: +1 next, -1 previous.
struct Browse {
    int step = 1;
    bool operator==(Browse const&) const = default;
};

/// A key of the PIN pad.
struct PinKey {
    enum class Kind { Digit, Erase, Done, Cancel };
    Kind kind = Kind::Digit;
    int digit = 0;
    bool operator==(PinKey const&) const = default;
};

/// Staff, behind the PIN.
struct TurnPlaylist {
    std::string playlist;
    bool on = true;
    bool operator==(TurnPlaylist const&) const = default;
};
/// Puts a notice on the screen instead of everything; "" takes it away.
struct ShowNotice {
    std::string notice;
    bool operator==(ShowNotice const&) const = default;
};
struct SetDefaultLanguage {
    Language language;
    bool operator==(SetDefaultLanguage const&) const = default;
};
/// The stick at that folder; staff may want to look again.
struct LookAtStick {
    std::string folder;
    bool operator==(LookAtStick const&) const = default;
};
struct ApproveImport {
    bool operator==(ApproveImport const&) const = default;
};
/// Stops an import, or closes what it has come to.
struct DeclineImport {
    bool operator==(DeclineImport const&) const = default;
};
struct CloseStaff {
    bool operator==(CloseStaff const&) const = default;
};
struct LeaveKiosk {
    bool operator==(LeaveKiosk const&) const = default;
};

using Command = std::variant<Open, GoBack, EndVisit, Stay, ChooseLanguage, ChooseTextSize, Browse, PinKey,
                             TurnPlaylist, ShowNotice, SetDefaultLanguage, LookAtStick, ApproveImport,
                             DeclineImport, CloseStaff, LeaveKiosk>;

/// One word and its object, for the UI dump, goldens and records: "open topic work", "back".
std::string describe(Command const&);

}
