#pragma once
// The Markdown that editors may use in a body: paragraphs, **bold**, *emphasis*, lists with "-".
// Anything else is shown as its plain text.

#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

struct Paragraph {
    std::string markup;    ///< Pango markup: escaped text with <b> and <i> only.
    bool list_item = false;
    bool operator==(Paragraph const&) const = default;
};

/// Never fails: whatever it is given, it gives some paragraphs. Numbered lists become plain list items.
std::vector<Paragraph> read_markdown(std::string_view markdown);

/// Text without markup, for speech and measuring.
std::string plain_text(std::string_view markup);

/// Plain text made safe for markup: & < > escaped.
std::string escape_markup(std::string_view text);

}
