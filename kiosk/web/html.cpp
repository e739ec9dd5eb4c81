#include "web/html.h"

namespace kiosk {
namespace {

/// Copies `pattern`; for each {name} asks `value_of`, which returns null for a name that it doesn't know.
template <class ValueOf> std::string fill_braces(std::string_view pattern, ValueOf value_of) {
    std::string out;
    while (!pattern.empty()) {
        auto open = pattern.find('{');
        out += pattern.substr(0, open);
        if (open == std::string_view::npos) break;
        auto close = pattern.find('}', open);
        std::string_view name = pattern.substr(open + 1, close - open - 1);
        std::string const* value = close == std::string_view::npos ? nullptr : value_of(name);
        if (value)
            out += *value;
        else
            out += '{';
        pattern.remove_prefix(value ? close + 1 : open + 1);
    }
    return out;
}

std::string escape(std::string_view plain) {
    std::string out;
    for (char c : plain) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

}

HtmlSlot::HtmlSlot(std::string_view slot, std::string_view plain) : name(slot), value{escape(plain)} {}

Html html(std::string_view pattern, std::initializer_list<HtmlSlot> slots) {
    return {fill_braces(pattern, [&](std::string_view name) -> std::string const* {
        for (HtmlSlot const& slot : slots)
            if (slot.name == name) return &slot.value.markup;
        return nullptr;
    })};
}

Html escaped_html(std::string_view plain) { return {escape(plain)}; }

std::string fill_phrase(std::string_view phrase, std::initializer_list<Word> words) {
    return fill_braces(phrase, [&](std::string_view name) -> std::string const* {
        for (Word const& word : words)
            if (word.name == name) return &word.value;
        return nullptr;
    });
}

}
