#include "staff/words.h"

#include "view/words.h"

#include <cmath>

namespace kiosk {
namespace {

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}

std::string const& Words::say(std::string_view key) const {
    return m_catalog.phrase(m_language, "staff." + std::string(key));
}

std::string Words::count(std::string_view key, std::size_t count) const {
    return fill(say(std::string(key) + (count == 1 ? "_one" : "")), {{"count", std::to_string(count)}});
}

std::string Words::tenths(double value) const {
    long const tenths = std::lround(value * 10);
    return std::to_string(tenths / 10) + say("decimal") + std::to_string(tenths % 10);
}

std::string Words::clock(LocalTime const& time) const {
    return fill(m_catalog.phrase(m_language, "date.clock"),
                {{"h", two_digits(time.hour)}, {"m", two_digits(time.minute)}});
}

std::string Words::when(Workshop const& workshop) const {
    LocalTime const from = local_time(workshop.starts), to = local_time(workshop.ends);
    auto const date = [&](char const* part, unsigned number) {
        return m_catalog.phrase(m_language, "date." + std::string(part) + "." + std::to_string(number));
    };
    std::string const day =
        fill(m_catalog.phrase(m_language, "date.day"), {{"weekday", date("weekday", from.weekday)},
                                                        {"day", std::to_string(from.day)},
                                                        {"month", date("month", from.month)}});
    return capitalised(day) + " " + std::to_string(from.year) + " · " + clock(from) + "–" + clock(to);
}

std::string Words::duration(Millis length) const {
    auto const minutes = std::chrono::floor<std::chrono::minutes>(length).count();
    if (minutes < 60) return std::to_string(minutes) + " min";
    if (minutes < 48 * 60)
        return std::to_string(minutes / 60) + " h " + std::to_string(minutes % 60) + " min";
    return count("days", std::size_t(minutes / (24 * 60)));
}

}
