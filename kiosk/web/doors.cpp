#include "web/doors.h"

#include "signup/random.h"
#include "web/workshops.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace kiosk {
namespace {

constexpr char const* json_type = "application/json; charset=utf-8";

/// Why nobody can sign up at all; empty if people can.
std::string ailment(Service const& service) {
    if (!service.book) return "the sign-ups can't be opened; see the log";
    if (!service.organiser) return "no organiser key; run: dalactl key new";
    return "";
}

void add_measure(std::string& out, std::string const& name, char const* kind, long value) {
    out += "# TYPE " + name + " " + kind + "\n" + name + " " + std::to_string(value) + "\n";
}

}

bool is_local(Request const& request) {
    return is_loopback(request.peer) && !request.headers.contains("x-forwarded-for") &&
           !request.headers.contains("forwarded");
}

Response show_health(Service& service, Now const& now) {
    std::string why = ailment(service);
    nlohmann::json out = {{"status", why.empty() ? "ok" : "unavailable"},
                          {"time", iso8601(now.wall)},
                          {"workshops", service.catalog.workshops.size()}};
    if (!why.empty()) out["why"] = why;
    if (service.book && !service.book->trouble().empty()) out["trouble"] = service.book->trouble();
    return {why.empty() ? 200 : 503, out.dump() + "\n", json_type};
}

Response show_metrics(Service& service) {
    std::string out;
    add_measure(out, "dalasignup_stored_total", "counter", service.counters.stored);
    add_measure(out, "dalasignup_repeated_total", "counter", service.counters.repeated);
    add_measure(out, "dalasignup_failed_total", "counter", service.counters.failed);
    out += "# TYPE dalasignup_answers_total counter\n";
    for (auto const& [status, count] : service.counters.answers)
        out += "dalasignup_answers_total{status=\"" + std::to_string(status) + "\"} " +
               std::to_string(count) + "\n";
    out += "# TYPE dalasignup_seats_taken gauge\n";
    if (auto taken = service.book ? service.book->taken() : Error{Kind::Unavailable, ""})
        for (auto const& [slug, count] : *taken)
            out += "dalasignup_seats_taken{workshop=\"" + slug + "\"} " + std::to_string(count) + "\n";
    return {200, std::move(out), "text/plain; version=0.0.4; charset=utf-8"};
}

Response show_kiosk_door(Request const& request, Service& service, Now const& now) {
    if (!same_secret(field_value(request.headers, "x-kiosk-secret"), service.secret))
        return {403, "{\"why\":\"wrong secret\"}\n", json_type};
    auto taken = service.book ? service.book->taken() : Error{Kind::Unavailable, ""};
    if (std::string why = taken ? ailment(service) : "the sign-ups can't be read; see the log"; !why.empty())
        return {503, nlohmann::json{{"why", why}}.dump() + "\n", json_type};

    nlohmann::json workshops = nlohmann::json::array();
    for (Workshop const& workshop : service.catalog.workshops) {
        auto at = taken->find(workshop.id);
        int gone = at == taken->end() ? 0 : at->second;
        workshops.push_back({{"slug", workshop.id},
                             {"seats", workshop.seats},
                             {"taken", gone},
                             {"left", std::max(0, workshop.seats - gone)},
                             {"status", status_name(signup_status(terms_of(workshop), gone, now.wall))},
                             {"token", service.tokens.make(TokenUse::Screen, workshop.id, now.wall)}});
    }
    return {200, nlohmann::json{{"workshops", workshops}}.dump() + "\n", json_type};
}

}
