#pragma once
// Comma-separated values (RFC 4180) that spreadsheets take as text: what looks like a formula gets an
// apostrophe.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

/// One row with its line end.
std::string csv_row(std::vector<std::string> const& cells);

/// The cells of a row that csv_row wrote, without its line end. Nothing if it was cut off in the middle of a
/// cell.
std::optional<std::vector<std::string>> read_csv_row(std::string_view line);

}
