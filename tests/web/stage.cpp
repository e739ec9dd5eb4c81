#include "web/stage.h"

#include "content/library.h"

#include <doctest/doctest.h>

namespace kiosk {
namespace {

ZonedTime at(char const* text) { return *parse_iso8601(text); }

Workshop brand(int seats) {
    Workshop w;
    w.id = "brand";
    w.title = LocalizedText{{{"sv", "Varumärket Dalarna"}, {"en", "The Dalarna brand"}}};
    w.place = LocalizedText{"Borlänge; Tunet, sal 1"};
    w.price = LocalizedText{{{"sv", "kostnadsfritt"}, {"en", "free of charge"}}};
    w.starts = at("2027-08-25T09:00:00+02:00");
    w.ends = at("2027-08-25T11:30:00+02:00");
    w.closes = at("2027-08-24T20:00:00+02:00");
    w.seats = seats;
    w.fields = {{FormField::Name, true}, {FormField::Email, true}, {FormField::Organisation, false}};
    return w;
}

Workshop talent() {
    Workshop w = brand(2);
    w.id = "talent";
    w.opens = at("2027-04-01T08:00:00+02:00");
    w.fields.clear();
    for (auto field : {FormField::Name, FormField::Email, FormField::Organisation, FormField::Role,
                       FormField::Phone, FormField::Needs})
        w.fields.push_back({field, true});
    return w;
}

Service make_service(std::filesystem::path const& folder, int seats) {
    auto catalog = load_library(std::filesystem::path(DALA_SOURCE_DIR) / "media");
    REQUIRE(catalog);
    catalog->workshops = {brand(seats), talent()};
    REQUIRE(write_key_pair(folder / "organiser.pub", folder / "organiser.key"));
    auto book = SignupBook::open(folder / "signups.db");
    REQUIRE(book);
    return {std::move(*catalog),
            std::move(*book),
            *PublicKey::load(folder / "organiser.pub"),
            TokenMaker{TokenMaker::Key{7}},
            RateLimit{60, 1},
            "secret",
            "dala.example"};
}

Request request_for(std::string const& target, Fields headers) {
    Request request;
    auto question = std::min(target.find('?'), target.size());
    request.path = target.substr(0, question);
    request.query = parse_form(target.substr(std::min(question + 1, target.size())));
    request.headers = std::move(headers);
    request.headers.emplace("host", "192.168.4.1:8620");
    request.headers.emplace("accept-language", "sv-SE,sv;q=0.9,en;q=0.8");
    request.peer = "192.168.4.23";
    return request;
}

}

Stage::Stage(int seats) : service(make_service(m_folder.path(), seats)) {
    now.wall = at("2027-03-01T10:00:00+01:00").at;
}

Response Stage::get(std::string const& target, Fields headers) {
    return answer(request_for(target, std::move(headers)), service, now);
}

Response Stage::post(std::string const& target, std::string const& body, Fields headers) {
    headers.emplace("content-type", "application/x-www-form-urlencoded");
    Request request = request_for(target, std::move(headers));
    request.method = "POST";
    request.body = body;
    return answer(request, service, now);
}

std::string Stage::form_address(std::string const& slug) const {
    return "/w/" + slug + "?t=" + service.tokens.make(TokenUse::Screen, slug, now.wall);
}

std::string Stage::hidden_fields(std::string const& slug) {
    Response form = get(form_address(slug));
    return "form=" + hidden_value(form.body, "form") + "&pass=" + hidden_value(form.body, "pass");
}

Response Stage::sign_up() {
    return post(form_address(), hidden_fields() + "&name=Kim+%C3%96berg&email=kim%40exempel.se");
}

Workshop& Stage::workshop(std::string_view slug) {
    for (Workshop& w : service.catalog.workshops)
        if (w.id == slug) return w;
    FAIL("no such workshop");
    return service.catalog.workshops.front();
}

int Stage::rows() { return int(read_signups(m_folder.path() / "signups.db")->size()); }

PrivateKey Stage::organiser_key() const { return *PrivateKey::load(m_folder.path() / "organiser.key"); }

std::string header(Response const& response, std::string_view name) {
    for (auto const& [key, value] : response.headers)
        if (key == name) return value;
    return "";
}

std::string hidden_value(std::string const& html, std::string const& name) {
    std::string before = "type=\"hidden\" name=\"" + name + "\" value=\"";
    auto start = html.find(before);
    if (start == html.npos) return "";
    start += before.size();
    return html.substr(start, html.find('"', start) - start);
}

bool contains(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

}
