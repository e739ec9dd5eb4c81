#include "dalactl/table.h"

#include <algorithm>
#include <sstream>

namespace kiosk {
namespace {

/// How wide a text is on a terminal: its characters, not its bytes.
std::size_t width_of(std::string const& text) {
    return std::size_t(std::ranges::count_if(text, [](char c) { return (c & 0xc0) != 0x80; }));
}

}

std::string table(std::vector<Row> const& rows) {
    std::vector<std::size_t> widths(rows.front().size());
    for (Row const& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
    std::string out;
    for (Row const& row : rows) {
        for (std::size_t i = 0; i + 1 < row.size(); ++i)
            out += row[i] + std::string(widths[i] - width_of(row[i]) + 2, ' ');
        out += row.back();
        out.erase(out.find_last_not_of(' ') + 1);
        out += "\n";
    }
    return out;
}

std::string wrapped(std::string const& text, std::size_t width, std::string const& indent) {
    std::string out;
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words{line};
        std::size_t used = 0;
        for (std::string word; words >> word;) {
            std::size_t const length = width_of(word);
            if (used > 0 && used + 1 + length > width) out += "\n" + indent, used = 0;
            out += (used > 0 ? " " : "") + word;
            used += length + (used > 0 ? 1 : 0);
        }
        out += "\n" + indent;
    }
    out.resize(out.size() - std::min(out.size(), indent.size() + 1));
    return out;
}

std::string counted(std::size_t count, std::string const& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

}
