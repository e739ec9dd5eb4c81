#include "web/stage.h"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("a receipt shows the reference, the time and the place, and nothing personal") {
    Stage stage;
    std::string address = header(stage.sign_up(), "Location");
    Response receipt = stage.get(address);
    CHECK(receipt.status == 200);
    std::string code = address.substr(3);
    CHECK(contains(receipt.body, code.substr(0, 4) + "-" + code.substr(4, 4) + "-" + code.substr(8, 4) + "-" +
                                     code.substr(12)));
    CHECK(contains(receipt.body, "<p class=\"kicker\">Du är anmäld</p>"));
    CHECK(contains(receipt.body, "<dd>onsdag 25 augusti <span class=\"whole\">kl.\u00A09–11.30</span></dd>"));
    CHECK(contains(receipt.body, "<dd>Borlänge; Tunet, sal 1</dd>"));
    CHECK_FALSE(contains(receipt.body, "Kim"));
    CHECK_FALSE(contains(receipt.body, "exempel.se"));
    CHECK(contains(stage.get(address + "?lang=en").body, "You are signed up"));
}

TEST_CASE("the calendar file is one event, escaped and folded") {
    Stage stage;
    stage.workshop("brand").title = LocalizedText{"Åtta, nio; tio \\ " + std::string(70, 'x')};
    std::string address = header(stage.sign_up(), "Location");
    Response calendar = stage.get(address + ".ics");
    CHECK(calendar.content_type == "text/calendar; charset=utf-8");
    CHECK(calendar.body ==
          "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//dalakiosk//dalasignup//EN\r\nBEGIN:VEVENT\r\n"
          "UID:" +
              address.substr(3) +
              "@dalakiosk\r\nDTSTAMP:20270301T090000Z\r\n"
              "DTSTART:20270825T070000Z\r\nDTEND:20270825T093000Z\r\n"
              "SUMMARY:Åtta\\, nio\\; tio \\\\ " +
              std::string(45, 'x') + "\r\n " + std::string(25, 'x') +
              "\r\n"
              "LOCATION:Borlänge\\; Tunet\\, sal 1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("cancelling frees the seat, once and for all") {
    Stage stage{1};
    std::string address = header(stage.sign_up(), "Location");
    CHECK(stage.get(stage.form_address()).status == 409);
    Response cancelled = stage.post(address + "/cancel", "");
    CHECK(cancelled.status == 303);
    CHECK(header(cancelled, "Location") == address);
    CHECK(contains(stage.get(address).body, "Avbokad"));
    CHECK_FALSE(contains(stage.get(address).body, "/cancel"));
    CHECK(stage.get(address + ".ics").status == 404);
    CHECK(stage.get(stage.form_address()).status == 200);
    CHECK(stage.post(address + "/cancel", "").status == 303);
}

TEST_CASE("an unknown receipt is not found, whatever is done with it") {
    Stage stage;
    for (char const* path :
         {"/r/", "/r/0000000000000000", "/r/0000000000000000.ics", "/r/x/y", "/r/'%20OR%201=1"})
        CHECK(stage.get(path).status == 404);
    CHECK(stage.post("/r/0000000000000000/cancel", "").status == 404);
    CHECK(stage.get("/r/0000000000000000/cancel").status == 405);
    CHECK(stage.post("/r/0000000000000000", "").status == 405);
}
