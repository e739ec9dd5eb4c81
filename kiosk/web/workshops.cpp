#include "web/workshops.h"

#include <cstdio>

namespace kiosk {
namespace {

Field field_of(FormField field) {
    switch (field) {
    case FormField::Name:
        return Field::Name;
    case FormField::Email:
        return Field::Email;
    case FormField::Organisation:
        return Field::Organisation;
    case FormField::Role:
        return Field::Role;
    case FormField::Phone:
        return Field::Phone;
    case FormField::Needs:
        return Field::Needs;
    }
    return Field::Name;
}

std::string two_digits(int number) {
    char out[16];
    std::snprintf(out, sizeof out, "%02d", number);
    return out;
}

std::string clock_in_words(Catalog const& catalog, Language const& language, LocalTime const& t) {
    return fill_phrase(catalog.phrase(language, t.minute == 0 ? "date.full_hour" : "date.clock"),
                       {{"h", std::to_string(t.hour)}, {"m", two_digits(t.minute)}});
}

std::string day_in_words(Catalog const& catalog, Language const& language, LocalTime const& t) {
    return fill_phrase(catalog.phrase(language, "date.day"),
                       {{"weekday", catalog.phrase(language, "date.weekday." + std::to_string(t.weekday))},
                        {"day", std::to_string(t.day)},
                        {"month", catalog.phrase(language, "date.month." + std::to_string(t.month))}});
}

}

WorkshopTerms terms_of(Workshop const& workshop) {
    WorkshopTerms terms{workshop.id, workshop.seats, std::nullopt, std::nullopt, workshop.starts.at};
    if (workshop.opens) terms.opens = workshop.opens->at;
    if (workshop.closes) terms.closes = workshop.closes->at;
    return terms;
}

std::vector<AskedField> asked_fields(Workshop const& workshop) {
    std::vector<AskedField> asked;
    for (auto const& [field, required] : workshop.fields) asked.push_back({field_of(field), required});
    if (asked.empty()) asked = {{Field::Name, true}, {Field::Email, true}};
    return asked;
}

Html when_in_words(Catalog const& catalog, Language const& language, Workshop const& workshop, WallTime now) {
    LocalTime starts = local_time(workshop.starts), ends = local_time(workshop.ends);
    std::string day = day_in_words(catalog, language, starts);
    if (starts.year != local_time(now, workshop.starts.offset).year) day += " " + std::to_string(starts.year);
    std::string time = fill_phrase(catalog.phrase(language, "date.time"),
                                   {{"from", clock_in_words(catalog, language, starts)},
                                    {"to", clock_in_words(catalog, language, ends)}});
    return html(R"({day} <span class="whole">{time}</span>)", {{"day", day}, {"time", time}});
}

std::string moment_in_words(Catalog const& catalog, Language const& language, ZonedTime const& moment) {
    LocalTime t = local_time(moment);
    return day_in_words(catalog, language, t) + " " +
           fill_phrase(catalog.phrase(language, "when.at"),
                       {{"clock", clock_in_words(catalog, language, t)}});
}

}
