#include "web/receipt.h"

#include "base/log.h"
#include "signup/random.h"
#include "web/workshops.h"

#include <variant>

namespace kiosk {
namespace {

/// A sign-up with the workshop it is for.
struct Found {
    Signup signup;
    Workshop const* workshop;
};

/// What the receipt stands for, or the page that says why there is nothing to show.
std::variant<Found, Response> look_up(PhoneVisit const& visit, std::string_view receipt) {
    Service& service = visit.service;
    if (!is_receipt(receipt)) return notice_page(visit, 404, "no_receipt");
    auto found =
        service.book
            ? service.book->find_receipt(receipt)
            : Result<std::optional<Signup>>{Error{Kind::Unavailable, "the sign-ups can't be opened"}};
    if (!found) {
        log_error(found.error().what);
        return notice_page(visit, 503, "unavailable");
    }
    Workshop const* workshop = *found ? service.catalog.workshop((*found)->workshop) : nullptr;
    if (!workshop) return notice_page(visit, 404, "no_receipt");
    return Found{**found, workshop};
}

/// "7K3M-9PQ2-XW4D-0A8F": easier to read aloud.
std::string in_groups(std::string_view receipt) {
    std::string out;
    for (std::size_t i = 0; i < receipt.size(); ++i) {
        if (i > 0 && i % 4 == 0) out += '-';
        out += receipt[i];
    }
    return out;
}

Html term(std::string const& name, Html const& value) {
    if (value.markup.empty()) return {};
    return html("<dt>{name}</dt><dd>{value}</dd>\n", {{"name", name}, {"value", value}});
}

Html way_back(PhoneVisit const& visit, std::string_view receipt) {
    return html("<details><summary>{ask}</summary>\n<p>{explained}</p>\n"
                "<form method=\"post\" action=\"{action}\"><button class=\"quiet\" "
                "type=\"submit\">{cancel}</button></form>\n"
                "</details>\n",
                {{"ask", visit.say("receipt.cancel_ask")},
                 {"explained", visit.say("receipt.cancel_lead")},
                 {"action", visit.link("/r/" + std::string(receipt) + "/cancel")},
                 {"cancel", visit.say("receipt.cancel")}});
}

/// RFC 5545: special characters behind a backslash.
std::string calendar_text(std::string_view plain) {
    std::string out;
    for (char c : plain) {
        if (c == '\\' || c == ';' || c == ',') out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (c != '\r')
            out += c;
    }
    return out;
}

/// RFC 5545: lines of at most 75 bytes, continued behind a space, never cut inside a character.
std::string calendar_line(std::string_view line) {
    std::string out;
    while (line.size() > 74) {
        std::size_t cut = 74;
        while ((static_cast<unsigned char>(line[cut]) & 0xc0) == 0x80) --cut;
        out.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
    }
    return out.append(line).append("\r\n");
}

/// "20270825T070000Z".
std::string calendar_time(WallTime at) {
    std::string out;
    for (char c : iso8601(at))
        if (c != '-' && c != ':') out += c;
    return out;
}

}

Response show_receipt(PhoneVisit const& visit, std::string_view receipt) {
    auto looked = look_up(visit, receipt);
    if (auto response = std::get_if<Response>(&looked)) return *response;
    auto const& [signup, workshop] = std::get<Found>(looked);
    bool confirmed = signup.standing == Standing::Confirmed;

    Html body = html("<p class=\"lead\">{lead}</p>\n<dl>\n",
                     {{"lead", visit.say(confirmed ? "receipt.lead" : "receipt.cancelled_lead")}});
    if (confirmed) {
        body += term(visit.say("receipt.when"),
                     when_in_words(visit.service.catalog, visit.language, *workshop, visit.now.wall));
        body += term(visit.say("receipt.where"), escaped_html(workshop->place.in(visit.language)));
    }
    body += html("<dt>{name}</dt><dd class=\"code\">{code}</dd>\n</dl>\n",
                 {{"name", visit.say("receipt.reference")}, {"code", in_groups(signup.receipt)}});
    if (confirmed) {
        body += html("<a class=\"button\" href=\"{calendar_at}\">{calendar}</a>\n<p class=\"small\">{keep} "
                     "{sealed}</p>\n",
                     {{"calendar_at", visit.link("/r/" + signup.receipt + ".ics")},
                      {"calendar", visit.say("receipt.calendar")},
                      {"keep", visit.say("receipt.keep")},
                      {"sealed", visit.say("form.sealed")}});
        body += way_back(visit, signup.receipt);
    }
    PageHead head{escaped_html(visit.say(confirmed ? "receipt.confirmed" : "receipt.cancelled")),
                  workshop->title.in(visit.language)};
    return html_page(visit, 200, head, body);
}

Response show_calendar(PhoneVisit const& visit, std::string_view receipt) {
    auto looked = look_up(visit, receipt);
    if (auto response = std::get_if<Response>(&looked)) return *response;
    auto const& [signup, workshop] = std::get<Found>(looked);
    if (signup.standing != Standing::Confirmed) return notice_page(visit, 404, "no_receipt");

    std::string out;
    for (std::string const& line :
         {std::string("BEGIN:VCALENDAR"), std::string("VERSION:2.0"),
          std::string("PRODID:-//dalakiosk//dalasignup//EN"), std::string("BEGIN:VEVENT"),
          "UID:" + signup.receipt + "@dalakiosk", "DTSTAMP:" + calendar_time(signup.at),
          "DTSTART:" + calendar_time(workshop->starts.at), "DTEND:" + calendar_time(workshop->ends.at),
          "SUMMARY:" + calendar_text(workshop->title.in(visit.language)),
          "LOCATION:" + calendar_text(workshop->place.in(visit.language)), std::string("END:VEVENT"),
          std::string("END:VCALENDAR")})
        out += calendar_line(line);
    return {200,
            std::move(out),
            "text/calendar; charset=utf-8",
            {{"Content-Disposition", "attachment; filename=\"workshop.ics\""}}};
}

Response cancel_receipt(PhoneVisit const& visit, std::string_view receipt) {
    auto looked = look_up(visit, receipt);
    if (auto response = std::get_if<Response>(&looked)) return *response;
    if (auto cancelled = visit.service.book->cancel(receipt); !cancelled) {
        log_error(cancelled.error().what);
        return notice_page(visit, 503, "unavailable");
    }
    return see_other(visit.link("/r/" + std::string(receipt)));
}

}
