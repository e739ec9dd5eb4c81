#include "web/page.h"

#include <algorithm>
#include <cstdlib>

namespace kiosk {
namespace {

bool offered(Catalog const& catalog, std::string_view language) {
    return std::find(catalog.languages.begin(), catalog.languages.end(), language) != catalog.languages.end();
}

std::string_view trimmed(std::string_view text) {
    auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The offered language that the phone likes best: "sv-SE,sv;q=0.9,en;q=0.8" → "sv".
Language preferred_language(Catalog const& catalog, std::string_view accepted) {
    Language best;
    double best_quality = 0;
    while (!accepted.empty()) {
        std::string_view entry = accepted.substr(0, accepted.find(','));
        accepted.remove_prefix(std::min(entry.size() + 1, accepted.size()));
        auto semicolon = std::min(entry.find(';'), entry.size());
        std::string_view tag = trimmed(entry.substr(0, semicolon));
        auto q = entry.find("q=", semicolon);
        double quality =
            q == std::string_view::npos ? 1 : std::atof(std::string(entry.substr(q + 2)).c_str());
        std::string_view language = tag.substr(0, tag.find('-'));
        if (quality > best_quality && offered(catalog, language)) {
            best = language;
            best_quality = quality;
        }
    }
    return best;
}

/// Links to this same page in the other languages.
Html language_links(PhoneVisit const& visit) {
    Html out;
    Catalog const& catalog = visit.service.catalog;
    std::string const& token = field_value(visit.request.query, "t");
    for (Language const& language : catalog.languages) {
        if (language == visit.language) continue;
        std::string query = (token.empty() ? "?lang=" : "?t=" + token + "&lang=") + language;
        out += html(R"(&nbsp;· <a href="{path}{query}" lang="{language}" hreflang="{language}">{name}</a>)",
                    {{"path", visit.request.path},
                     {"query", query},
                     {"language", language},
                     {"name", catalog.phrase(language, "language.name")}});
    }
    return out;
}

Html head(PageHead const& words) {
    Html out = html("<header><div class=\"column\">");
    if (!words.kicker.markup.empty())
        out += html(R"(<p class="kicker">{kicker}</p>)", {{"kicker", words.kicker}});
    out += html("<h1>{title}</h1>", {{"title", words.title}});
    for (std::string const& line : words.lines)
        out += html(R"(<p class="line">{line}</p>)", {{"line", line}});
    return out += html("</div></header>\n");
}

Html foot(PhoneVisit const& visit) {
    return html(R"(<footer class="column"><p><a href="{privacy_at}">{privacy}</a>&nbsp;· )"
                R"(<a href="{accessibility_at}">{accessibility}</a>{languages}</p></footer>)",
                {{"privacy_at", visit.link("/privacy")},
                 {"privacy", visit.say("form.privacy")},
                 {"accessibility_at", visit.link("/accessibility")},
                 {"accessibility", visit.say("form.accessibility")},
                 {"languages", language_links(visit)}});
}

}

std::string PhoneVisit::link(std::string_view path) const {
    return language_chosen ? std::string(path) + "?lang=" + language : std::string(path);
}

PhoneVisit begin_phone_visit(Request const& request, Service& service, Now const& now) {
    PhoneVisit visit{request, service, now, field_value(request.query, "lang")};
    visit.language_chosen = offered(service.catalog, visit.language);
    if (visit.language_chosen) return visit;

    std::string const& accepted = field_value(request.headers, "accept-language");
    visit.language = preferred_language(service.catalog, accepted);
    // A phone in a language that we lack rather reads English than Swedish; one that says nothing gets the
    // first.
    if (visit.language.empty() && !accepted.empty() && offered(service.catalog, "en")) visit.language = "en";
    if (visit.language.empty() && !service.catalog.languages.empty())
        visit.language = service.catalog.languages.front();
    return visit;
}

Response html_page(PhoneVisit const& visit, int status, PageHead const& words, Html const& body) {
    Html out = html("<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<meta name=\"theme-color\" content=\"#1F3D2E\">\n<title>{tab}</title>\n"
                    "<link rel=\"stylesheet\" href=\"/style.css\">\n</head>\n<body>\n",
                    {{"language", visit.language}, {"tab", words.tab_prefix + words.title}});
    out += head(words);
    out += html("<main class=\"column\">\n{body}</main>\n", {{"body", body}});
    out += foot(visit);
    out += html("\n</body>\n</html>\n");
    return {status, std::move(out.markup)};
}

Response notice_page(PhoneVisit const& visit, int status, std::string_view name) {
    std::string key = "notice." + std::string(name);
    return html_page(visit, status,
                     {escaped_html(visit.service.catalog.name.in(visit.language)), visit.say(key + "_title")},
                     html("<p class=\"lead\">{text}</p>\n", {{"text", visit.say(key)}}));
}

Response see_other(std::string location) {
    return {303, "", "text/plain; charset=utf-8", {{"Location", std::move(location)}}};
}

}
