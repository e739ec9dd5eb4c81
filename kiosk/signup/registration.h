#pragma once
// What one person tells the organiser, and whether it can stand. Plain values, any thread.
// It exists in memory only: what is stored is its text, sealed (signup/seal.h).

#include "base/localized.h"
#include "base/result.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

enum class Field { Name, Email, Organisation, Role, Phone, Needs };
inline constexpr std::array all_fields = {Field::Name, Field::Email, Field::Organisation,
                                          Field::Role, Field::Phone, Field::Needs};

/// "name", "email", …: what the field is called in forms, records and exports.
std::string_view field_name(Field);

struct AskedField {
    Field field = Field::Name;
    bool required = true;
};

struct Registration {
    std::map<Field, std::string> values;
    bool news = false;      ///< Wants to hear of later workshops: its own consent, never ticked beforehand.
    std::string news_text;  ///< The words that were agreed to, if `news`.
    Language language;      ///< In which the form was read.

    std::string const& value(Field) const;
    bool operator==(Registration const&) const = default;
};

struct FieldFault {
    Field field = Field::Name;
    std::string phrase;  ///< Key of the sentence that names it, e.g. "fault.email_shape".
    bool operator==(FieldFault const&) const = default;
};

/// One line of what somebody typed: no space at the ends, line breaks and control characters as single
/// spaces.
std::string tidy_input(std::string_view typed);

/// Every fault, in the order asked; none: it can be stored. Expects tidy values.
std::vector<FieldFault> find_faults(Registration const&, std::vector<AskedField> const& asked);

/// The record as JSON, as it is sealed.
std::string write_registration(Registration const&);
/// Reads what write_registration wrote. Fails with Kind::Malformed.
Result<Registration> read_registration(std::string_view text);

}
