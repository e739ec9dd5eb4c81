#include "content/markdown.h"

#include <array>

#include <md4c.h>

namespace kiosk {
namespace {

/// Collects what md4c calls back.
struct Collector {
    std::vector<Paragraph> paragraphs;

    std::string& text() {
        if (paragraphs.empty()) paragraphs.push_back({});
        return paragraphs.back().markup;
    }
    /// A list item may have started the paragraph that its first block fills.
    bool is_waiting() const { return !paragraphs.empty() && paragraphs.back().markup.empty(); }
};

Collector& collector(void* user) { return *static_cast<Collector*>(user); }

int enter_block(MD_BLOCKTYPE type, void*, void* user) {
    Collector& collected = collector(user);
    bool const opens_text = type == MD_BLOCK_P || type == MD_BLOCK_H || type == MD_BLOCK_CODE;
    if (type == MD_BLOCK_LI)
        collected.paragraphs.push_back({"", true});
    else if (opens_text && !collected.is_waiting())
        collected.paragraphs.push_back({});
    return 0;
}

int leave_block(MD_BLOCKTYPE, void*, void*) { return 0; }

char const* tag(MD_SPANTYPE type, bool closing) {
    if (type == MD_SPAN_STRONG) return closing ? "</b>" : "<b>";
    if (type == MD_SPAN_EM) return closing ? "</i>" : "<i>";
    return "";
}

int enter_span(MD_SPANTYPE type, void*, void* user) {
    collector(user).text() += tag(type, false);
    return 0;
}

int leave_span(MD_SPANTYPE type, void*, void* user) {
    collector(user).text() += tag(type, true);
    return 0;
}

/// The entities that editors use; any other is shown as written.
std::string entity(std::string_view name) {
    constexpr std::array<std::array<std::string_view, 2>, 6> known{{{"&amp;", "&"},
                                                                    {"&lt;", "<"},
                                                                    {"&gt;", ">"},
                                                                    {"&quot;", "\""},
                                                                    {"&nbsp;", "\u00A0"},
                                                                    {"&shy;", "\u00AD"}}};
    for (auto const& [written, meant] : known) {
        if (name == written) return escape_markup(meant);
    }
    return escape_markup(name);
}

int on_text(MD_TEXTTYPE type, MD_CHAR const* text, MD_SIZE size, void* user) {
    std::string& markup = collector(user).text();
    switch (type) {
    case MD_TEXT_BR:
        markup += '\n';
        break;
    case MD_TEXT_SOFTBR:
        markup += ' ';
        break;
    case MD_TEXT_NULLCHAR:
        markup += "\uFFFD";
        break;
    case MD_TEXT_ENTITY:
        markup += entity({text, size});
        break;
    default:
        markup += escape_markup({text, size});
    }
    return 0;
}

}

std::vector<Paragraph> read_markdown(std::string_view markdown) {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = enter_block;
    parser.leave_block = leave_block;
    parser.enter_span = enter_span;
    parser.leave_span = leave_span;
    parser.text = on_text;
    Collector collected;
    md_parse(markdown.data(), MD_SIZE(markdown.size()), &parser, &collected);
    std::erase_if(collected.paragraphs, [](Paragraph const& p) { return p.markup.empty(); });
    return std::move(collected.paragraphs);
}

std::string plain_text(std::string_view markup) {
    constexpr std::array<std::array<std::string_view, 2>, 5> escapes{
        {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}}};
    std::string plain;
    while (!markup.empty()) {
        std::size_t used = 1;
        std::string_view piece = markup.substr(0, 1);
        if (markup[0] == '<') {
            used = markup.find('>') == markup.npos ? markup.size() : markup.find('>') + 1;
            piece = "";
        }
        for (auto const& [written, meant] : escapes) {
            if (markup.starts_with(written)) used = written.size(), piece = meant;
        }
        plain += piece;
        markup.remove_prefix(used);
    }
    return plain;
}

std::string escape_markup(std::string_view text) {
    std::string escaped;
    for (char c : text) {
        if (c == '&')
            escaped += "&amp;";
        else if (c == '<')
            escaped += "&lt;";
        else if (c == '>')
            escaped += "&gt;";
        else
            escaped += c;
    }
    return escaped;
}

}
