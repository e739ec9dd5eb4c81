#pragma once
// Everything the kiosk knows at one moment. Only update() changes it; only the UI thread sees it.
// All times are steady time (Now::steady) unless they say otherwise.

#include "base/geometry.h"
#include "content/catalog.h"
#include "content/settings.h"
#include "state/command.h"
#include "state/delivery.h"
#include "state/durations.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace kiosk {

/// The glass: what the screen measures, where it hangs, from where it is read.
struct Glass {
    Size px{1920, 1080};
    double width_mm = 527, height_mm = 296;  ///< 24 inches, 16:9.
    double mount_mm = 900;                   ///< Lower edge above the floor.
    double view_mm = 600;
    bool operator==(Glass const&) const = default;
};

/// What of one playlist may play now.
struct Turnout {
    std::size_t playlist = 0;        ///< Its place in Catalog::playlists.
    std::vector<std::size_t> items;  ///< Places in its items, in their order.
    bool operator==(Turnout const&) const = default;
};

/// What each playlist has had of the loop; see state/schedule.h.
struct Schedule {
    struct Turn {
        double stamp = 0;             ///< Seconds on the screen, divided by the share.
        std::string last;             ///< The item that played last.
        std::set<std::string> round;  ///< Shuffled: what has played since the pack was shuffled …
        std::uint64_t rounds = 0;     ///< … for so manieth a time.
    };
    struct Play {
        std::string item;
        Millis at{0};
    };
    std::uint64_t seed = 1;                          ///< Of the shuffling.
    double clock = 0;                                ///< Stamp of the item on the screen.
    std::map<std::string, Turn, std::less<>> turns;  ///< By playlist.
    std::vector<Play> lately;                        ///< Items with max_per_hour that played within an hour.
};

/// The loop. It keeps its place while a visitor is on the pages.
struct Show {
    std::string item;     ///< On the screen; empty: the plain slide with the library's name.
    std::string leaving;  ///< Giving way to `item`.
    Millis since{0};      ///< When `item` began to come in.
    Millis left_since{0};  ///< When `leaving` did.
    Transition transition = Transition::Cut;
    int direction = 1;      ///< 1 forwards, -1 back: from where a slide moves in.
    bool browsing = false;  ///< A visitor asked for `next`: it comes as soon as it is prepared.
    std::string next;       ///< Comes when it is due and prepared.
    Millis due{0};
    std::set<std::string> prepared;              ///< Items that can be shown at once.
    std::map<std::string, std::string> skipped;  ///< Items that can't be shown, and why.
    Schedule schedule;
    std::vector<Turnout> turnout;      ///< What may play, as of `minute`.
    std::chrono::minutes minute{-1};   ///< Of the wall clock, local.
    std::vector<std::string> ahead;    ///< What a visitor browsed back from, the nearest last.
    std::vector<std::string> history;  ///< What was on before `item`, the latest last.
};

/// The item that can be seen, with its names as they were when it came; see state/plays.h.
struct OnAir {
    std::string item, title, exhibitor, playlist;
    WallTime wall{};
    Millis since{0};
};

/// What the sign-up service says of a workshop.
struct Seats {
    int seats = 0, taken = 0;
    std::string status;  ///< "open", "full", "closed", "held", "not_yet"
    std::string token;   ///< For the QR code.
    bool operator==(Seats const&) const = default;
};

/// What the program measures of itself, renewed once a second.
struct Health {
    std::int64_t frames = 0, missed_frames = 0;
    double frame_ms_p50 = 0, frame_ms_p99 = 0, frame_ms_worst = 0, frame_gap_ms_worst = 0;
    Millis uptime{0};
    bool key_here = false;  ///< The organiser's private key lies on this machine.
    bool operator==(Health const&) const = default;
};

// What is on display. Exactly one of these; a state that makes no sense can't be written down.
struct Attract {};
struct OnPage {
    Page page;
    std::vector<Page> back;
};
struct Asking {
    OnPage under;
    Millis since{0};
};
struct PinPad {
    enum class Step { Enter, Choose, Repeat };
    enum class Fault { None, Wrong, TooEasy, Mismatch };
    Step step = Step::Enter;
    std::string digits;
    std::string chosen;     ///< Repeat: what was typed first.
    bool checking = false;  ///< The answer is on its way.
    Fault fault = Fault::None;
    Millis wait_until{0};  ///< No digit is taken before.
    bool locked = false;
};
struct Staff {};
using Display = std::variant<Attract, OnPage, Asking, PinPad, Staff>;

/// What a visitor just left: a page, or the loop. It gives way to the display within page_change.
struct Leaving {
    std::optional<Page> page;
    Language language;
    int text_percent = 100;
    Millis since{0};
    int direction = 1;
};

/// The one finger that counts. Others are ignored until it is lifted.
struct Finger {
    std::int64_t id = 0;
    Point down, at;
    Millis since{0};
    std::string element;  ///< What it was put on.
    std::optional<Command> command;
    bool inside = true;  ///< Still on that element.
    bool spent = false;  ///< It has done something; lifting it does nothing more.
    bool holds = false;  ///< It has rested on the loop for so long that it holds the slide.
};

/// Both clocks as a turn of the loop found them.
struct ClockSeen {
    Millis steady{0};
    WallTime wall{};
};

struct Model {
    Catalog library;  ///< Everything that was read.
    Catalog catalog;  ///< What of it is shown on `today`.
    std::chrono::sys_days today;
    std::optional<ClockSeen> clock_seen;  ///< None before the first turn.
    Settings settings;
    Glass glass;
    Display display;
    Show show;
    OnAir on_air;
    Language language = "sv";
    int text_percent = 100;  ///< Size of the text on the pages: 100, 150 or 200. Back to 100 after the visit.
    bool reduced_motion = false;  ///< Things only fade.
    std::optional<Leaving> leaving;
    std::optional<Finger> finger;
    Millis last_touch{0};
    std::map<std::string, Seats, std::less<>> seats;  ///< By workshop.
    bool service_up = false;
    std::string signup_base;  ///< "http://192.168.1.20:8470", for the QR codes.
    bool pin_set = false;
    Health health;
    std::vector<Stick> sticks;  ///< That are in, the last one last.
    Intake intake;
    bool quit = false;
};

/// What staff put on the screen instead of the loop and the pages; null if nothing.
Notice const* notice(Model const&);

/// A finger rests on the loop: the slide stays as long as it does.
bool is_held(Model const&);

/// The element under the finger, if it shows as pressed.
std::string pressed(Model const&);

/// The page that the visitor is on, also while the kiosk asks whether they are.
OnPage const* on_page(Model const&);

}
