// Get involved: whom one reaches, and that a person is named only where that is allowed.

#include "view/fixed_ruler.h"
#include "view/libraries.h"
#include "view/tour.h"
#include "view/view.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

Stop with_a_person() {
    for (Stop& stop : tour(small_library(), Settings{}, Glass{}, "sv")) {
        if (stop.name == "involved-person") return std::move(stop);
    }
    FAIL("the tour has no involved-person");
    return {};
}

/// All that the page says and shows, the code's payload too.
std::string all_of(Stop const& stop) {
    std::string all;
    for (Element const& element : view(stop.model, stop.now, FixedRuler{}).current.elements) {
        all += element.name + "\n";
        for (Paint const& paint : element.paints) {
            if (auto const* code = std::get_if<QrPaint>(&paint)) all += code->payload;
        }
    }
    return all;
}

bool says(std::string const& all, std::string_view words) { return all.find(words) != std::string::npos; }

}

TEST_CASE("a person's name and number are shown and coded only if that is allowed") {
    Stop stop = with_a_person();
    std::string const open = all_of(stop);
    CHECK(says(open, "\nKim Exempel\n"));
    CHECK(says(open, "\n+46 980 319 210\n"));
    CHECK(says(open, "FN:Kim Exempel"));
    stop.model.settings.contact_public = false;
    std::string const closed = all_of(stop);
    CHECK_FALSE(says(closed, "Kim Exempel"));
    CHECK_FALSE(says(closed, "+46"));
    CHECK(says(closed, "FN:" + stop.model.catalog.contacts.front().office.in("sv")));
}

TEST_CASE("an address is written as people say it") {
    Stop stop = with_a_person();
    stop.model.catalog.contacts.front().url = "https://www.example.org/";
    CHECK(says(all_of(stop), "\nwww.example.org\n"));
    CHECK(says(all_of(stop), "URL:https://www.example.org/"));
}

TEST_CASE("partners of a row stand level, and no row runs into the next") {
    Stop stop = with_a_person();
    stop.model.catalog.partners.clear();
    for (int i = 0; i < 5; ++i) {
        std::string const role =
            i % 2 == 0 ? "Kort." : "En roll som är så lång att den tar flera rader i sin spalt.";
        stop.model.catalog.partners.push_back(
            {std::to_string(i), i, LocalizedText("Partner"), LocalizedText(role), ""});
    }
    std::map<std::string, Rect> at;
    for (Element const& element : view(stop.model, stop.now, FixedRuler{}).current.elements)
        at[element.id] = element.rect;
    CHECK(at.at("partner.0").y == at.at("partner.1").y);
    CHECK(at.at("partner.2").y > at.at("partner.1.role").bottom());
    CHECK(at.at("partner.4").x == at.at("partner.0").x);
}
