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
    remark(what);
    ++m_faults;
}

void Findings::remark(std::string_view what) {
    m_problems.push_back({m_file, m_file + ": " + std::string(what)});
}

}
