// How a workshop stands: what the calendar and the service make of it, and how that looks.

#include "view/fixed_ruler.h"
#include "view/libraries.h"
#include "view/standing.h"
#include "view/tour.h"
#include "view/view.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

using State = Standing::Kind;

char const* const workshop_id = "varumarket-dalarna";

struct Desk {
    Desk() {
        for (Stop& stop : tour(small_library(), Settings{}, Glass{}, "sv")) {
            if (stop.name == "workshops") model = std::move(stop.model), now = stop.now;
        }
    }

    Standing standing() const {
        Context const c{model, now, ruler, Metrics(model.glass), model.language};
        return standing_of(c, *model.catalog.workshop(workshop_id));
    }
    Seats& seats() { return model.seats[workshop_id]; }

    Model model;
    Now now;
    FixedRuler ruler;
};

}

TEST_CASE("the last eighth of the seats is worth hurrying for") {
    Desk desk;
    using Case = std::tuple<int, State, char const*>;
    for (auto [taken, kind, label] :
         {Case{34, State::Open, "6 av 40 platser kvar"}, Case{35, State::LastSeats, "Bara 5 platser kvar"},
          Case{39, State::LastSeats, "En plats kvar"}}) {
        CAPTURE(taken);
        desk.seats().taken = taken;
        CHECK(desk.standing().kind == kind);
        CHECK(desk.standing().label == label);
    }
}

TEST_CASE("every standing says three different things and looks like no other") {
    Desk desk;
    std::vector<StandingLook> looks;
    for (char const* status : {"full", "closed", "held", "not_yet", "unheard-of"}) {
        CAPTURE(status);
        desk.seats().status = status;
        Standing const state = desk.standing();
        for (std::string const& words : {state.label, state.title, state.lead}) CHECK(!words.empty());
        CHECK(state.label != state.title);
        CHECK_FALSE(state.takes_signups());
        CHECK(date_color(state) == (state.is_over() ? palette::stone : palette::falu));
        for (StandingLook const& other : looks)
            CHECK_FALSE((other.icon == look_of(state).icon && other.strong == look_of(state).strong));
        looks.push_back(look_of(state));
    }
}

TEST_CASE("the day on which sign-up opens is told") {
    Desk desk;
    desk.seats().status = "not_yet";
    desk.model.catalog.workshops.front().opens.reset();
    CHECK(desk.standing().title == "Anmälan har inte öppnat");
    desk.model.catalog.workshops.front().opens = *parse_iso8601("2027-05-03T08:00:00+02:00");
    CHECK(desk.standing().title == "Anmälan öppnar måndag 3 maj");
}

TEST_CASE("without the service the calendar speaks") {
    Desk desk;
    desk.model.service_up = false;
    CHECK(desk.standing().kind == State::NoService);
    desk.now.wall = desk.model.catalog.workshops.front().starts.at;
    CHECK(desk.standing().kind == State::Held);
}

TEST_CASE("whoever can't sign up is led to what is left to do") {
    auto next = [](Model const& model, Now const& now) {
        for (Element const& element : view(model, now, FixedRuler{}).current.elements) {
            if (element.id == "next") return describe(*element.command);
        }
        return std::string();
    };
    Desk desk;
    desk.model.display = OnPage{{Page::Kind::Workshop, workshop_id}, {}};
    CHECK(next(desk.model, desk.now) == "");
    desk.seats().status = "full";
    CHECK(next(desk.model, desk.now) == "open involved");

    Workshop other = desk.model.catalog.workshops.front();
    other.id = "other";
    desk.model.catalog.workshops.push_back(other);
    desk.model.seats["other"] = {40, 3, "open", "token"};
    CHECK(next(desk.model, desk.now) == "open workshop other");
}
