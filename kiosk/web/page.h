#pragma once
// One visit and the frame that every page shares: the language, the green head, the links at the foot.

#include "web/html.h"
#include "web/request.h"
#include "web/service.h"

namespace kiosk {

/// A request with what every page needs to answer it. Lives as long as the request.
struct PhoneVisit {
    Request const& request;
    Service& service;
    Now now;
    Language language;
    bool language_chosen = false;  ///< By the visitor, in the address; else by the phone's settings.

    std::string const& say(std::string_view key) const { return service.catalog.phrase(language, key); }
    /// A path of ours that keeps the language the visitor chose.
    std::string link(std::string_view path) const;
};

PhoneVisit begin_phone_visit(Request const&, Service&, Now const&);

struct PageHead {
    Html kicker;  ///< Above the title; may be empty.
    std::string title;
    std::vector<std::string> lines{};  ///< Under the title.
    std::string tab_prefix{};          ///< Before the title of the tab: "Fel: ".
};

Response html_page(PhoneVisit const&, int status, PageHead const&, Html const& body);

/// A page that says one thing: the phrases notice.NAME_title and notice.NAME.
Response notice_page(PhoneVisit const&, int status, std::string_view name);

/// To another page of ours, so that reloading it posts nothing again.
Response see_other(std::string location);

/// The style sheet of all pages.
std::string_view style_sheet();

}
