#pragma once
// What is wrong with one file, as lines for Catalog::problems.

#include "content/catalog.h"
#include "content/toml_file.h"

namespace kiosk {

/// A fault leaves out what is being read; a remark is only worth telling.
enum class Grade { Remark, Fault };

class Findings {
public:
    /// `problems` must outlive this.
    Findings(std::string file, std::vector<Problem>& problems)
        : m_file(std::move(file)), m_problems(problems) {}

    void add(Grade, Position, std::string_view what);
    void fault(Position at, std::string_view what) { add(Grade::Fault, at, what); }
    /// About the file as a whole.
    void fault(std::string_view what);

    /// True if a file with that end, such as "arguments/siljan.toml", has a line already.
    bool has_line_about(std::string_view file) const;
    /// How many faults so far; read before and after, it tells whether a part is sound.
    int faults() const { return m_faults; }

private:
    std::string m_file;
    std::vector<Problem>& m_problems;
    int m_faults = 0;
};

/// The file's table, or nothing, a line that says why, and the file among the spoilt.
std::optional<TomlTable> read_toml_or_tell(NamedPath const& file, Catalog&);
/// A line about a file as a whole, which leaves nothing out.
void tell(NamedPath const& file, std::string_view what, std::vector<Problem>& problems);

}
