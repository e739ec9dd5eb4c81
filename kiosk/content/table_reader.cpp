#include "content/table_reader.h"

#include "content/text_check.h"

#include <algorithm>
#include <cmath>

namespace kiosk {
namespace {

std::string about(std::string_view key, std::string_view what) {
    return "key \"" + shown_safely(key) + "\": " + std::string(what);
}

std::string range(std::string_view noun, std::string const& low, std::string const& high) {
    return std::string(noun) + " from " + low + " to " + high;
}

std::string short_number(double value) { return described({value, {}}); }

/// A whole number or one with a decimal point.
std::optional<double> as_number(TomlValue const& value) {
    if (auto n = std::get_if<std::int64_t>(&value.data)) return double(*n);
    if (auto d = std::get_if<double>(&value.data); d && std::isfinite(*d)) return *d;
    return std::nullopt;
}

/// "09:00" as minutes; nothing if it is written otherwise. "24:00" is the end of the day.
std::optional<int> minutes_of(std::string_view text) {
    auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    bool well_formed = text.size() == 5 && text[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4);
    if (!well_formed) return std::nullopt;
    int hour = (text[0] - '0') * 10 + (text[1] - '0'), minute = (text[3] - '0') * 10 + (text[4] - '0');
    if (minute > 59 || hour * 60 + minute > 24 * 60) return std::nullopt;
    return hour * 60 + minute;
}

}

void TableReader::complain(Grade grade, std::string_view key, std::string_view what) {
    auto entry = std::ranges::find(*m_table, key, &TomlEntry::key);
    m_findings->add(grade, entry == m_table->end() ? m_at : entry->value.at, about(key, what));
}

TomlEntry const* TableReader::find(std::string_view key, Need need, std::string_view expected) {
    if (std::ranges::find(m_asked, key) == m_asked.end()) m_asked.emplace_back(key);
    auto entry = std::ranges::find(*m_table, key, &TomlEntry::key);
    if (entry != m_table->end()) return &*entry;
    if (need == Need::Required) complain(Grade::Fault, key, "is missing; expected " + std::string(expected));
    return nullptr;
}

void TableReader::mismatch(std::string_view key, TomlValue const& value, std::string_view expected) {
    m_findings->fault(value.at,
                      about(key, "expected " + std::string(expected) + ", got " + described(value)));
}

template <class T> T const* TableReader::typed(std::string_view key, Need need, std::string_view expected) {
    TomlEntry const* entry = find(key, need, expected);
    if (!entry) return nullptr;
    T const* value = std::get_if<T>(&entry->value.data);
    if (!value) mismatch(key, entry->value, expected);
    return value;
}

bool TableReader::has(std::string_view key) { return find(key, Need::Optional, "") != nullptr; }

bool TableReader::is_fit(std::string_view key, TomlValue const& value, std::string const& text, Need need) {
    std::optional<std::string> unfit = unfit_for_screen(text);
    if (!unfit && text.empty() && need == Need::Required) unfit = "is empty; expected text";
    if (unfit) m_findings->fault(value.at, about(key, *unfit));
    return !unfit;
}

std::string TableReader::text(std::string_view key, Need need) {
    TomlEntry const* entry = find(key, need, "text");
    if (!entry) return "";
    auto text = std::get_if<std::string>(&entry->value.data);
    if (!text) mismatch(key, entry->value, "text in quotation marks");
    return text && is_fit(key, entry->value, *text, need) ? *text : "";
}

LocalizedText TableReader::localized(std::string_view key, Need need) {
    TomlEntry const* entry = find(key, need, "text");
    return entry ? localized_value(key, entry->value, need) : LocalizedText{};
}

LocalizedText TableReader::localized_value(std::string_view key, TomlValue const& value, Need need) {
    if (auto same = std::get_if<std::string>(&value.data)) {
        return is_fit(key, value, *same, need) && !same->empty() ? LocalizedText{*same} : LocalizedText{};
    }
    auto table = std::get_if<TomlTable>(&value.data);
    if (!table) {
        mismatch(key, value, "text, or a text for each language");
        return {};
    }
    std::map<Language, std::string, std::less<>> texts;
    for (TomlEntry const& entry : *table) {
        auto text = std::get_if<std::string>(&entry.value.data);
        if (std::ranges::find(*m_languages, entry.key) == m_languages->end()) {
            m_findings->fault(entry.at, about(key, "unknown language \"" + shown_safely(entry.key) + "\"" +
                                                       suggestion(entry.key, *m_languages)));
        } else if (!text) {
            mismatch(key, entry.value, "text in quotation marks");
        } else if (is_fit(key, entry.value, *text, Need::Required)) {
            texts[entry.key] = *text;
        }
    }
    for (Language const& language : *m_languages) {
        if (std::ranges::find(*table, language, &TomlEntry::key) != table->end()) continue;
        m_findings->add(Grade::Remark, value.at, about(key, "has no text in \"" + language + "\""));
    }
    return LocalizedText{std::move(texts)};
}

std::vector<LocalizedText> TableReader::localized_list(std::string_view key) {
    std::vector<LocalizedText> list;
    if (auto array = typed<TomlArray>(key, Need::Optional, "a list of texts")) {
        for (TomlValue const& value : *array) list.push_back(localized_value(key, value, Need::Required));
    }
    return list;
}

bool TableReader::flag(std::string_view key, bool otherwise) {
    bool const* value = typed<bool>(key, Need::Optional, "true or false");
    return value ? *value : otherwise;
}

int TableReader::whole(std::string_view key, int low, int high, std::optional<int> otherwise) {
    std::string expected = range("a whole number", std::to_string(low), std::to_string(high));
    TomlEntry const* entry = find(key, otherwise ? Need::Optional : Need::Required, expected);
    if (!entry) return otherwise.value_or(low);
    auto number = std::get_if<std::int64_t>(&entry->value.data);
    if (number && *number >= low && *number <= high) return int(*number);
    mismatch(key, entry->value, expected);
    return otherwise.value_or(low);
}

double TableReader::number(std::string_view key, double low, double high, std::optional<double> otherwise) {
    std::string expected = range("a number", short_number(low), short_number(high));
    TomlEntry const* entry = find(key, otherwise ? Need::Optional : Need::Required, expected);
    if (!entry) return otherwise.value_or(low);
    std::optional<double> number = as_number(entry->value);
    if (number && *number >= low && *number <= high) return *number;
    mismatch(key, entry->value, expected);
    return otherwise.value_or(low);
}

std::vector<PlacedText> TableReader::placed_words(std::string_view key) {
    std::vector<PlacedText> words;
    auto array = typed<TomlArray>(key, Need::Optional, "a list of texts");
    if (!array) return words;
    for (TomlValue const& value : *array) {
        auto text = std::get_if<std::string>(&value.data);
        if (!text)
            mismatch(key, value, "text in quotation marks");
        else if (is_fit(key, value, *text, Need::Required))
            words.push_back({*text, value.at});
    }
    return words;
}

Names TableReader::words(std::string_view key) {
    Names words;
    for (PlacedText& word : placed_words(key)) words.push_back(std::move(word.text));
    return words;
}

std::vector<int> TableReader::whole_list(std::string_view key, int low, int high) {
    std::string expected = range("whole numbers", std::to_string(low), std::to_string(high));
    std::vector<int> list;
    auto array = typed<TomlArray>(key, Need::Optional, "a list of " + expected);
    if (!array) return list;
    for (TomlValue const& value : *array) {
        auto number = std::get_if<std::int64_t>(&value.data);
        if (number && *number >= low && *number <= high)
            list.push_back(int(*number));
        else
            mismatch(key, value, expected);
    }
    return list;
}

Focus TableReader::focus(std::string_view key) {
    constexpr char const* expected = "two numbers from 0 to 1, such as [0.5, 0.3]";
    auto pair = typed<TomlArray>(key, Need::Optional, expected);
    if (!pair) return {};
    auto inside = [](TomlValue const& v) { return as_number(v) && *as_number(v) >= 0 && *as_number(v) <= 1; };
    auto wrong = std::ranges::find_if_not(*pair, inside);
    if (wrong != pair->end()) {
        mismatch(key, *wrong, expected);
    } else if (pair->size() != 2) {
        complain(Grade::Fault, key,
                 std::string("expected ") + expected + ", got " + std::to_string(pair->size()));
    } else {
        return {*as_number((*pair)[0]), *as_number((*pair)[1])};
    }
    return {};
}

std::optional<ZonedTime> TableReader::moment(std::string_view key, Need need) {
    auto value = typed<ZonedTime>(
        key, need, "a date and time such as 2027-08-25T09:00:00+02:00, without quotation marks");
    return value ? std::optional{*value} : std::nullopt;
}

std::optional<std::chrono::sys_days> TableReader::date(std::string_view key) {
    auto value = typed<std::chrono::sys_days>(key, Need::Optional,
                                              "a date such as 2027-03-01, without quotation marks");
    return value ? std::optional{*value} : std::nullopt;
}

std::optional<std::chrono::minutes> TableReader::clock(std::string_view key) {
    constexpr char const* expected = "a time such as \"09:00\"";
    TomlEntry const* entry = find(key, Need::Optional, expected);
    if (!entry) return std::nullopt;
    auto text = std::get_if<std::string>(&entry->value.data);
    std::optional<int> minutes = text ? minutes_of(*text) : std::nullopt;
    if (!minutes) mismatch(key, entry->value, expected);
    return minutes ? std::optional{std::chrono::minutes{*minutes}} : std::nullopt;
}

std::string TableReader::address(std::string_view key) {
    std::string address = text(key);
    bool plain = std::ranges::all_of(address, [](char c) { return c > ' ' && c != 0x7F; });
    bool web = address.starts_with("https://") || address.starts_with("http://");
    if (address.empty() || (plain && web)) return address;
    complain(Grade::Fault, key,
             "expected an address such as \"https://www.example.org\", got \"" + shown_safely(address) +
                 "\"");
    return "";
}

int TableReader::choice_number(std::string_view key, Names const& names) {
    std::string name = text(key);
    auto it = std::ranges::find(names, name);
    if (it != names.end()) return int(it - names.begin());
    if (!name.empty())
        complain(Grade::Fault, key, "unknown \"" + shown_safely(name) + "\"" + suggestion(name, names));
    return 0;
}

/// `no image "stel"; did you mean "steel"?`
std::string TableReader::unknown(std::string_view noun, std::string const& id, Names const& known) const {
    std::string sentence = "no " + std::string(noun) + " \"" + shown_safely(id) + "\"";
    if (m_findings->has_line_about(std::string(noun) + "s/" + id + ".toml")) {
        return sentence + "; its own file has a fault, named in another line";
    }
    return sentence + suggestion(id, known);
}

std::string TableReader::reference(std::string_view key, std::string_view noun, Names const& known,
                                   Grade grade) {
    std::string id = text(key);
    if (id.empty() || std::ranges::find(known, id) != known.end()) return id;
    complain(grade, key, unknown(noun, id, known));
    return "";
}

Names TableReader::references(std::string_view key, std::string_view noun, Names const& known) {
    Names ids;
    for (PlacedText& id : placed_words(key)) {
        if (std::ranges::find(known, id.text) != known.end())
            ids.push_back(std::move(id.text));
        else
            m_findings->add(Grade::Remark, id.at, about(key, unknown(noun, id.text, known)));
    }
    return ids;
}

std::optional<TableReader> TableReader::inner(std::string_view key, TomlValue const& value) {
    auto table = std::get_if<TomlTable>(&value.data);
    if (table) return TableReader{*table, value.at, *m_findings, *m_languages};
    mismatch(key, value, "a table");
    return std::nullopt;
}

std::optional<TableReader> TableReader::table(std::string_view key) {
    TomlEntry const* entry = find(key, Need::Optional, "");
    return entry ? inner(key, entry->value) : std::nullopt;
}

std::vector<TableReader> TableReader::tables(std::string_view key) {
    std::vector<TableReader> readers;
    auto array = typed<TomlArray>(key, Need::Optional, "a list of tables");
    if (!array) return readers;
    for (TomlValue const& value : *array) {
        if (std::optional<TableReader> reader = inner(key, value)) readers.push_back(std::move(*reader));
    }
    return readers;
}

void TableReader::finish() {
    for (TomlEntry const& entry : *m_table) {
        if (std::ranges::find(m_asked, entry.key) != m_asked.end()) continue;
        m_findings->fault(entry.at,
                          "unknown key \"" + shown_safely(entry.key) + "\"" + suggestion(entry.key, m_asked));
    }
}

}
