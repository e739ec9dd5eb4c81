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

/// One seat in eight: then it is worth hurrying.
bool are_few(Seats const& seats) { return (seats.seats - seats.taken) * 8 <= seats.seats; }

State by_service(Seats const& seats) {
    std::string const& status = seats.status;
    if (status == "open") return are_few(seats) ? State::LastSeats : State::Open;
    if (status == "full") return State::Full;
    if (status == "closed") return State::Closed;
    if (status == "held") return State::Held;
    return status == "not_yet" ? State::NotOpen : State::NoService;
}

std::string phrase_of(State state) {
    switch (state) {
    case State::Full:
        return "workshop.full";
    case State::Closed:
        return "workshop.closed";
    case State::Held:
        return "workshop.held";
    case State::NotOpen:
        return "workshop.not_open";
    case State::Open:
    case State::LastSeats:
    case State::NoService:
        break;
    }
    return "workshop.no_service";
}

}

Standing standing_of(Context const& c, Workshop const& workshop) {
    auto seats = c.model.seats.find(workshop.id);
    bool const known = c.model.service_up && seats != c.model.seats.end();
    State const kind = known ? by_service(seats->second) : by_calendar(c, workshop);
    int const left = known ? std::max(0, seats->second.seats - seats->second.taken) : 0;
    Standing state{kind, left, known ? seats->second.seats : workshop.seats, {}, {}, {}};
    if (state.takes_signups()) {
        state.label = kind == State::Open ? say_seats_left(c, left, state.seats) : say_last_seats(c, left);
        state.title = c.say("workshop.scan");
        state.lead = c.say("workshop.scan_lead");
        return state;
    }
    std::string const key = phrase_of(kind);
    bool const dated = kind == State::NotOpen && workshop.opens;
    std::string const date = dated ? say_day(c, *workshop.opens) : "";
    state.label = c.say(key);
    state.title = fill(c.say(key + (dated ? "_on" : "_title")), {{"date", date}});
    state.lead = c.say(key + "_lead");
    return state;
}

StandingLook look_of(Standing const& state) {
    constexpr Color grey = Color::rgb(0x4A453E);  // Stone, dark enough for a ground.
    switch (state.kind) {
    case State::Open:
        return {Icon::Check, palette::spruce, palette::paper, Color::rgb(0xDCE8DF), palette::spruce};
    case State::LastSeats:
        return {Icon::Clock, palette::ochre, palette::ink, Color::rgb(0xFBE9BD), palette::spruce};
    case State::Full:
        return {Icon::NoEntry, palette::falu, palette::paper, Color::rgb(0xF4DEDA), palette::falu_deep};
    case State::NotOpen:
        return {Icon::Calendar, palette::siljan, palette::paper, Color::rgb(0xDBE6EF), palette::siljan};
    case State::Closed:
        return {Icon::Lock, palette::stone, palette::paper, palette::sand_dark, grey};
    case State::Held:
        return {Icon::Check, palette::stone, palette::paper, palette::sand_dark, grey};
    case State::NoService:
        break;
    }
    return {Icon::Warning, palette::ink, palette::ochre_light, palette::sand, grey};
}

int standing_pill_height(Metrics const& m) { return m.px(60); }

Element standing_pill(Context const& c, std::string id, Standing const& state, Rect strip, Align align) {
    StandingLook const look = look_of(state);
    int const height = standing_pill_height(c.m), rim = c.m.px(6), disc = height - 2 * rim;
    int const before = rim + disc + c.m.px(14), after = c.m.px(26);
    TextStyle style = type::small(c.m);
    style.weight = Weight::SemiBold;
    TextPaint label = set_text(c, state.label, {style, palette::ink, Align::Left, true},
                               {0, 0, strip.w - before - after, height});
    int const width = before + label.rect.w + after, slack = strip.w - width;
    Rect const rect{strip.x + (align == Align::Left     ? 0
                               : align == Align::Center ? slack / 2
                                                        : slack),
                    strip.y + (strip.h - height) / 2, width, height};
    label.rect.x = rect.x + before;
    label.rect.y = rect.y + (height - label.rect.h) / 2;
    Rect const circle{rect.x + rim, rect.y + rim, disc, disc};
    Panel capsule{.rect = rect, .fill = look.pale, .corners = Corners::all(height / 2)};
    Panel round{.rect = circle, .fill = look.strong, .corners = Corners::all(disc / 2)};
    ShapePaint icon = draw_icon(look.icon, circle.inset(disc * 24 / 100), look.on_strong);
    return {std::move(id),
            Role::Text,
            state.label,
            c.language,
            rect,
            rect,
            {},
            true,
            {std::move(capsule), std::move(round), std::move(icon), std::move(label)}};
}

Color date_color(Standing const& state) { return state.is_over() ? palette::stone : palette::falu; }

}
