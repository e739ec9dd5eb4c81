#pragma once
// A kiosk without a screen: a model, a fake clock, and what was asked of the outside.

#include "state/update.h"

namespace kiosk {

/// Loop "a/1" (10 s), "a/2" (10 s, cut), "b/1" (5 s); topics work and nature; arguments steel and ore; places
/// mora and falun; one workshop. No files.
Catalog stage_catalog();

class Stage {
public:
    explicit Stage(Catalog catalog = stage_catalog(), Settings settings = {});

    void act(Action);
    /// Lets time pass as the program does: it sleeps until next_wake, then ticks. Prepares what comes next at
    /// once unless it is in `slow`.
    void pass(Millis);
    void to(Millis steady) { pass(steady - now.steady); }

    void down(Point, std::optional<Command> = {}, std::string element = "it", std::int64_t finger = 1);
    void move(Point, std::string element = "it", std::int64_t finger = 1);
    void up(Point, std::string element = "it", std::int64_t finger = 1);
    /// Down and up on one element, after any change of page is over.
    void tap(Command);
    void type(std::string_view digits);
    /// Opens the pad and types a PIN that is right.
    void enter_staff();

    /// "attract a/1", "home", "topic work", "asking over home", "pin enter", "staff".
    std::string display() const;
    /// Warnings so far, a line each.
    std::string warnings() const;

    Model model;
    Now now;
    Effects effects;              ///< All but the plays.
    std::vector<NotePlay> plays;  ///< Proof of play.
    std::set<std::string> slow;       ///< Items that are never prepared.
    std::vector<std::string> played;  ///< "10.0 s a/1": every item that came in, and when.
    int ticks = 0;

private:
    void prepare();
    void note_item();
};

}
