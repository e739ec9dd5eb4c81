#pragma once
// Text in several languages. A language is its BCP 47 tag: "sv", "en".

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace kiosk {

using Language = std::string;

class LocalizedText {
public:
    LocalizedText() = default;
    /// The same text for every language (names, numbers).
    explicit LocalizedText(std::string same) { m_texts[""] = std::move(same); }
    explicit LocalizedText(std::map<Language, std::string, std::less<>> texts) : m_texts(std::move(texts)) {}

    /// The text in `language`; else the one for every language; else the first there is; else "".
    std::string const& in(std::string_view language) const;
    /// True if there is a text for `language` itself or for every language.
    bool has(std::string_view language) const;
    bool empty() const { return m_texts.empty(); }
    std::map<Language, std::string, std::less<>> const& all() const { return m_texts; }
    bool operator==(LocalizedText const&) const = default;

private:
    std::map<Language, std::string, std::less<>> m_texts;
};

/// The phrase with each {name} filled in.
std::string fill(std::string text, std::initializer_list<std::pair<std::string_view, std::string>> blanks);

}
