#pragma once
// The overlay's words: the phrases of one language, with their blanks filled in. Pure.

#include "content/catalog.h"
#include "view/words.h"

namespace kiosk {

class Words {
public:
    /// Keeps a reference to the catalogue.
    Words(Catalog const& catalog, Language language) : m_catalog(catalog), m_language(std::move(language)) {}

    Language const& language() const { return m_language; }
    /// phrase("staff." + key)
    std::string const& say(std::string_view key) const;
    /// The same with `count` filled in; one has its own phrase, "staff.KEY_one".
    std::string count(std::string_view key, std::size_t count) const;
    std::string const& in(LocalizedText const& text) const { return text.in(m_language); }

    /// "5,1"
    std::string tenths(double) const;
    /// "09.41"
    std::string clock(LocalTime const&) const;
    /// "onsdag 25 augusti 2027 · 09.00–11.30"
    std::string when(Workshop const&) const;
    /// "3 h 12 min"
    std::string duration(Millis) const;

private:
    Catalog const& m_catalog;
    Language m_language;
};

}
