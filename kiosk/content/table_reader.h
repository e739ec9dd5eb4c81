#pragma once
// Reads one TOML table key by key, strictly. A value of the wrong kind, out of range or unknown becomes a
// line `file:line:col: key "x": expected …, got …` in the findings; the reader goes on with a default, so
// that one look at a file finds all its faults.

#include "content/findings.h"
#include "content/nearest.h"

#include <optional>

namespace kiosk {

enum class Need { Optional, Required };

/// A text and where it stands.
struct PlacedText {
    std::string text;
    Position at;
};

class TableReader {
public:
    /// `table`, `findings` and `languages` (those a localised text may have) must outlive this.
    TableReader(TomlTable const& table, Position at, Findings& findings,
                std::vector<Language> const& languages)
        : m_table(&table), m_at(at), m_findings(&findings), m_languages(&languages) {}

    bool has(std::string_view key);
    std::string text(std::string_view key, Need = Need::Optional);
    LocalizedText localized(std::string_view key, Need = Need::Optional);
    std::vector<LocalizedText> localized_list(std::string_view key);
    bool flag(std::string_view key, bool otherwise);
    /// From `low` to `high`; without `otherwise` the key is required.
    int whole(std::string_view key, int low, int high, std::optional<int> otherwise);
    double number(std::string_view key, double low, double high, std::optional<double> otherwise);
    Names words(std::string_view key);
    std::vector<PlacedText> placed_words(std::string_view key);
    std::vector<int> whole_list(std::string_view key, int low, int high);
    Focus focus(std::string_view key);
    std::optional<ZonedTime> moment(std::string_view key, Need = Need::Optional);
    std::optional<std::chrono::sys_days> date(std::string_view key);
    /// "09:00", up to "24:00", as minutes since midnight.
    std::optional<std::chrono::minutes> clock(std::string_view key);
    /// An http or https address.
    std::string address(std::string_view key);
    /// One of `names`; the values are their places in the list, the first being the default.
    template <class Choice> Choice choice(std::string_view key, Names const& names) {
        return Choice(choice_number(key, names));
    }
    /// The id of a thing, which must be in `known`; `noun` names it ("image"). Otherwise "" and a finding.
    std::string reference(std::string_view key, std::string_view noun, Names const& known, Grade);
    /// A list of ids; those that are not in `known` are dropped and remarked.
    Names references(std::string_view key, std::string_view noun, Names const& known);
    std::optional<TableReader> table(std::string_view key);
    std::vector<TableReader> tables(std::string_view key);

    /// Faults every key that nobody asked for. Call it last.
    void finish();

    /// A finding about the value of `key`, or about the table if it has none: `key "x": …`.
    void complain(Grade, std::string_view key, std::string_view what);
    /// A finding about the table.
    void complain(std::string_view what) { m_findings->fault(m_at, what); }

private:
    TomlEntry const* find(std::string_view key, Need, std::string_view expected);
    template <class T> T const* typed(std::string_view key, Need, std::string_view expected);
    void mismatch(std::string_view key, TomlValue const&, std::string_view expected);
    bool is_fit(std::string_view key, TomlValue const&, std::string const& text, Need);
    LocalizedText localized_value(std::string_view key, TomlValue const&, Need);
    std::optional<TableReader> inner(std::string_view key, TomlValue const&);
    std::string unknown(std::string_view noun, std::string const& id, Names const& known) const;
    int choice_number(std::string_view key, Names const& names);

    TomlTable const* m_table;
    Position m_at;
    Findings* m_findings;
    std::vector<Language> const* m_languages;
    Names m_asked;
};

/// The ids of a list or map of the catalogue, for suggestions.
template <class Entries> Names ids_of(Entries const& entries) {
    Names ids;
    for (auto const& entry : entries) {
        if constexpr (requires { entry.second; })
            ids.push_back(entry.first);
        else
            ids.push_back(entry.id);
    }
    return ids;
}

}
