#include "web/stage.h"

#include <set>

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

Request local(std::string path, Fields headers) {
    Request request;
    request.path = std::move(path);
    request.headers = std::move(headers);
    request.headers.emplace("host", "127.0.0.1:8620");
    request.peer = "127.0.0.1";
    return request;
}

/// The headers of every answer, one a line.
constexpr char const* header_set = "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src "
                                   "'self'; form-action 'self'; base-uri 'none'; "
                                   "frame-ancestors 'none'\n"
                                   "X-Content-Type-Options: nosniff\n"
                                   "Referrer-Policy: no-referrer\n"
                                   "Cache-Control: no-store\n"
                                   "Cross-Origin-Opener-Policy: same-origin\n";

std::string security_headers(Response const& response) {
    std::string out;
    for (auto const& [name, value] : response.headers)
        if (name != "Location" && name != "Allow" && name != "Retry-After" && name != "Content-Disposition")
            out += name + ": " + value + "\n";
    return out;
}

}

TEST_CASE("every answer of every status carries the same headers, and a character set") {
    Stage stage{100};
    std::vector<Response> answers;
    std::string receipt = header(stage.sign_up(), "Location");
    for (std::string const& path :
         {std::string("/privacy"), std::string("/accessibility"), std::string("/style.css"),
          std::string("/healthz"), receipt, receipt + ".ics", stage.form_address(), std::string("/w/brand"),
          std::string("/w/none"), std::string("/nowhere"), std::string("/metrics"), std::string("/kiosk"),
          receipt + "/cancel", stage.form_address("talent")})
        answers.push_back(stage.get(path));
    answers.push_back(stage.sign_up());
    answers.push_back(stage.post(stage.form_address(), stage.hidden_fields()));
    answers.push_back(stage.get("/privacy", {{"host", "evil.example"}}));
    answers.push_back(stage.post(stage.form_address(), "", {{"content-type", "text/xml"}}));
    for (int refused : {400, 405, 411, 413, 414, 415, 431})
        answers.push_back(answer(local("/w/brand", {}), stage.service, stage.now, refused));
    stage.service.limit = RateLimit{0, 1};
    answers.push_back(stage.sign_up());
    stage.service.book.reset();
    answers.push_back(stage.get(stage.form_address()));
    stage.now.wall = parse_iso8601("2028-01-01")->at;

    std::set<int> statuses;
    for (Response const& response : answers) {
        statuses.insert(response.status);
        CHECK(security_headers(response) == header_set);
        CHECK(contains(response.content_type, "charset=utf-8"));
    }
    CHECK(statuses ==
          std::set<int>{200, 303, 400, 403, 404, 405, 409, 411, 413, 414, 415, 421, 422, 429, 431, 503});
}

TEST_CASE("only our own names are answered") {
    Stage stage;
    for (char const* ours : {"192.168.4.1", "192.168.4.1:8620", "[fe80::1]:8620", "localhost:1",
                             "dala.example", "dala.example:443"})
        CHECK_MESSAGE(stage.get("/privacy", {{"host", ours}}).status == 200, ours);
    for (char const* other :
         {"", "evil.example", "dala.example.evil.example", "1.2.3.4.evil.example", ":8620"})
        CHECK_MESSAGE(stage.get("/privacy", {{"host", other}}).status == 421, other);
}

TEST_CASE("pages that are only read can't be posted to") {
    Stage stage;
    for (char const* path : {"/privacy", "/accessibility", "/style.css", "/healthz"}) {
        Response response = stage.post(path, "");
        CHECK(response.status == 405);
        CHECK(header(response, "Allow") == "GET, HEAD");
    }
}

TEST_CASE("health says what is missing") {
    Stage stage;
    CHECK(stage.get("/healthz").body == R"({"status":"ok","time":"2027-03-01T09:00:00Z","workshops":2})"
                                        "\n");
    stage.service.organiser.reset();
    Response unwell = stage.get("/healthz");
    CHECK(unwell.status == 503);
    CHECK(contains(unwell.body, R"("why":"no organiser key; run: dalactl key new")"));
    stage.service.book.reset();
    CHECK(contains(stage.get("/healthz").body, "the sign-ups can't be opened"));
}

TEST_CASE("measures and the kiosk's door are for this machine only") {
    Stage stage;
    for (char const* path : {"/metrics", "/kiosk"}) {
        CHECK(stage.get(path).status == 404);
        Request passed_on = local(path, {{"x-kiosk-secret", "secret"}, {"x-forwarded-for", "192.0.2.7"}});
        CHECK(answer(passed_on, stage.service, stage.now).status == 404);
    }
    stage.sign_up();
    stage.sign_up();
    std::string measures = answer(local("/metrics", {}), stage.service, stage.now).body;
    CHECK(contains(measures, "dalasignup_stored_total 2\n"));
    CHECK(contains(measures, "dalasignup_answers_total{status=\"303\"} 2\n"));
    CHECK(contains(measures, "dalasignup_seats_taken{workshop=\"brand\"} 2\n"));
}

TEST_CASE("the kiosk's door tells seats and fresh tokens to who knows the secret") {
    Stage stage;
    stage.sign_up();
    CHECK(answer(local("/kiosk", {}), stage.service, stage.now).status == 403);
    CHECK(answer(local("/kiosk", {{"x-kiosk-secret", "secreT"}}), stage.service, stage.now).status == 403);
    Response door = answer(local("/kiosk", {{"x-kiosk-secret", "secret"}}), stage.service, stage.now);
    CHECK(door.status == 200);
    std::string token = stage.service.tokens.make(TokenUse::Screen, "brand", stage.now.wall);
    CHECK(contains(door.body, R"({"left":2,"seats":3,"slug":"brand","status":"open","taken":1,"token":")" +
                                  token + "\"}"));
    CHECK(contains(door.body, R"("slug":"talent","status":"not_yet")"));

    stage.service.organiser.reset();
    Response shut = answer(local("/kiosk", {{"x-kiosk-secret", "secret"}}), stage.service, stage.now);
    CHECK(shut.status == 503);
    CHECK(shut.body == "{\"why\":\"no organiser key; run: dalactl key new\"}\n");
}

TEST_CASE("the notices have every part, in both languages, and name who answers for them") {
    Stage stage;
    auto sections = [&](char const* path) {
        std::string body = stage.get(path).body;
        int count = 0;
        for (auto at = body.find("<h2>"); at != body.npos; at = body.find("<h2>", at + 1)) ++count;
        return count;
    };
    for (char const* language : {"sv", "en"}) {
        std::string query = std::string("?lang=") + language;
        CHECK(sections(("/privacy" + query).c_str()) == 7);
        CHECK(sections(("/accessibility" + query).c_str()) == 5);
        CHECK(contains(stage.get("/privacy" + query).body, "https://www.imy.se/"));
        CHECK(contains(stage.get("/accessibility" + query).body, "https://www.digg.se/tdosanmalan"));
        CHECK(contains(stage.get("/privacy" + query).body,
                       stage.service.catalog.contacts.front().organisation));
    }
}

TEST_CASE("every phrase of the form exists in every language") {
    Stage stage;
    auto const& phrases = stage.service.catalog.phrases;
    for (auto const& [language, theirs] : phrases)
        for (auto const& [key, words] : phrases.begin()->second) {
            bool ours = key.starts_with("form.") || key.starts_with("fault.") || key.starts_with("notice.") ||
                        key.starts_with("receipt.") || key.starts_with("privacy.") ||
                        key.starts_with("accessibility.");
            if (ours) CHECK_MESSAGE(theirs.contains(key), language << ": " << key);
        }
}
