#pragma once
// How a workshop stands: in words, and as the pill that shows it at a glance.

#include "view/icons.h"
#include "view/theme.h"
#include "view/typeset.h"

namespace kiosk {

struct Standing {
    enum class Kind { Open, LastSeats, Full, Closed, Held, NotOpen, NoService };
    Kind kind = Kind::NoService;
    int left = 0, seats = 0;
    std::string label;  ///< On the pill: "15 av 40 platser kvar", "Fullbokat" …
    std::string title;  ///< Above the lead: "Alla platser är tagna" …
    std::string lead;   ///< What that means for the visitor.

    bool takes_signups() const { return kind == Kind::Open || kind == Kind::LastSeats; }
    bool is_over() const { return kind == Kind::Closed || kind == Kind::Held; }
    double taken() const { return seats > 0 ? double(seats - left) / seats : 0; }
};

/// The service has the last word; without it only what the calendar says for certain is said.
Standing standing_of(Context const&, Workshop const&);

/// Every standing has an icon and a colour of its own, so that none is told by colour alone.
struct StandingLook {
    Icon icon = Icon::None;
    Color strong, on_strong;  ///< The disc behind the icon, and the icon.
    Color pale;               ///< The pill.
    Color panel;              ///< What stands in place of the code's panel.
};
StandingLook look_of(Standing const&);

/// How high every pill is.
int standing_pill_height(Metrics const&);
/// Icon and label in a capsule as wide as they need, at most as wide as `strip`, vertically centred in it.
Element standing_pill(Context const&, std::string id, Standing const&, Rect strip, Align);

/// The colour of the workshop's date: stone once nobody can sign up any more.
Color date_color(Standing const&);

}
