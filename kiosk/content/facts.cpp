#include "content/facts.h"

#include "content/library_parts.h"

#include <algorithm>

namespace kiosk {
namespace {

/// Rows are written in one language.
std::vector<Language> const no_languages;

Fact read_fact(TableReader& in) {
    Fact fact;
    fact.figure = in.text("figure", Need::Required);
    fact.also = in.words("also");
    fact.sources = read_sources(in);
    fact.confidence = in.choice<Fact::Confidence>("confidence", {"seen", "own claim", "weak", "unverified"});
    fact.keeps = in.choice<Fact::Keeps>("keeps", {"durable", "dated"});
    in.finish();
    return fact;
}

/// A table with a figure is a row; others group rows, as [place.mora] does.
void read_rows(TomlTable const& table, std::string const& prefix, Findings& findings, FactRegister& facts) {
    for (TomlEntry const& entry : table) {
        auto const* inner = std::get_if<TomlTable>(&entry.value.data);
        if (!inner) continue;
        std::string const id = prefix + entry.key;
        bool const is_group = std::ranges::all_of(
            *inner, [](TomlEntry const& e) { return std::holds_alternative<TomlTable>(e.value.data); });
        if (is_group) {
            read_rows(*inner, id + ".", findings, facts);
            continue;
        }
        int const faults_before = findings.faults();
        TableReader in{*inner, entry.value.at, findings, no_languages};
        Fact fact = read_fact(in);
        if (findings.faults() == faults_before) facts.rows.emplace(id, std::move(fact));
    }
}

}

Result<FactRegister> load_facts(std::filesystem::path const& media, std::vector<Problem>& problems) {
    NamedPath const file = named(media) / "facts.toml";
    Result<TomlTable> table = read_toml(file);
    if (!table) return table.error();
    FactRegister facts;
    facts.label = file.label;
    Findings findings{file.label, problems};
    TableReader in{*table, {}, findings, no_languages};
    if (auto const day = in.date("gathered"))
        facts.gathered = std::to_string(int(std::chrono::year_month_day{*day}.year()));
    else
        in.complain(Grade::Fault, "gathered", "is missing; expected the day on which the pages were read");
    read_rows(*table, "", findings, facts);
    return facts;
}

std::vector<std::string> fact_ids(std::string_view fact) {
    std::vector<std::string> ids;
    while (!fact.empty()) {
        std::string_view id = fact.substr(0, fact.find(','));
        fact.remove_prefix(std::min(fact.size(), id.size() + 1));
        id.remove_prefix(std::min(id.size(), id.find_first_not_of(' ')));
        id = id.substr(0, id.find_last_not_of(' ') + 1);
        if (!id.empty()) ids.emplace_back(id);
    }
    return ids;
}

}
