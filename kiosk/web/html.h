#pragma once
// HTML that can't be forgotten to be escaped: text becomes Html only through html(), which escapes it.
// Plain values, any thread.

#include <initializer_list>
#include <string>
#include <string_view>

namespace kiosk {

/// Markup that is safe to send.
struct Html {
    std::string markup;
    Html& operator+=(Html const& more) {
        markup += more.markup;
        return *this;
    }
};

/// What goes in place of {name}.
struct HtmlSlot {
    HtmlSlot(std::string_view slot,
             std::string_view plain);  ///< Escaped, for text and for quoted attributes.
    HtmlSlot(std::string_view slot, Html const& safe) : name(slot), value(safe) {}
    std::string_view name;
    Html value;
};

/// `pattern` is markup from this program's source, never from outside; each {name} is filled in.
Html html(std::string_view pattern, std::initializer_list<HtmlSlot> slots = {});

/// Plain text as Html.
Html escaped_html(std::string_view plain);

/// Fills {name} in a phrase with plain text.
struct Word {
    std::string_view name;
    std::string value;
};
std::string fill_phrase(std::string_view phrase, std::initializer_list<Word> words);

}
