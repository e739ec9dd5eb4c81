#pragma once
// Everything that can happen. Failures are actions too.

#include "state/model.h"

namespace kiosk {

/// Time has passed.
struct Tick {};

/// A finger or the mouse. `element` and `command` are what lies under it on the scene last painted.
struct Touched {
    enum class Phase { Down, Move, Up };
    Phase phase = Phase::Down;
    std::int64_t finger = 0;
    Point at;
    std::string element;
    std::optional<Command> command;
};

/// The slide of `item` has all its pictures and is painted: it can be shown at once.
struct ItemPrepared {
    std::string item;
};
/// It can't be shown; `why` names the file and the remedy.
struct ItemFailed {
    std::string item, why;
};

/// The files were read (again).
struct CatalogLoaded {
    Catalog catalog;
};

/// The sign-up service answered.
struct SeatsChanged {
    std::map<std::string, Seats, std::less<>> seats;
    std::string signup_base;
};
struct ServiceLost {};

/// Answer to CheckPin or StorePin.
struct PinAnswer {
    bool right = false;
    Millis wait{0};       ///< Until the next try.
    bool locked = false;  ///< No more tries until a member of staff resets the PIN at a shell.
};

struct HealthMeasured {
    Health health;
};

struct GlassChanged {
    Glass glass;
};

/// A stick is in, or out.
struct StickPut {
    Stick stick;
};
struct StickPulled {
    std::string folder;
};
/// So many files of so many have been looked at, or bytes copied.
struct IntakeProgress {
    std::uint64_t ticket = 0;
    std::uintmax_t done = 0, of = 0;
};
/// Answer to SurveyStick.
struct SurveyDone {
    std::uint64_t ticket = 0;
    Result<Survey> survey;
};
/// Answer to BringIn.
struct BroughtIn {
    std::uint64_t ticket = 0;
    std::optional<Error> fault;
};

using Action = std::variant<Tick, Touched, Command, ItemPrepared, ItemFailed, CatalogLoaded, SeatsChanged,
                            ServiceLost, PinAnswer, HealthMeasured, GlassChanged, StickPut, StickPulled,
                            IntakeProgress, SurveyDone, BroughtIn>;

}
