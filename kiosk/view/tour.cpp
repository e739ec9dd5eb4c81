#include "view/tour.h"

#include "state/update.h"
#include "view/view.h"

#include <algorithm>

namespace kiosk {
namespace {

using namespace std::chrono_literals;

Now later(Millis by) {
    Now now = tour_hour();
    now.steady += by;
    now.wall += by;
    return now;
}

/// File names are made of ids, and an id may name a file in a playlist's folder.
std::string file_name(std::string id) {
    std::ranges::replace_if(
        id, [](char ch) { return ch == '/' || ch == ' ' || ch == '.'; }, '-');
    return id;
}

std::string kind_of(Item const& item) {
    for (std::string const* id : {&item.image, &item.argument, &item.page, &item.workshop}) {
        if (!id->empty()) return file_name(*id);
    }
    return "text";
}

/// The first workshop fills up, the others have hardly begun.
std::map<std::string, Seats, std::less<>> made_up_seats(Catalog const& catalog) {
    std::map<std::string, Seats, std::less<>> seats;
    for (Workshop const& workshop : catalog.workshops) {
        bool const first = &workshop == &catalog.workshops.front();
        seats[workshop.id] = {40, first ? 25 : 3, "open", "Zm9yLXRoZS10b3VyLTAx"};
    }
    return seats;
}

class Tour {
public:
    Tour(Catalog const& catalog, Settings const& settings, Glass const& glass, Language const& language)
        : m_start(begin(catalog, settings, glass, tour_hour())) {
        m_start.language = language;
        m_start.seats = made_up_seats(catalog);
        m_start.signup_base = "http://192.168.1.20:8620";
        m_start.service_up = true;
        m_start.pin_set = true;
        m_start.health = {.frames = 216'000,
                          .missed_frames = 2,
                          .frame_ms_p50 = 3.1,
                          .frame_ms_p99 = 7.8,
                          .uptime = 1h,
                          .key_here = false};
    }

    void add_loop() {
        int number = 0;
        for (Playlist const& playlist : m_start.catalog.playlists) {
            for (Item const& item : playlist.items) {
                Model& model = add(numbered(++number) + "-attract-" + kind_of(item), Attract{}).model;
                model.show.item = item.id;
            }
        }
        add("attract-plain", Attract{}).model.show.item.clear();
        Stop& alone = add("attract-nothing-plays", Attract{});
        alone.model.catalog.playlists.clear();
        alone.model.show = {};
    }

    void add_pages() {
        Catalog const& catalog = m_start.catalog;
        add_page("home", {});
        if (!catalog.topics.empty()) {
            std::string const card = "card." + catalog.topics.front().id;
            add_page("home-pressed", {}).model.finger = Finger{.element = card, .command = Open{}};
        }
        for (Topic const& topic : catalog.topics) {
            add_page("topic-" + topic.id, {Page::Kind::Topic, topic.id});
            for (std::size_t i = 1; i < topic.sections.size(); ++i)
                add_page("topic-" + topic.id + "-" + topic.sections[i].id,
                         {Page::Kind::Topic, topic.id, int(i)});
        }
        for (auto const& [id, argument] : catalog.arguments)
            add_page("argument-" + id, {Page::Kind::Argument, id});
        add_page("map", {Page::Kind::Map, ""});
        for (Place const& place : catalog.places) add_page("map-" + place.id, {Page::Kind::Map, place.id});
        add_page("involved", {Page::Kind::Involved, ""});
        Stop& person = add_page("involved-person", {Page::Kind::Involved, ""});
        person.model.settings.contact_public = true;
        for (Contact& contact : person.model.catalog.contacts) {
            contact.person = "Kim Exempel";
            contact.phone = "+46 980 319 210";  // Of the numbers kept for fiction.
        }
    }

    void add_workshops() {
        add_page("workshops", {Page::Kind::Workshops, ""});
        add_page("workshops-no-service", {Page::Kind::Workshops, ""}).model.service_up = false;
        for (Workshop const& workshop : m_start.catalog.workshops) {
            Page const page{Page::Kind::Workshop, workshop.id};
            std::string const name = "workshop-" + workshop.id;
            add_page(name, page);
            Seats const asked = m_start.seats[workshop.id];
            add_page(name + "-one-left", page).model.seats[workshop.id].taken = asked.seats - 1;
            for (std::string const status : {"full", "closed", "held", "not_yet"}) {
                Model& model = add_page(name + "-" + status, page).model;
                model.seats[workshop.id].status = status;
                if (status == "full") model.seats[workshop.id].taken = asked.seats;
                if (status == "not_yet") let_open_in_may(model.catalog, workshop.id);
            }
            add_page(name + "-no-service", page).model.service_up = false;
        }
    }

    void add_notices() {
        for (Notice const& notice : m_start.catalog.notices)
            add("notice-" + notice.id, Attract{}).model.settings.notice = notice.id;
        Model& held = add("attract-held", Attract{}).model;
        held.show.item = held.show.next;
        held.finger = Finger{.holds = true};
    }

    void add_question() {
        Stop& asking = add("asking", Asking{OnPage{}, tour_hour().steady});
        add("asking-last-second", asking.model.display).now =
            later(std::chrono::seconds{m_start.settings.still_there_seconds} - 500ms);
    }

    void add_staff() {
        using Step = PinPad::Step;
        using Fault = PinPad::Fault;
        add("pin-first", PinPad{.step = Step::Choose});
        add("pin-too-easy", PinPad{.step = Step::Choose, .fault = Fault::TooEasy});
        add("pin-repeat", PinPad{.step = Step::Repeat, .digits = "2718", .chosen = "271828"});
        add("pin-mismatch", PinPad{.step = Step::Choose, .fault = Fault::Mismatch});
        add("pin", PinPad{});
        add("pin-digits", PinPad{.digits = "271828182845"});
        add("pin-checking", PinPad{.checking = true});
        add("pin-wrong", PinPad{.fault = Fault::Wrong});
        add("pin-wait", PinPad{.fault = Fault::Wrong, .wait_until = tour_hour().steady + 30s});
        add("pin-locked", PinPad{.fault = Fault::Wrong, .locked = true});
        Model& staff = add("staff", Staff{}).model;
        staff.show.item = staff.show.next;  // The first of the loop stands still behind the overlay.
    }

    std::vector<Stop> take() { return std::move(m_stops); }

private:
    static std::string numbered(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

    static void let_open_in_may(Catalog& catalog, std::string const& id) {
        for (Workshop& workshop : catalog.workshops) {
            if (workshop.id == id) workshop.opens = *parse_iso8601("2027-05-03T08:00:00+02:00");
        }
    }

    Stop& add(std::string name, Display display) {
        m_stops.push_back({std::move(name), m_start, tour_hour()});
        m_stops.back().model.display = std::move(display);
        return m_stops.back();
    }

    Stop& add_page(std::string name, Page page) { return add(std::move(name), OnPage{std::move(page), {}}); }

    Model m_start;
    std::vector<Stop> m_stops;
};

/// Where the button to the next sheet leads, if there is one to be touched.
std::optional<Page> next_sheet(Stop const& stop, TextRuler const& ruler) {
    if (!std::holds_alternative<OnPage>(stop.model.display)) return std::nullopt;
    for (Element const& element : view(stop.model, stop.now, ruler).current.elements) {
        if (element.id == "sheet.next") return std::get<Open>(*element.command).page;
    }
    return std::nullopt;
}

}

Now tour_hour() {
    ZonedTime const hour = *parse_iso8601("2027-03-01T10:00:00+01:00");
    return {std::chrono::hours{1}, hour.at, hour.offset};
}

std::vector<Stop> tour(Catalog const& catalog, Settings const& settings, Glass const& glass,
                       Language const& language) {
    Tour tour(catalog, settings, glass, language);
    tour.add_loop();
    tour.add_pages();
    tour.add_workshops();
    tour.add_notices();
    tour.add_question();
    tour.add_staff();
    return tour.take();
}

std::vector<Stop> large_text_tour(Catalog const& catalog, Settings const& settings, Glass const& glass,
                                  Language const& language, int text_percent, TextRuler const& ruler) {
    std::vector<Stop> stops;
    for (Stop& stop : tour(catalog, settings, glass, language)) {
        OnPage const* on = on_page(stop.model);
        if (!on || on->page.part > 0) continue;  // A topic's sheets hold all its sections.
        stop.model.text_percent = text_percent;
        std::string const name = stop.name + "-" + std::to_string(text_percent);
        stop.name = name;
        stops.push_back(std::move(stop));
        for (int number = 2; std::optional<Page> next = next_sheet(stops.back(), ruler); ++number) {
            Stop further = stops.back();
            further.name = name + "-" + std::to_string(number);
            further.model.display = OnPage{*next, {}};
            stops.push_back(std::move(further));
        }
    }
    return stops;
}

}
