#include "web/notices.h"

namespace kiosk {
namespace {

/// Who answers for the sign-ups: the first contact of the library, by name and where to write.
Html organiser(PhoneVisit const& visit) {
    Catalog const& catalog = visit.service.catalog;
    if (catalog.contacts.empty()) return escaped_html(catalog.name.in(visit.language));
    Contact const& contact = catalog.contacts.front();
    std::string name =
        contact.organisation.empty() ? contact.office.in(visit.language) : contact.organisation;
    Html out = escaped_html(name);
    if (!contact.email.empty())
        out += html(R"(, <a href="mailto:{email}">{email}</a>)", {{"email", contact.email}});
    else if (!contact.url.empty())
        out += html(R"(, <a href="{url}">{url}</a>)", {{"url", contact.url}});
    return out;
}

/// The sections NAME.1_title, NAME.1, NAME.2_title, … as long as there are any. "{organiser}" and
/// "{authority}" in them become the name with its address and the link of who can be complained to.
Response sections(PhoneVisit const& visit, std::string const& name, Html const& authority) {
    Html body = html("<p class=\"lead\">{lead}</p>\n", {{"lead", visit.say(name + ".lead")}});
    for (int number = 1;; ++number) {
        std::string key = name + "." + std::to_string(number);
        if (visit.say(key).empty()) break;
        body += html("<h2>{title}</h2>\n<p>", {{"title", visit.say(key + "_title")}});
        Html safe = escaped_html(visit.say(key));  // fit to be a pattern, for escaping leaves {…} alone
        body += html(safe.markup, {{"organiser", organiser(visit)}, {"authority", authority}});
        body += html("</p>\n");
    }
    return html_page(
        visit, 200, {escaped_html(visit.service.catalog.name.in(visit.language)), visit.say(name + ".title")},
        body);
}

}

Response show_privacy(PhoneVisit const& visit) {
    return sections(visit, "privacy", html(R"(<a href="https://www.imy.se/">imy.se</a>)"));
}

Response show_accessibility(PhoneVisit const& visit) {
    return sections(visit, "accessibility",
                    html(R"(<a href="https://www.digg.se/tdosanmalan">digg.se/tdosanmalan</a>)"));
}

}
