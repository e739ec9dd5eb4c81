#include "web/request.h"

#include <algorithm>

namespace kiosk {
namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}

std::string const& field_value(Fields const& fields, std::string_view name) {
    static std::string const none;
    auto at = fields.find(name);
    return at == fields.end() ? none : at->second;
}

std::string percent_decode(std::string_view text, bool plus) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool coded = text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 &&
                     hex_digit(text[i + 2]) >= 0;
        if (coded) {
            out += char(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
            i += 2;
        } else {
            out += plus && text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

Fields parse_form(std::string_view text) {
    Fields out;
    while (!text.empty()) {
        std::string_view pair = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(pair.size() + 1, text.size()));
        auto equals = std::min(pair.find('='), pair.size());
        std::string name = percent_decode(pair.substr(0, equals), true);
        // The first of a name counts: a second one can't change what was checked.
        if (!name.empty())
            out.emplace(name, percent_decode(pair.substr(std::min(equals + 1, pair.size())), true));
    }
    return out;
}

std::string plain_address(std::string_view address) {
    constexpr std::string_view mapped = "::ffff:";
    if (address.starts_with(mapped)) address.remove_prefix(mapped.size());
    return std::string(address);
}

bool is_loopback(std::string_view address) { return address == "::1" || address.starts_with("127."); }

}
