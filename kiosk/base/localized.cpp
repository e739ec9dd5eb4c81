#include "base/localized.h"

namespace kiosk {

std::string const& LocalizedText::in(std::string_view language) const {
    static std::string const none;
    if (auto it = m_texts.find(language); it != m_texts.end()) return it->second;
    if (auto it = m_texts.find(std::string_view{}); it != m_texts.end()) return it->second;
    return m_texts.empty() ? none : m_texts.begin()->second;
}

bool LocalizedText::has(std::string_view language) const {
    return m_texts.contains(language) || m_texts.contains(std::string_view{});
}

std::string fill(std::string text, std::initializer_list<std::pair<std::string_view, std::string>> blanks) {
    for (auto const& [name, value] : blanks) {
        std::string const blank = "{" + std::string(name) + "}";
        if (auto at = text.find(blank); at != std::string::npos) text.replace(at, blank.size(), value);
    }
    return text;
}

}
