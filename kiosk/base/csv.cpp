#include "base/csv.h"

namespace kiosk {
namespace {

bool is_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

std::string cell(std::string const& text) {
    std::string out = is_formula(text) ? "\"'" : "\"";
    for (char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

}

std::string csv_row(std::vector<std::string> const& cells) {
    std::string row;
    for (std::string const& text : cells) row += (row.empty() ? "" : ",") + cell(text);
    return row + "\r\n";
}

std::optional<std::vector<std::string>> read_csv_row(std::string_view line) {
    std::vector<std::string> cells;
    std::size_t at = 0;
    while (at < line.size() && line[at] == '"') {
        std::string text;
        for (++at; at < line.size(); ++at) {
            if (line[at] != '"') {
                text += line[at];
            } else if (at + 1 < line.size() && line[at + 1] == '"') {
                text += line[at++];
            } else {
                break;
            }
        }
        if (at == line.size()) return std::nullopt;
        if (text.starts_with('\'') && is_formula(std::string_view(text).substr(1))) text.erase(0, 1);
        cells.push_back(std::move(text));
        if (++at == line.size()) return cells;
        if (line[at++] != ',') return std::nullopt;
    }
    return std::nullopt;
}

}
