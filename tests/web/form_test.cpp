#include "signup/registration.h"
#include "web/stage.h"

#include <regex>

#include <doctest/doctest.h>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

/// Everything between tags of class "fault", in order.
std::vector<std::string> faults_in(std::string const& html) {
    std::vector<std::string> out;
    std::regex fault{
        R"re(<p class="fault" id="([a-z]+)-fault"><span aria-hidden="true">▲</span> ([^<]*)</p>)re"};
    for (std::sregex_iterator at{html.begin(), html.end(), fault}, end; at != end; ++at)
        out.push_back((*at)[1].str() + ": " + (*at)[2].str());
    return out;
}

}

TEST_CASE("the form says what the workshop is and asks what its file names, in the phone's language") {
    Stage stage;
    Response form = stage.get(stage.form_address());
    CHECK(form.status == 200);
    CHECK(contains(form.body, "<html lang=\"sv\">"));
    CHECK(contains(
        form.body,
        "<p class=\"kicker\">Workshop · onsdag 25 augusti <span class=\"whole\">kl.\u00A09–11.30</span></p>"));
    CHECK(contains(form.body, "<h1>Varumärket Dalarna</h1>"));
    CHECK(contains(form.body, "<p class=\"line\">kostnadsfritt · 3 platser kvar</p>"));
    CHECK(contains(
        form.body,
        R"(<label for="name">Namn</label><input id="name" name="name" type="text" autocomplete="name")"));
    CHECK(contains(form.body, R"(type="email" autocomplete="email" inputmode="email")"));
    CHECK(contains(form.body, R"(Arbetsplats <span class="aside">(frivilligt)</span></label>)"));
    CHECK_FALSE(contains(form.body, "name=\"phone\""));
    CHECK_FALSE(contains(form.body, " checked"));

    Response english = stage.get(stage.form_address(), {{"accept-language", "en-GB,en;q=0.9"}});
    CHECK(contains(english.body, "Wednesday 25 August <span class=\"whole\">9:00–11:30</span>"));
    CHECK(contains(english.body, "free of charge · 3 seats left"));
}

TEST_CASE(
    "the language is the one asked for, else the phone's, else English for a stranger, else the first") {
    Stage stage;
    auto language = [&](std::string const& target, char const* accepted) {
        std::string page = stage.get(target, {{"accept-language", accepted}}).body;
        return page.substr(page.find("<html lang=\"") + 12, 2);
    };
    CHECK(language("/privacy", "sv;q=0.2,en;q=0.9") == "en");
    CHECK(language("/privacy", "de-DE,de;q=0.9,sv;q=0.1") == "sv");
    CHECK(language("/privacy", "so,ar;q=0.8") == "en");
    CHECK(language("/privacy", "") == "sv");
    CHECK(language("/privacy?lang=en", "sv") == "en");
    CHECK(language("/privacy?lang=xx", "sv") == "sv");
    std::string form = stage.get(stage.form_address() + "&lang=en").body;
    CHECK(contains(form, "&amp;lang=en\" novalidate"));
    CHECK(contains(form, "href=\"/privacy?lang=en\""));
    CHECK(contains(form, "&amp;lang=sv\" lang=\"sv\" hreflang=\"sv\">Svenska</a>"));
}

TEST_CASE("a page needs no script and nothing from elsewhere, and stays under 60 KB") {
    Stage stage;
    std::string form = stage.get(stage.form_address()).body;
    for (char const* foreign :
         {"<script", "http:", "https:", "style=", "<style", "onclick", "<img", "<link rel=\"preload"})
        CHECK_FALSE(contains(form, foreign));
    CHECK(form.size() + stage.get("/style.css").body.size() < 60'000);
}

TEST_CASE("a form without faults leads to its receipt, and is sealed") {
    Stage stage;
    Response done = stage.sign_up();
    CHECK(done.status == 303);
    std::string location = header(done, "Location");
    CHECK(std::regex_match(location, std::regex{"/r/[0-9A-Z]{16}"}));
    CHECK(stage.get(location).status == 200);

    auto stored = *read_signups(stage.folder().path() / "signups.db");
    REQUIRE(stored.size() == 1);
    CHECK(stored[0].workshop == "brand");
    auto record = read_registration(*stage.organiser_key().open(stored[0].sealed));
    REQUIRE(record);
    CHECK(record->value(Field::Name) == "Kim Öberg");
    CHECK(record->value(Field::Email) == "kim@exempel.se");
    CHECK(record->news == false);
    CHECK(record->language == "sv");
    for (char const* file : {"signups.db", "signups.db-wal"})
        CHECK_FALSE(contains(stage.folder().read(file), "exempel"));
}

TEST_CASE("wanting news is stored with the words that were agreed to") {
    Stage stage;
    stage.post(stage.form_address(), stage.hidden_fields() + "&name=Kim&email=kim%40exempel.se&news=yes");
    auto stored = *read_signups(stage.folder().path() / "signups.db");
    REQUIRE(stored.size() == 1);
    auto record = *read_registration(*stage.organiser_key().open(stored[0].sealed));
    CHECK(record.news);
    CHECK(record.news_text == "Berätta för mig om kommande workshoppar.");
}

TEST_CASE("each fault is named beside its field, and what was typed stays") {
    Stage stage;
    stage.now.wall = parse_iso8601("2027-04-02")->at;
    std::string hidden = stage.hidden_fields("talent");
    Response empty = stage.post(stage.form_address("talent"), hidden);
    CHECK(empty.status == 422);
    CHECK(faults_in(empty.body) ==
          std::vector<std::string>{"name: Skriv ditt namn", "email: Skriv din e-postadress",
                                   "organisation: Skriv var du arbetar", "role: Skriv din roll",
                                   "phone: Skriv ditt telefonnummer",
                                   "needs: Skriv vad du behöver, eller ”inget”"});
    CHECK(contains(empty.body, "6 uppgifter behöver rättas."));
    CHECK(contains(empty.body, "<title>Fel: Varumärket Dalarna</title>"));

    Response wrong = stage.post(
        stage.form_address("talent"),
        hidden + "&name=+Kim+&email=kim%40exempel&organisation=SSAB&role=x&phone=12&needs=a&news=yes");
    CHECK(wrong.status == 422);
    CHECK(faults_in(wrong.body) ==
          std::vector<std::string>{"email: Skriv hela adressen, till exempel kim@exempel.se",
                                   "phone: Skriv numret med siffror, till exempel 070-123 45 67"});
    CHECK(contains(wrong.body, R"( value="Kim">)"));
    CHECK(contains(wrong.body,
                   R"(aria-invalid="true" aria-describedby="email-fault" autofocus value="kim@exempel">)"));
    CHECK(contains(wrong.body, R"(aria-invalid="true" aria-describedby="phone-fault" value="12">)"));
    CHECK(contains(wrong.body, ">a</textarea>"));
    CHECK(contains(wrong.body, "value=\"yes\" checked"));
    CHECK(hidden == "form=" + hidden_value(wrong.body, "form") + "&pass=" + hidden_value(wrong.body, "pass"));
    CHECK(stage.rows() == 0);
}

TEST_CASE("whatever is typed comes back as text") {
    Stage stage;
    for (char const* nasty :
         {"%3Cscript%3Ealert(1)%3C%2Fscript%3E", "%22+onfocus%3Dalert(1)+x%3D%22", "'%3E%3Cimg+src%3Dx%3E",
          "%3C%2Ftextarea%3E%3Csvg%2Fonload%3D1%3E", "%7Bvalue%7D%26lt%3B"}) {
        std::string value = nasty;
        Response back =
            stage.post(stage.form_address() + "&lang=" + value + "&x=" + value,
                       stage.hidden_fields() + "&email=&name=" + value + "&organisation=" + value);
        CHECK(back.status == 422);
        for (char const* live : {"<script", "<img", "<svg", "\" onfocus", "'><"})
            CHECK_FALSE(contains(back.body, live));
        CHECK_FALSE(contains(stage.get("/w/" + percent_decode(value, true)).body, "<script"));
        CHECK_FALSE(contains(stage.get("/r/" + percent_decode(value, true)).body, "<script"));
        CHECK_FALSE(contains(stage.get("/w/brand?t=" + value).body, "<script"));
    }
    CHECK(contains(stage.post(stage.form_address(), stage.hidden_fields() + "&name=%7Bvalue%7D%26lt%3B").body,
                   R"(value="{value}&amp;lt;">)"));
}

TEST_CASE("the same form posted twice is one sign-up, even when everything else has changed") {
    Stage stage{1};
    std::string body = stage.hidden_fields() + "&name=Kim&email=kim%40exempel.se",
                address = stage.form_address();
    std::string receipt = header(stage.post(address, body), "Location");
    CHECK(header(stage.post(address, body), "Location") == receipt);
    stage.now.wall += 24h;
    stage.service.organiser.reset();
    CHECK(header(stage.post(address, body), "Location") == receipt);
    CHECK(stage.rows() == 1);
    CHECK(stage.service.counters.stored == 1);
    CHECK(stage.service.counters.repeated == 2);
}

TEST_CASE("an old or forged code asks to scan again") {
    Stage stage;
    std::string address = stage.form_address(), hidden = stage.hidden_fields();
    CHECK(stage.get("/w/brand").status == 403);
    CHECK(stage.get("/w/brand?t=" + std::string(20, 'A')).status == 403);
    CHECK(stage.post(address, "form=x&pass=y").status == 403);
    CHECK(stage.post(address, hidden + "x&name=Kim&email=kim%40exempel.se").status == 403);
    // The code on the screen opens a form; it is not itself a form's pass.
    std::string screen = stage.service.tokens.make(TokenUse::Screen, "brand", stage.now.wall);
    CHECK(stage.post(address, hidden.substr(0, hidden.find("&pass")) + "&pass=" + screen).status == 403);

    stage.now.wall += 36min;
    Response old = stage.get(address);
    CHECK(old.status == 403);
    CHECK(contains(old.body, "<h1>Koden är för gammal</h1>"));
    CHECK(stage.post(address, hidden + "&name=Kim&email=kim%40exempel.se").status == 403);
    CHECK(stage.rows() == 0);
}

TEST_CASE("a form sent by another site, or not as a form, is refused") {
    Stage stage;
    std::string body = stage.hidden_fields() + "&name=Kim&email=kim%40exempel.se";
    CHECK(stage.post(stage.form_address(), body, {{"sec-fetch-site", "cross-site"}}).status == 403);
    CHECK(stage.post(stage.form_address(), body, {{"content-type", "text/plain"}}).status == 415);
    CHECK(stage.rows() == 0);
    CHECK(stage.post(stage.form_address(), body, {{"sec-fetch-site", "same-origin"}}).status == 303);
}

TEST_CASE("a workshop that takes no sign-ups says why") {
    Stage stage{1};
    std::string body = stage.hidden_fields() + "&name=Kim&email=kim%40exempel.se",
                address = stage.form_address();
    Response early = stage.get(stage.form_address("talent"));
    CHECK(early.status == 409);
    CHECK(contains(early.body, "Den öppnar torsdag 1 april kl. 8. Välkommen tillbaka då."));

    CHECK(stage.sign_up().status == 303);
    CHECK(contains(stage.get(stage.form_address()).body, "Fullbokat"));
    CHECK(stage.post(address, body).status == 409);

    stage.now.wall = parse_iso8601("2027-08-24T20:00:00+02:00")->at;
    CHECK(stage.get("/w/brand").status == 410);
    CHECK(contains(stage.post(address, body).body, "Anmälan har stängt"));
    stage.now.wall = parse_iso8601("2027-08-25T09:00:00+02:00")->at;
    Response held = stage.get("/w/brand");
    CHECK(held.status == 410);
    CHECK(contains(held.body, "Workshoppen har hållits"));
    CHECK(stage.rows() == 1);
}

TEST_CASE("without a key or a store nobody signs up, and nothing typed is lost") {
    Stage stage;
    auto key = std::exchange(stage.service.organiser, std::nullopt);
    CHECK(contains(stage.get(stage.form_address()).body, "Anmälan är inte igång än"));
    CHECK(stage.get(stage.form_address()).status == 503);
    stage.service.organiser = key;
    stage.service.book.reset();
    CHECK(stage.get(stage.form_address()).status == 503);
    CHECK(stage.post(stage.form_address(), "form=" + std::string(22, 'a')).status == 503);
}

TEST_CASE("too many at once: the form comes back filled, with a word about it") {
    Stage stage{1000};
    stage.service.limit = RateLimit{3, 1};
    int stored = 0;
    while (stage.sign_up().status == 303) ++stored;
    CHECK(stored == 5);
    Response busy = stage.sign_up();
    CHECK(busy.status == 429);
    CHECK(header(busy, "Retry-After") == "60");
    CHECK(contains(busy.body, "Många anmäler sig just nu."));
    CHECK(contains(busy.body, "value=\"Kim Öberg\""));
    stage.now.steady += 60s;
    CHECK(stage.sign_up().status == 303);
}
