#include "view/origin.h"

#include "content/markdown.h"
#include "content/texts.h"
#include "view/words.h"

namespace kiosk {
namespace {

/// Kickers are set in capitals whatever was written.
std::string comparable(std::string_view text) { return in_capitals(as_written(text)); }

/// A shorter text is found in half of all sentences.
constexpr std::size_t shortest_part = 4;

struct Replacement {
    std::string_view from, to;
};

/// What a typesetter puts in place of spaces and between letters.
constexpr Replacement typesetting[] = {{"\n", " "},     {"\u00A0", " "}, {"\u202F", " "},
                                       {"\u2009", " "}, {"\u2060", ""},  {"\u00AD", ""}};

}

std::string as_written(std::string_view shown) {
    std::string text(shown);
    for (auto const& [from, to] : typesetting) {
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
    }
    return text;
}

Origins::Origins(Catalog const& catalog, std::string_view language) {
    for (WrittenText const& written : texts_of(catalog)) {
        // A body is shown paragraph by paragraph, without its markup.
        for (Paragraph const& paragraph : read_markdown(written.text.in(language)))
            m_entries.push_back({comparable(plain_text(paragraph.markup)), written.at});
    }
    auto const phrases = catalog.phrases.find(Language(language));
    if (phrases == catalog.phrases.end()) return;
    std::string const folder = catalog.media_label + "/languages/" + std::string(language);
    for (auto const& [key, phrase] : phrases->second)
        m_entries.push_back({comparable(phrase), {folder, "key \"" + key + "\""}});
}

std::optional<Spot> Origins::of(std::string_view shown) const {
    std::string const words = comparable(shown);
    Entry const* best = nullptr;
    for (Entry const& entry : m_entries) {
        if (entry.words == words) return entry.at;
        bool const is_part =
            entry.words.size() >= shortest_part && words.find(entry.words) != std::string::npos;
        if (is_part && (!best || entry.words.size() > best->words.size())) best = &entry;
    }
    return best ? std::optional{best->at} : std::nullopt;
}

}
