#pragma once
// A TOML file as a tree of plain values that remember where they stand. The one place that knows toml++.

#include "base/time.h"
#include "content/files.h"

#include <cstdint>
#include <variant>

namespace kiosk {

/// 1-based; columns count characters, not bytes.
struct Position {
    int line = 1, column = 1;
    bool operator==(Position const&) const = default;
};

struct TomlValue;
struct TomlEntry;
using TomlArray = std::vector<TomlValue>;
using TomlTable = std::vector<TomlEntry>;  ///< In the order of the file.
/// "2027-03-01T09:00" and "09:00:00": TOML knows them, none of our files uses them.
struct ZonelessMoment {};
struct BareClock {};

struct TomlValue {
    std::variant<bool, std::int64_t, double, std::string, std::chrono::sys_days, ZonedTime, ZonelessMoment,
                 BareClock, TomlArray, TomlTable>
        data;
    Position at;
};

struct TomlEntry {
    std::string key;
    Position at;
    TomlValue value;
};

/// Fails as read_text() does, or with Kind::Malformed and file:line:col.
Result<TomlTable> read_toml(NamedPath const& file);

/// "media/a.toml:7:1: ".
std::string place(std::string_view label, Position);

/// A value for a message: `"five"`, `12`, `true`, `a list`.
std::string described(TomlValue const&);

/// `text` in quotation marks, as TOML writes it.
std::string toml_quoted(std::string_view text);

}
