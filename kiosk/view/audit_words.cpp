#include "view/audit_parts.h"

#include "content/markdown.h"
#include "content/texts.h"
#include "view/words.h"

#include <map>
#include <set>

namespace kiosk {
namespace {

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
        for (WrittenText const& written : texts_of(catalog)) {
            for (auto const& [tongue, words] : written.text.all())
                add(tongue == language || tongue.empty(), words);
        }
    }

    bool is_foreign(std::string const& text) const {
        return m_foreign.contains(text) && !m_own.contains(text);
    }
    bool is_key(std::string const& text) const { return m_keys.contains(text); }

private:
    void add(bool own, std::string const& text) {
        auto& set = own ? m_own : m_foreign;
        std::string const words = as_written(text);
        set.insert(words);
        set.insert(in_capitals(words));
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

/// A notice is for everybody in the hall, whatever language a visitor has chosen.
Language const& language_of(Audit const& audit, Element const& element) {
    return audit.scene.screen == "notice" ? element.language : audit.scene.language;
}

void audit_name(Audit& audit, Tongues const& tongues, Element const& element) {
    if (element.role == Role::Decoration && !element.command) return;
    if (is_blank(element.name)) audit.tell(element, "has no name for speech");
    if (element.language != language_of(audit, element)) {
        audit.tell(element,
                   "is in the language “" + element.language + "” on a screen in " + audit.scene.language);
    }
    audit_said(audit, tongues, element, as_written(element.name));
}

}

void audit_words(Audit& audit) {
    std::map<Language, Tongues> all;
    std::set<std::string> ids;
    for (Element const* element : audit.elements) {
        Language const& language = language_of(audit, *element);
        Tongues const& tongues = all.try_emplace(language, audit.catalog, language).first->second;
        if (!ids.insert(element->id).second) audit.tell(*element, "shares its id with another element");
        audit_name(audit, tongues, *element);
        for (Paint const& paint : element->paints) {
            auto const* text = std::get_if<TextPaint>(&paint);
            if (!text) continue;
            std::string const plain = as_written(plain_text(text->markup));
            if (is_blank(plain)) audit.tell(*element, "holds an empty text");
            audit_said(audit, tongues, *element, plain);
        }
    }
}

}
