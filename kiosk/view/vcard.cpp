#include "view/vcard.h"

namespace kiosk {
namespace {

/// RFC 2426, section 4: backslash, comma, semicolon and line ends are escaped.
std::string escaped(std::string const& value) {
    std::string out;
    for (char ch : value) {
        if (ch == '\\' || ch == ',' || ch == ';') out += '\\';
        if (ch == '\n')
            out += "\\n";
        else
            out += ch;
    }
    return out;
}

void add(std::string& card, std::string_view name, std::string const& value) {
    if (!value.empty()) card += std::string(name) + ":" + escaped(value) + "\r\n";
}

}

std::string vcard(Contact const& contact, std::string_view language, bool with_person) {
    bool const person = with_person && !contact.person.empty();
    std::string card = "BEGIN:VCARD\r\nVERSION:3.0\r\n";
    std::string const& name = person ? contact.person : contact.office.in(language);
    add(card, "FN", name);
    card += "N:" + escaped(name) + ";;;;\r\n";
    add(card, "ORG", contact.organisation);
    add(card, "TITLE", contact.role.in(language));
    add(card, "EMAIL", contact.email);
    if (person) add(card, "TEL", contact.phone);
    add(card, "URL", contact.url);
    return card + "END:VCARD\r\n";
}

}
