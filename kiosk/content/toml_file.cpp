#include "content/toml_file.h"

#include "base/overloaded.h"
#include "content/text_check.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include <toml++/toml.h>

namespace kiosk {
namespace {

using namespace std::chrono;

Position position(toml::source_position at) { return {int(at.line), int(at.column)}; }

sys_days days_of(toml::date d) { return sys_days{year{d.year} / month{d.month} / day{d.day}}; }

decltype(TomlValue::data) moment(toml::date_time t) {
    if (!t.offset) return ZonelessMoment{};
    minutes offset{t.offset->minutes};
    WallTime local = sys_time<Millis>{days_of(t.date)} + hours{t.time.hour} + minutes{t.time.minute} +
                     seconds{t.time.second} + Millis{t.time.nanosecond / 1'000'000};
    return ZonedTime{local - offset, offset};
}

TomlTable convert(toml::table const& table);

TomlValue convert(toml::node const& node) {
    TomlValue value{false, position(node.source().begin)};
    node.visit([&](auto const& n) {
        if constexpr (toml::is_table<decltype(n)>)
            value.data = convert(n);
        else if constexpr (toml::is_array<decltype(n)>) {
            TomlArray array;
            for (toml::node const& element : n) array.push_back(convert(element));
            value.data = std::move(array);
        } else if constexpr (toml::is_date<decltype(n)>)
            value.data = days_of(*n);
        else if constexpr (toml::is_time<decltype(n)>)
            value.data = BareClock{};
        else if constexpr (toml::is_date_time<decltype(n)>)
            value.data = moment(*n);
        else
            value.data = n.get();
    });
    return value;
}

TomlTable convert(toml::table const& table) {
    TomlTable entries;
    for (auto const& [key, node] : table) {
        entries.push_back({std::string(key.str()), position(key.source().begin), convert(node)});
    }
    std::ranges::sort(entries, {}, [](TomlEntry const& e) { return std::pair{e.at.line, e.at.column}; });
    return entries;
}

std::string explained(std::string_view fault) {
    std::string sentence = "is not TOML: " + std::string(fault);
    if (fault.ends_with("could not determine value type")) sentence += "; text needs quotation marks";
    return sentence;
}

}

Result<TomlTable> read_toml(NamedPath const& file) {
    Result<std::string> text = read_text(file);
    if (!text) return text.error();
    try {
        return convert(toml::parse(std::string_view{*text}));
    } catch (toml::parse_error const& e) {
        return Error{Kind::Malformed,
                     place(file.label, position(e.source().begin)) + explained(e.description())};
    }
}

std::string place(std::string_view label, Position at) {
    return std::string(label) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": ";
}

std::string described(TomlValue const& value) {
    return std::visit(overloaded{
                          [](bool b) -> std::string { return b ? "true" : "false"; },
                          [](std::int64_t n) { return std::to_string(n); },
                          [](double d) {
                              std::array<char, 32> out{};
                              std::snprintf(out.data(), out.size(), "%g", d);
                              return std::string(out.data());
                          },
                          [](std::string const& s) { return "\"" + shown_safely(s) + "\""; },
                          [](sys_days) -> std::string { return "a date"; },
                          [](ZonedTime const&) -> std::string { return "a date and time"; },
                          [](ZonelessMoment) -> std::string { return "a date and time without a zone"; },
                          [](BareClock) -> std::string { return "a time without quotation marks"; },
                          [](TomlArray const&) -> std::string { return "a list"; },
                          [](TomlTable const&) -> std::string { return "a table"; },
                      },
                      value.data);
}

std::string toml_quoted(std::string_view text) {
    std::string quoted = "\"";
    for (char c : text) {
        bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
        if (control) {
            std::array<char, 8> out{};
            std::snprintf(out.data(), out.size(), "\\u%04X", unsigned(c));
            quoted += out.data();
            continue;
        }
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

}
