#include "content/findings.h"

#include <algorithm>

namespace kiosk {

void Findings::add(Grade grade, Position at, std::string_view what) {
    m_problems.push_back({m_file, place(m_file, at) + std::string(what)});
    if (grade == Grade::Fault) ++m_faults;
}

bool Findings::has_line_about(std::string_view file) const {
    std::string const ending = "/" + std::string(file);
    return std::ranges::any_of(m_problems, [&](Problem const& p) { return p.file.ends_with(ending); });
}

void Findings::fault(std::string_view what) {
    m_problems.push_back({m_file, m_file + ": " + std::string(what)});
    ++m_faults;
}

std::optional<TomlTable> read_toml_or_tell(NamedPath const& file, Catalog& catalog) {
    Result<TomlTable> table = read_toml(file);
    if (table) return std::move(*table);
    catalog.problems.push_back({file.label, table.error().what});
    catalog.spoilt.push_back(file.label);
    return std::nullopt;
}

void tell(NamedPath const& file, std::string_view what, std::vector<Problem>& problems) {
    problems.push_back({file.label, file.label + ": " + std::string(what)});
}

}
