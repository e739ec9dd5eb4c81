#include "app/mounts.h"

#include "content/text_check.h"

#include <algorithm>
#include <array>

namespace kiosk {
namespace {

constexpr std::array<std::string_view, 3> where_sticks_are{"/media/", "/run/media/", "/mnt/usb"};

bool is_octal(char c) { return c >= '0' && c <= '7'; }

/// The kernel writes blanks and backslashes as "\040".
std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const escape = text[i] == '\\' && i + 3 < text.size() && is_octal(text[i + 1]) &&
                            is_octal(text[i + 2]) && is_octal(text[i + 3]);
        if (escape) {
            plain += char((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
            i += 3;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

/// The fifth field of a line: where something is mounted.
std::string mount_point(std::string_view line) {
    for (int field = 0; field < 4; ++field) {
        auto const blank = line.find(' ');
        if (blank == line.npos) return "";
        line.remove_prefix(blank + 1);
    }
    return unescaped(line.substr(0, line.find(' ')));
}

}

Stick stick_at(std::filesystem::path const& folder) {
    return {folder.string(), shown_safely(folder.filename().string())};
}

std::vector<Stick> sticks_in(std::string_view mountinfo) {
    std::vector<Stick> sticks;
    while (!mountinfo.empty()) {
        std::string_view const line = mountinfo.substr(0, mountinfo.find('\n'));
        std::string const point = mount_point(line);
        bool const removable = std::ranges::any_of(
            where_sticks_are, [&](std::string_view place) { return point.starts_with(place); });
        if (removable) sticks.push_back(stick_at(point));
        mountinfo.remove_prefix(std::min(line.size() + 1, mountinfo.size()));
    }
    return sticks;
}

}
