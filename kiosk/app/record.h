#pragma once
// A visit as a file: one touch a line, "MS PHASE FINGER X Y", MS being simulated time since the start.
// What was recorded on one kiosk can be played on another: a report of a fault becomes a test.

#include "state/action.h"

#include <filesystem>
#include <fstream>
#include <vector>

namespace kiosk {

struct TimedTouch {
    Millis at{0};
    Touched::Phase phase = Touched::Phase::Down;
    std::int64_t finger = 0;
    Point point;
    bool operator==(TimedTouch const&) const = default;
};

std::string write_touch(TimedTouch const&);

/// Fails with Kind::Malformed and FILE:LINE if a line is not a touch.
Result<std::vector<TimedTouch>> read_touches(std::filesystem::path const& file);

/// Writes each touch as it comes. Without a file it does nothing.
class Recorder {
public:
    static Result<Recorder> open(std::filesystem::path const& file);
    Recorder() = default;
    void add(TimedTouch const&);

private:
    std::ofstream m_out;
};

}
