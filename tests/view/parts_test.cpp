// The small parts of the screens: words and dates, codes, cards, the UI dump.

#include "view/fixed_ruler.h"
#include "view/libraries.h"
#include "view/ornament.h"
#include "view/qr.h"
#include "view/tour.h"
#include "view/ui_dump.h"
#include "view/vcard.h"
#include "view/view.h"
#include "view/widgets.h"
#include "view/words.h"

#include <doctest/doctest.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>

using namespace kiosk;

namespace {

/// The model of a screen of the tour of the small library, in landscape.
Stop stop_at(std::string_view name, Language const& language = "sv") {
    for (Stop& stop : tour(small_library(), Settings{}, Glass{}, language)) {
        if (stop.name == name) return std::move(stop);
    }
    FAIL("the tour has no stop " << name);
    return {};
}

/// What words are said with.
struct Speaker {
    explicit Speaker(Language language) : stop(stop_at("home", language)) {}

    Stop stop;
    FixedRuler ruler;
    Context c{stop.model, stop.now, ruler, Metrics(stop.model.glass), stop.model.language};
};

ZonedTime at(char const* time) { return *parse_iso8601(time); }

}

TEST_CASE("dates and hours as each language writes them") {
    ZonedTime const from = at("2027-08-25T09:00:00+02:00"), to = at("2027-08-25T11:30:00+02:00");
    Speaker const swedish("sv"), english("en");
    CHECK(say_day(swedish.c, from) == "onsdag 25 augusti");
    CHECK(say_month_short(swedish.c, from) == "AUG");
    CHECK(say_hours(swedish.c, from, to) == "kl.\u00A09–\u206011.30");
    CHECK(say_day(english.c, from) == "Wednesday 25 August");
    CHECK(say_hours(english.c, from, to) == "9:00–\u206011:30");
    CHECK(say_full_day(swedish.c, from) == "Onsdag 25 augusti 2027");
    CHECK(say_day_of_month(english.c, from) == "25 August");
}

TEST_CASE("a day is the one at the place, not in Greenwich") {
    CHECK(say_day(Speaker("sv").c, at("2027-01-01T00:30:00+01:00")) == "fredag 1 januari");
}

TEST_CASE("numbers in groups of three") {
    Speaker const swedish("sv"), english("en");
    CHECK(say_number(swedish.c, 0) == "0");
    CHECK(say_number(swedish.c, 999) == "999");
    CHECK(say_number(swedish.c, 20540) == "20\u00A0540");
    CHECK(say_number(swedish.c, 1234567) == "1\u00A0234\u00A0567");
    CHECK(say_number(english.c, 1234567) == "1,234,567");
}

TEST_CASE("seats in words") {
    Speaker const swedish("sv"), english("en");
    CHECK(say_seats_left(swedish.c, 15, 40) == "15 av 40 platser kvar");
    CHECK(say_seats_left(swedish.c, 1, 40) == "En plats kvar");
    CHECK(say_seats_left(english.c, 15, 40) == "15 of 40 seats left");
}

TEST_CASE("blanks are filled once, unknown ones stay") {
    CHECK(fill("{a} and {b}", {{"a", "one"}, {"b", "two"}}) == "one and two");
    CHECK(fill("{a} {c}", {{"a", "one"}}) == "one {c}");
    CHECK(fill("{a}", {{"a", "{a}"}}) == "{a}");
}

TEST_CASE("capitals beyond ASCII") {
    CHECK(in_capitals("Bo & leva på fjället, ÷") == "BO & LEVA PÅ FJÄLLET, ÷");
    CHECK(capitalised("älvdalen") == "Älvdalen");
    CHECK(capitalised("") == "");
}

TEST_CASE("the code of a workshop holds its address and token") {
    Stop const stop = stop_at("workshop-varumarket-dalarna");
    CHECK(signup_address(stop.model, "varumarket-dalarna") ==
          "http://192.168.1.20:8620/w/varumarket-dalarna?t=" +
              stop.model.seats.at("varumarket-dalarna").token);
    CHECK(signup_address(stop.model, "unknown") == "");
    for (char const* name : {"full", "closed", "held", "not_yet", "no-service"}) {
        CAPTURE(name);
        CHECK(signup_address(stop_at(std::string("workshop-varumarket-dalarna-") + name).model,
                             "varumarket-dalarna") == "");
    }
}

TEST_CASE("a code is a square of modules with its three eyes") {
    QrPaint const code = make_qr("http://192.168.1.20:8620/w/a", {0, 0, 200, 200});
    REQUIRE(code.modules >= 21);
    CHECK((code.modules - 17) % 4 == 0);
    CHECK(code.dark.size() == std::size_t(code.modules * code.modules));
    auto dark = [&](int x, int y) { return code.dark[std::size_t(y * code.modules + x)]; };
    int const last = code.modules - 1;
    for (auto [x, y] : {std::pair{0, 0}, {last, 0}, {0, last}}) CHECK(dark(x, y));
    CHECK_FALSE(dark(7, 7));
    CHECK(make_qr(std::string(2332, 'x'), {}).modules == 0);
    CHECK(make_qr(std::string(2331, 'x'), {}).modules == 177);
}

TEST_CASE("a contact as a card for phones") {
    Contact contact;
    contact.office = LocalizedText("Attraktiv industriregion; IUC, Falun");
    contact.role = LocalizedText("Svarar");
    contact.organisation = "Borlänge kommun";
    contact.email = "region@example.org";
    contact.phone = "+46 243 000 00";
    contact.person = "Karin Exempel";
    CHECK(vcard(contact, "sv", false) ==
          "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Attraktiv industriregion\\; IUC\\, Falun\r\n"
          "N:Attraktiv industriregion\\; IUC\\, Falun;;;;\r\nORG:Borlänge kommun\r\n"
          "TITLE:Svarar\r\nEMAIL:region@example.org\r\nEND:VCARD\r\n");
    CHECK(vcard(contact, "sv", true).find("FN:Karin Exempel\r\n") != std::string::npos);
    CHECK(vcard(contact, "sv", true).find("TEL:+46 243 000 00\r\n") != std::string::npos);
}

TEST_CASE("an ornament stays within its square and has a mirror image") {
    Rect const square{100, 40, 300, 300};
    OrnamentColors const colors{palette::sand, palette::sand_dark};
    Element const plain = ornament("kurbits", square, colors),
                  mirrored = ornament("kurbits", square, colors, true);
    CHECK(plain.role == Role::Decoration);
    auto const &shape = std::get<ShapePaint>(plain.paints.front()),
               &mirror = std::get<ShapePaint>(mirrored.paints.front());
    REQUIRE(shape.outlines.size() == mirror.outlines.size());
    for (std::size_t i = 0; i < shape.outlines.size(); ++i) {
        for (std::size_t k = 0; k < shape.outlines[i].points.size(); ++k) {
            PointF const one = shape.outlines[i].points[k], other = mirror.outlines[i].points[k];
            CAPTURE(one.x);
            CAPTURE(one.y);
            CHECK(square.contains(Point{int(one.x), int(one.y)}));
            CHECK(one.x + other.x == doctest::Approx(2 * square.x + square.w).epsilon(0.001));
        }
    }
}

TEST_CASE("the UI dump lists what has a meaning, in pixels and millimetres") {
    Stop const stop = stop_at("home");
    auto const json =
        nlohmann::json::parse(ui_dump(view(stop.model, stop.now, FixedRuler{}), stop.model.glass));
    CHECK(json["screen"] == "home");
    CHECK(json["language"] == "sv");
    CHECK(json["size"] == nlohmann::json{{"w", 1920}, {"h", 1080}});
    for (auto const& element : json["elements"]) CHECK(element["role"] != "decoration");
    auto const card = std::ranges::find_if(json["elements"],
                                           [](auto const& element) { return element["id"] == "card.work"; });
    REQUIRE(card != json["elements"].end());
    CHECK((*card)["name"] == "Jobb & industri");
    CHECK((*card)["role"] == "button");
    CHECK((*card)["action"] == "open topic work");
    double const mm = 527.0 / 1920;
    CHECK((*card)["rect_mm"]["w"].get<double>() ==
          doctest::Approx((*card)["rect"]["w"].get<int>() * mm).epsilon(0.01));
    CHECK((*card)["height_mm"].get<double>() > 900);
}

TEST_CASE("the UI dump gives a code's payload") {
    Stop const stop = stop_at("workshop-varumarket-dalarna");
    auto const json =
        nlohmann::json::parse(ui_dump(view(stop.model, stop.now, FixedRuler{}), stop.model.glass));
    auto const code =
        std::ranges::find_if(json["elements"], [](auto const& element) { return element["role"] == "qr"; });
    REQUIRE(code != json["elements"].end());
    CHECK((*code)["payload"] == signup_address(stop.model, "varumarket-dalarna"));
}

// A key that no language knows gives "", and an empty text is left out without a trace.
TEST_CASE("every phrase that the screens ask for exists in every language") {
    Catalog const catalog = shipped_library();
    std::regex const asked("say\\(\"([a-z_.]+)\"\\)");
    for (auto const& entry :
         std::filesystem::directory_iterator(std::filesystem::path(DALA_SOURCE_DIR) / "kiosk/view")) {
        std::ifstream file(entry.path());
        for (std::string line; std::getline(file, line);) {
            for (std::sregex_iterator it(line.begin(), line.end(), asked), end; it != end; ++it) {
                for (Language const& language : catalog.languages) {
                    bool const known = catalog.phrases.at(language).contains((*it)[1].str());
                    CHECK_MESSAGE(known, entry.path().filename().string()
                                             << " asks for " << (*it)[1] << ", which " << language
                                             << " lacks");
                }
            }
        }
    }
}

TEST_CASE("screens of a tour have names of their own, fit for files") {
    std::vector<std::string> names;
    for (Stop const& stop : tour(shipped_library(), Settings{}, Glass{}, "sv")) {
        CAPTURE(stop.name);
        CHECK(std::regex_match(stop.name, std::regex("[a-z0-9_-]+")));
        CHECK(std::ranges::find(names, stop.name) == names.end());
        names.push_back(stop.name);
    }
}
