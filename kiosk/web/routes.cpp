#include "web/routes.h"

#include "web/doors.h"
#include "web/form.h"
#include "web/notices.h"
#include "web/receipt.h"

namespace kiosk {
namespace {

constexpr std::pair<char const*, char const*> on_every_answer[] = {
    {"Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
                                "base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cache-Control", "no-store"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
};

bool is_get(Request const& request) { return request.method != "POST"; }

/// The name in a Host header, without its port.
std::string_view host_name(std::string_view host) {
    return host.starts_with('[') ? host.substr(0, host.find(']') + 1) : host.substr(0, host.rfind(':'));
}

/// Our own names only: an address, which no other site can make its own (DNS rebinding), or the public name.
bool is_our_host(std::string_view host, std::string_view public_host) {
    std::string_view name = host_name(host);
    bool address =
        name.starts_with('[') || (!name.empty() && name.find_first_not_of("0123456789.") == name.npos);
    return address || name == "localhost" || (!public_host.empty() && name == public_host);
}

Response wrong_method(PhoneVisit const& visit, char const* allowed) {
    Response response = notice_page(visit, 405, "odd");
    response.headers.emplace_back("Allow", allowed);
    return response;
}

Response at_workshop(PhoneVisit const& visit, std::string_view slug) {
    Workshop const* workshop = visit.service.catalog.workshop(slug);
    if (!workshop) return notice_page(visit, 404, "no_workshop");
    return is_get(visit.request) ? show_form(visit, *workshop) : take_form(visit, *workshop);
}

Response at_receipt(PhoneVisit const& visit, std::string_view rest) {
    constexpr std::string_view calendar = ".ics", cancel = "/cancel";
    if (rest.ends_with(cancel)) {
        if (is_get(visit.request)) return wrong_method(visit, "POST");
        return cancel_receipt(visit, rest.substr(0, rest.size() - cancel.size()));
    }
    if (!is_get(visit.request)) return wrong_method(visit, "GET, HEAD");
    if (rest.ends_with(calendar)) return show_calendar(visit, rest.substr(0, rest.size() - calendar.size()));
    return show_receipt(visit, rest);
}

/// The pages that have one address and are only read.
Response at_fixed(PhoneVisit const& visit) {
    Request const& request = visit.request;
    using Show = Response (*)(PhoneVisit const&);
    constexpr std::pair<std::string_view, Show> shown[] = {
        {"/style.css",
         [](PhoneVisit const&) {
             return Response{200, std::string(style_sheet()), "text/css; charset=utf-8"};
         }},
        {"/privacy", show_privacy},
        {"/accessibility", show_accessibility},
        {"/healthz", [](PhoneVisit const& v) { return show_health(v.service, v.now); }},
        {"/metrics", [](PhoneVisit const& v) { return show_metrics(v.service); }},
        {"/kiosk", [](PhoneVisit const& v) { return show_kiosk_door(v.request, v.service, v.now); }},
    };
    for (auto const& [path, show] : shown) {
        bool local_only = path == "/metrics" || path == "/kiosk";
        if (request.path != path || (local_only && !is_local(request))) continue;
        return is_get(request) ? show(visit) : wrong_method(visit, "GET, HEAD");
    }
    return notice_page(visit, 404, "not_found");
}

Response route(PhoneVisit const& visit, int refused) {
    std::string_view path = visit.request.path;
    if (refused == 405) return wrong_method(visit, "GET, HEAD, POST");
    if (refused != 0) return notice_page(visit, refused, refused == 413 ? "too_large" : "odd");
    if (!is_our_host(field_value(visit.request.headers, "host"), visit.service.public_host))
        return notice_page(visit, 421, "odd");
    if (path.starts_with("/w/")) return at_workshop(visit, path.substr(3));
    if (path.starts_with("/r/")) return at_receipt(visit, path.substr(3));
    return at_fixed(visit);
}

}

Response answer(Request const& request, Service& service, Now const& now, int refused) {
    Response response = route(begin_phone_visit(request, service, now), refused);
    for (auto const& [name, value] : on_every_answer) response.headers.emplace_back(name, value);
    ++service.counters.answers[response.status];
    return response;
}

}
