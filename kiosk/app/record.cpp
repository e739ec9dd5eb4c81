#include "app/record.h"

#include <sstream>

namespace kiosk {
namespace {

constexpr char const* phase_names[] = {"down", "move", "up"};

bool read_phase(std::string const& name, Touched::Phase& phase) {
    for (int i = 0; i < 3; ++i) {
        if (name == phase_names[i]) return phase = Touched::Phase(i), true;
    }
    return false;
}

}

std::string write_touch(TimedTouch const& touch) {
    std::ostringstream line;
    line << touch.at.count() << ' ' << phase_names[int(touch.phase)] << ' ' << touch.finger << ' '
         << touch.point.x << ' ' << touch.point.y << '\n';
    return line.str();
}

Result<std::vector<TimedTouch>> read_touches(std::filesystem::path const& file) {
    std::ifstream in{file};
    if (!in)
        return Error{Kind::Unreadable, file.string() + ": can't be read: name a file that --record wrote"};
    std::vector<TimedTouch> touches;
    std::string text;
    for (int number = 1; std::getline(in, text); ++number) {
        std::istringstream line{text};
        std::int64_t ms = 0;
        std::string phase;
        TimedTouch touch;
        bool const read = bool(line >> ms >> phase >> touch.finger >> touch.point.x >> touch.point.y);
        if (!read || !read_phase(phase, touch.phase)) {
            return Error{Kind::Malformed, file.string() + ":" + std::to_string(number) + ": \"" + text +
                                              "\" is no touch; a line is MS down|move|up FINGER X Y"};
        }
        touch.at = Millis{ms};
        touches.push_back(touch);
    }
    return touches;
}

Result<Recorder> Recorder::open(std::filesystem::path const& file) {
    Recorder recorder;
    if (file.empty()) return recorder;
    recorder.m_out.open(file, std::ios::trunc);
    if (!recorder.m_out)
        return Error{Kind::Unreadable, file.string() + ": can't be written; name another file with --record"};
    return recorder;
}

void Recorder::add(TimedTouch const& touch) {
    if (m_out.is_open()) m_out << write_touch(touch) << std::flush;
}

}
