#include "signup/registration.h"

#include <algorithm>
#include <optional>

#include <nlohmann/json.hpp>

namespace kiosk {
namespace {

constexpr std::array<std::string_view, all_fields.size()> field_names = {"name", "email", "organisation",
                                                                         "role", "phone", "needs"};
constexpr std::size_t longest_value = 200;
constexpr std::size_t longest_needs = 500;
/// RFC 5321 leaves room for no more than this in an envelope.
constexpr std::size_t longest_email = 254;

bool is_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        unsigned char lead = static_cast<unsigned char>(text[i]);
        std::size_t length = lead < 0x80                   ? 1
                             : lead >= 0xc2 && lead < 0xe0 ? 2
                             : lead >= 0xe0 && lead < 0xf0 ? 3
                             : lead >= 0xf0 && lead < 0xf5 ? 4
                                                           : 0;
        if (length == 0 || i + length > text.size()) return false;
        for (std::size_t k = 1; k < length; ++k)
            if ((static_cast<unsigned char>(text[i + k]) & 0xc0) != 0x80) return false;
        i += length;
    }
    return true;
}

/// One "@" with something before it, and a domain of at least two parts after it. Anything stricter refuses
/// addresses that work; whether one does is known only when a letter arrives.
bool is_email(std::string_view text) {
    auto at = text.find('@');
    if (at == std::string_view::npos || at == 0 || text.find('@', at + 1) != std::string_view::npos)
        return false;
    if (text.find_first_of(" ,;<>()\"\\") != std::string_view::npos) return false;
    std::string_view domain = text.substr(at + 1);
    auto last_dot = domain.rfind('.');
    return last_dot != std::string_view::npos && last_dot > 0 && domain.front() != '.' &&
           domain.size() - last_dot > 2 && domain.find("..") == std::string_view::npos;
}

bool is_phone(std::string_view text) {
    auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits >= 5 && digits <= 15 &&
           text.find_first_not_of("0123456789 +-/().") == std::string_view::npos;
}

std::size_t longest(Field field) {
    if (field == Field::Email) return longest_email;
    return field == Field::Needs ? longest_needs : longest_value;
}

/// The phrase for what is wrong with one value; nothing if it can stand.
std::optional<std::string> fault_of(AskedField asked, std::string const& value) {
    std::string name{field_name(asked.field)};
    if (value.empty()) return asked.required ? std::optional{"fault." + name + "_missing"} : std::nullopt;
    if (!is_utf8(value)) return "fault.unreadable";
    if (value.size() > longest(asked.field)) return "fault.too_long";
    if (asked.field == Field::Email && !is_email(value)) return "fault.email_shape";
    if (asked.field == Field::Phone && !is_phone(value)) return "fault.phone_shape";
    return std::nullopt;
}

}

std::string_view field_name(Field field) { return field_names[std::size_t(field)]; }

std::string const& Registration::value(Field field) const {
    static std::string const none;
    auto at = values.find(field);
    return at == values.end() ? none : at->second;
}

std::string tidy_input(std::string_view typed) {
    std::string out;
    for (char c : typed) {
        bool blank = static_cast<unsigned char>(c) <= ' ' || c == 0x7f;
        if (!blank)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::vector<FieldFault> find_faults(Registration const& registration, std::vector<AskedField> const& asked) {
    std::vector<FieldFault> faults;
    for (AskedField const& ask : asked)
        if (auto phrase = fault_of(ask, registration.value(ask.field)))
            faults.push_back({ask.field, *phrase});
    return faults;
}

std::string write_registration(Registration const& registration) {
    nlohmann::json out = {{"language", registration.language}, {"news", registration.news}};
    if (registration.news) out["news_text"] = registration.news_text;
    for (auto const& [field, value] : registration.values)
        if (!value.empty()) out[std::string(field_name(field))] = value;
    return out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<Registration> read_registration(std::string_view text) try {
    auto in = nlohmann::json::parse(text);
    Registration out;
    out.language = in.value("language", "");
    out.news = in.value("news", false);
    out.news_text = in.value("news_text", "");
    for (Field field : all_fields)
        if (in.contains(field_name(field))) out.values[field] = in.at(std::string(field_name(field)));
    return out;
} catch (nlohmann::json::exception const&) {
    return Error{Kind::Malformed,
                 "a record is no sign-up: it opens, but is not the JSON that dalasignup writes"};
}

}
