#include "view/audit_parts.h"

#include "content/markdown.h"
#include "view/words.h"

#include <algorithm>
#include <set>

namespace kiosk {
namespace {

/// Headlines are broken and short words joined where it looks best; to whoever reads, all that is a space.
std::string as_read(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    constexpr std::string_view no_break = "\u00A0";
    for (std::size_t at; (at = text.find(no_break)) != std::string::npos;)
        text.replace(at, no_break.size(), " ");
    return text;
}

/// Every text of the catalogue that is set as it stands.
std::vector<LocalizedText const*> texts_of(Catalog const& catalog) {
    std::vector<LocalizedText const*> texts{&catalog.name};
    auto take = [&](auto const&... some) { (texts.push_back(&some), ...); };
    auto take_figure = [&](std::optional<Figure> const& figure) {
        if (figure) take(figure->value, figure->unit);
    };
    for (Topic const& topic : catalog.topics) {
        take(topic.title, topic.headline, topic.lead), take_figure(topic.figure);
        for (Section const& section : topic.sections) take(section.title), take_figure(section.figure);
    }
    for (auto const& [id, argument] : catalog.arguments) take(argument.title), take_figure(argument.figure);
    for (Place const& place : catalog.places) take(place.known_for, place.getting_there);
    for (Workshop const& workshop : catalog.workshops) {
        take(workshop.title, workshop.summary, workshop.audience, workshop.place, workshop.price);
        for (LocalizedText const& question : workshop.questions) take(question);
    }
    for (Partner const& partner : catalog.partners) take(partner.name, partner.role);
    for (Contact const& contact : catalog.contacts) take(contact.office, contact.role);
    for (Playlist const& playlist : catalog.playlists) {
        for (Item const& item : playlist.items) take(item.text, item.kicker, item.headline);
    }
    return texts;
}

/// The words that the product and the library have for one language, and those for the others.
class Tongues {
public:
    Tongues(Catalog const& catalog, std::string_view language) {
        for (auto const& [tongue, phrases] : catalog.phrases) {
            for (auto const& [key, phrase] : phrases) {
                bool const names_itself = key.starts_with("language.");  // "Svenska" stands on English pages.
                add(tongue == language || names_itself, phrase);
                m_keys.insert(key);
            }
        }
        for (LocalizedText const* text : texts_of(catalog)) {
            for (auto const& [tongue, words] : text->all()) add(tongue == language || tongue.empty(), words);
        }
    }

    bool is_foreign(std::string const& text) const {
        return m_foreign.contains(text) && !m_own.contains(text);
    }
    bool is_key(std::string const& text) const { return m_keys.contains(text); }

private:
    void add(bool own, std::string const& words) {
        auto& set = own ? m_own : m_foreign;
        set.insert(as_read(words));
        set.insert(as_read(in_capitals(words)));
    }

    std::set<std::string> m_own, m_foreign, m_keys;
};

bool is_blank(std::string const& text) { return text.find_first_not_of(" \t\n") == std::string::npos; }

void audit_said(Audit& audit, Tongues const& tongues, Element const& element, std::string const& text) {
    if (tongues.is_key(text)) audit.tell(element, "shows the key " + text + " instead of its phrase");
    if (tongues.is_foreign(text)) audit.tell(element, "is not translated: “" + text + "”");
    if (text.find('{') != std::string::npos)
        audit.tell(element, "has a blank that was not filled in: “" + text + "”");
}

void audit_name(Audit& audit, Tongues const& tongues, Element const& element) {
    if (element.role == Role::Decoration && !element.command) return;
    if (is_blank(element.name)) audit.tell(element, "has no name for speech");
    if (element.language != audit.scene.language) {
        audit.tell(element,
                   "is in the language “" + element.language + "” on a screen in " + audit.scene.language);
    }
    audit_said(audit, tongues, element, as_read(element.name));
}

}

void audit_words(Audit& audit) {
    Tongues const tongues(audit.catalog, audit.scene.language);
    std::set<std::string> ids;
    for (Element const* element : audit.elements) {
        if (!ids.insert(element->id).second) audit.tell(*element, "shares its id with another element");
        audit_name(audit, tongues, *element);
        for (Paint const& paint : element->paints) {
            auto const* text = std::get_if<TextPaint>(&paint);
            if (!text) continue;
            std::string const plain = as_read(plain_text(text->markup));
            if (is_blank(plain)) audit.tell(*element, "holds an empty text");
            audit_said(audit, tongues, *element, plain);
        }
    }
}

}
