#pragma once
// Words and tables for a terminal.

#include <string>
#include <vector>

namespace kiosk {

using Row = std::vector<std::string>;

/// Rows under each other, two spaces between the columns. All rows have as many cells as the first.
std::string table(std::vector<Row> const& rows);

/// `text` in lines of at most `width` characters, broken at spaces; line breaks stay.
std::string wrapped(std::string const& text, std::size_t width, std::string const& indent);

/// "1 picture", "2 pictures"
std::string counted(std::size_t count, std::string const& noun);

}
