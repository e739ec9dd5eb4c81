#include "view/standing.h"

#include "view/words.h"

namespace kiosk {
namespace {

using State = Standing::Kind;

State by_calendar(Context const& c, Workshop const& workshop) {
    WallTime const now = c.now.wall;
    if (now >= workshop.starts.at) return State::Held;
    if (workshop.closes && now >= workshop.closes->at) return State::Closed;
    if (workshop.opens && now < workshop.opens->at) return State::NotOpen;
    return State::NoService;
}

State by_service(std::string const& status) {
    if (status == "open") return State::Open;
    if (status == "full") return State::Full;
    if (status == "closed") return State::Closed;
    if (status == "held") return State::Held;
    return status == "not_yet" ? State::NotOpen : State::NoService;
}

}

Standing standing_of(Context const& c, Workshop const& workshop) {
    auto seats = c.model.seats.find(workshop.id);
    bool const known = c.model.service_up && seats != c.model.seats.end();
    State const kind = known ? by_service(seats->second.status) : by_calendar(c, workshop);
    int const left = known ? std::max(0, seats->second.seats - seats->second.taken) : 0;
    Standing state{kind, left, known ? seats->second.seats : workshop.seats, {}, {}};
    constexpr char const* keys[] = {
        "", "workshop.full", "workshop.closed", "workshop.held", "workshop.not_open", "workshop.no_service"};
    if (kind == State::Open) {
        state.title = say_seats_left(c, left, state.seats);
        state.lead = c.say("workshop.scan_lead");
        return state;
    }
    std::string const key = keys[int(kind)];
    std::string const date = workshop.opens ? say_day(c, *workshop.opens) : "";
    state.title = fill(c.say(key), {{"date", date}});
    state.lead = fill(c.say(key + "_lead"), {{"date", date}});
    return state;
}

}
