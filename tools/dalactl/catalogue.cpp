#include "dalactl/catalogue.h"

#include "content/markdown.h"
#include "content/usage.h"
#include "dalactl/catalogue_style.h"
#include "web/html.h"

#include <algorithm>
#include <cstdio>

namespace kiosk {
namespace {

/// "2027-03-01"
std::string said(std::chrono::sys_days day) {
    return iso8601(WallTime{day}).substr(0, std::string_view("2027-03-01").size());
}

/// The host of a web address, without "www.": what fits on paper.
std::string host_of(std::string_view url) {
    std::size_t const from = url.find("//");
    if (from == std::string_view::npos) return "";
    std::string_view host = url.substr(from + 2);
    host = host.substr(0, host.find('/'));
    if (host.starts_with("www.")) host.remove_prefix(4);
    return std::string(host);
}

class Catalogue {
public:
    Catalogue(Catalog const& catalog, Selection const& selection, std::chrono::sys_days today)
        : m_catalog(catalog), m_selection(selection), m_today(today), m_uses(uses(catalog)) {}

    Html page() {
        std::string const& name = m_catalog.name.in(first());
        Html body = cover();
        for (Topic const& topic : m_catalog.topics) body += chapter(topic);
        body += loose_arguments();
        body += pictures();
        return html(R"(<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{name}: {title}</title>
<style>
{style}</style>
</head>
<body style="--languages: {count}">
{body}</body>
</html>
)",
                    {{"lang", first()},
                     {"name", name},
                     {"title", say(first(), "title")},
                     {"style", Html{std::string(catalogue_style())}},
                     {"count", std::to_string(m_catalog.languages.size())},
                     {"body", body}});
    }

private:
    Language const& first() const { return m_catalog.languages.front(); }

    std::string const& say(Language const& language, std::string_view key) const {
        return m_catalog.phrase(language, "catalogue." + std::string(key));
    }

    /// "Källa / Source"
    std::string label(std::string_view key) const {
        std::vector<std::string> words;
        for (Language const& language : m_catalog.languages) {
            std::string const& word = say(language, key);
            if (std::ranges::find(words, word) == words.end()) words.push_back(word);
        }
        std::string label;
        for (std::string const& word : words) label += (label.empty() ? "" : " / ") + word;
        return label;
    }

    /// One element for each language, all with the same class.
    template <class Words> Html in_each(char const* tag, std::string const& css, Words words) const {
        Html all;
        for (Language const& language : m_catalog.languages) {
            all += html("<{tag} class=\"{css}\" lang=\"{lang}\">{words}</{tag}>\n",
                        {{"tag", tag}, {"css", css}, {"lang", language}, {"words", words(language)}});
        }
        return all;
    }

    static Html picture(Image const& image, Language const& language) {
        char focus[48];
        std::snprintf(focus, sizeof focus, "%.0f%% %.0f%%", image.focus.x * 100, image.focus.y * 100);
        return html("<img src=\"pictures/{file}\" alt=\"{alt}\" style=\"object-position: {focus}\">",
                    {{"file", exported_name(image)}, {"alt", image.alt.in(language)}, {"focus", focus}});
    }

    Image const* exported(std::string const& id) const {
        return m_selection.pictures.contains(id) ? m_catalog.image(id) : nullptr;
    }

    Html cover() const {
        Html front;
        for (Topic const& topic : m_catalog.topics) {
            if (Image const* image = exported(topic.image)) {
                front = picture(*image, first());
                break;
            }
        }
        auto words = [&](Language const& language) {
            std::string const counts = fill_phrase(
                say(language, "counts"), {{"arguments", std::to_string(m_selection.arguments.size())},
                                          {"pictures", std::to_string(m_selection.pictures.size())}});
            return html(R"(<h1>{title}</h1>
<p class="lead">{lead}</p>
<p>{terms}</p>
<p class="small">{counts}. {as_of}.</p>)",
                        {{"title", say(language, "title")},
                         {"lead", say(language, "lead")},
                         {"terms", say(language, "terms")},
                         {"counts", counts},
                         {"as_of", fill_phrase(say(language, "as_of"), {{"date", said(m_today)}})}});
        };
        return html(
            R"(<header class="cover">
<div class="front">{front}</div>
<p class="kicker">{name}</p>
<div class="columns">
{words}</div>
</header>
)",
            {{"front", front}, {"name", m_catalog.name.in(first())}, {"words", in_each("div", "", words)}});
    }

    Html chapter(Topic const& topic) {
        Html entries;
        for (Section const& section : topic.sections) {
            Html of_section;
            for (std::string const& id : section.arguments) of_section += argument(id);
            if (of_section.markup.empty()) continue;
            if (!section.title.empty()) {
                entries += html("<div class=\"columns section\">\n{titles}</div>\n",
                                {{"titles", in_each("h3", "", [&](Language const& language) {
                                      return escaped_html(section.title.in(language));
                                  })}});
            }
            entries += of_section;
        }
        if (entries.markup.empty()) return {};
        Html const titles = in_each("h2", "", [&](Language const& language) {
            return html("<span class=\"kicker\">{title}</span> {headline}",
                        {{"title", topic.title.in(language)}, {"headline", topic.headline.in(language)}});
        });
        return html("<section>\n<div class=\"chapter columns\">\n{titles}</div>\n{entries}</section>\n",
                    {{"titles", titles}, {"entries", entries}});
    }

    /// Those that no page lists.
    Html loose_arguments() {
        Html entries;
        for (std::string const& id : m_selection.arguments) entries += argument(id);
        if (entries.markup.empty()) return {};
        return html("<section class=\"loose\">\n{entries}</section>\n", {{"entries", entries}});
    }

    /// Nothing if it is not in the catalogue, or stood in it before.
    Html argument(std::string const& id) {
        Argument const* argument = m_selection.arguments.contains(id) ? m_catalog.argument(id) : nullptr;
        if (!argument || !m_printed.insert(id).second) return {};
        Image const* image = exported(argument->image);
        Html const words =
            in_each("div", "", [&](Language const& language) { return words_of(*argument, language); });
        return html(R"(<article>
<aside>
{picture}<p class="credit">{credit}</p>
<dl>
{facts}</dl>
</aside>
<div class="columns">
{words}</div>
</article>
)",
                    {{"picture", image ? picture(*image, first()) : Html{}},
                     {"credit", image ? credit_line(*image) : ""},
                     {"words", words},
                     {"facts", facts_of(*argument)}});
    }

    Html words_of(Argument const& argument, Language const& language) const {
        Html words = html("<h4>{title}</h4>\n", {{"title", argument.title.in(language)}});
        if (argument.figure) {
            words += html("<p class=\"figure\"><b>{value}</b> {unit}</p>\n",
                          {{"value", argument.figure->value.in(language)},
                           {"unit", argument.figure->unit.in(language)}});
        }
        std::vector<Paragraph> const body = read_markdown(argument.body.in(language));
        for (Paragraph const& paragraph : body) {
            words += html(paragraph.list_item ? "<p class=\"item\">{text}</p>\n" : "<p>{text}</p>\n",
                          {{"text", Html{paragraph.markup}}});
        }
        return words;
    }

    Html facts_of(Argument const& argument) const {
        Html facts;
        if (argument.figure)
            add_source(facts, argument.figure->source, argument.figure->year, argument.figure->url);
        for (Source const& source : argument.sources) {
            bool const said_before = argument.figure && source.name == argument.figure->source &&
                                     source.url == argument.figure->url;
            if (!said_before) add_source(facts, source.name, source.year, source.url);
        }
        Html all = row("source", facts);
        all += row("used", used_by({AssetKind::Argument, argument.id}));
        all += row("licence", m_catalog.licence);
        all += row("tags", list(argument.tags));
        all += row("file", "arguments/" + argument.id);
        all += expiry(argument.expires);
        return all;
    }

    static void add_source(Html& sources, std::string const& name, std::string const& year,
                           std::string const& url) {
        Html const said = html("{name}{host}", {{"name", said_source(name, year)},
                                                {"host", url.empty() ? "" : " (" + host_of(url) + ")"}});
        sources += html(
            sources.markup.empty() ? "{said}" : "; {said}",
            {{"said",
              url.empty() ? said : html("<a href=\"{url}\">{said}</a>", {{"url", url}, {"said", said}})}});
    }

    Html row(std::string_view key, Html const& value) const {
        if (value.markup.empty()) return {};
        return html("<div><dt>{label}</dt> <dd>{value}</dd></div>\n",
                    {{"label", label(key)}, {"value", value}});
    }
    Html row(std::string_view key, std::string const& value) const { return row(key, escaped_html(value)); }

    Html expiry(Expiry const& expires) const {
        if (!expires) return {};
        bool const over = m_today >= *expires;
        std::string const day = said(over ? *expires : *expires - std::chrono::days{1});
        return html("<div class=\"{css}\"><dt>{words}</dt></div>\n",
                    {{"css", over ? "over" : "until"},
                     {"words", fill_phrase(label(over ? "expired" : "until"), {{"date", day}})}});
    }

    static std::string list(std::vector<std::string> const& words) {
        std::string all;
        for (std::string const& word : words) all += (all.empty() ? "" : ", ") + word;
        return all;
    }

    /// Where it is shown, in the first language: "sidan Jobb & industri; bildspelet Dalarna".
    std::string used_by(AssetId const& asset) const {
        std::vector<std::string> places;
        for (Use const& use : uses_of(m_uses, asset)) {
            std::string const place = said_use(use);
            if (std::ranges::find(places, place) == places.end()) places.push_back(place);
        }
        std::string all;
        for (std::string const& place : places) all += (all.empty() ? "" : "; ") + place;
        return all.empty() ? say(first(), "unused") : all;
    }

    std::string said_use(Use const& use) const {
        static constexpr char const* keys[] = {"by.page", "by.argument", "by.place", "by.workshop",
                                               "by.playlist"};
        std::string const& part = use.part.in(first());
        bool const in_section = use.by == Use::By::Page && !part.empty();
        return fill_phrase(say(first(), in_section ? "by.section" : keys[std::size_t(use.by)]),
                           {{"title", use.user.in(first())}, {"part", part}});
    }

    Html pictures() const {
        Html cards;
        for (std::string const& id : m_selection.pictures) {
            if (Image const* image = m_catalog.image(id)) cards += picture_card(*image);
        }
        if (cards.markup.empty()) return {};
        Html const titles = in_each(
            "h2", "", [&](Language const& language) { return escaped_html(say(language, "pictures")); });
        return html(
            "<section>\n<div class=\"chapter columns\">\n{titles}</div>\n<div class=\"pictures\">\n{cards}"
            "</div>\n</section>\n",
            {{"titles", titles}, {"cards", cards}});
    }

    Html picture_card(Image const& image) const {
        Html facts = row("credit", credit_line(image));
        facts += row("used", used_by({AssetKind::Picture, image.id}));
        facts += expiry(image.expires);
        return html(
            R"(<article class="card">
{picture}
<h4>{file}</h4>
{alt}<dl>
{facts}</dl>
</article>
)",
            {{"picture", picture(image, first())},
             {"file", exported_name(image)},
             {"alt", in_each("p", "alt",
                             [&](Language const& language) { return escaped_html(image.alt.in(language)); })},
             {"facts", facts}});
    }

    Catalog const& m_catalog;
    Selection const& m_selection;
    std::chrono::sys_days m_today;
    std::vector<Use> m_uses;
    std::set<std::string> m_printed;  ///< Arguments that stand in a chapter already.
};

}

std::string catalogue_html(Catalog const& catalog, Selection const& selection, std::chrono::sys_days today) {
    return Catalogue{catalog, selection, today}.page().markup;
}

std::string exported_name(Image const& image) { return image.file.filename().string(); }

std::string credit_line(Image const& image) {
    return image.credit + (image.credit.empty() || image.licence.empty() ? "" : ", ") + image.licence;
}

std::string said_source(std::string const& name, std::string const& year) {
    return year.empty() ? name : name + ", " + year;
}

}
