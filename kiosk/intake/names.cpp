#include "intake/names.h"

#include "content/text_check.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace kiosk {
namespace {

constexpr std::size_t longest_name = 200, longest_folder_name = 60;

constexpr std::array<std::string_view, 9> left_behind{
    "Thumbs.db",    "desktop.ini", "System Volume Information",
    "$RECYCLE.BIN", "RECYCLER",    "LOST.DIR",
    "FOUND.000",    "lost+found",  "__MACOSX"};

/// What has no place in a folder's name, or a meaning there.
bool is_separator(char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '/' || c == '\\' || c == '\x7F';
}

}

bool is_left_behind(std::string_view name) {
    std::string const ending = std::filesystem::path{name}.extension().string();
    return name.starts_with('.') || name.starts_with("~$") || ending == ".txt" || ending == ".md" ||
           std::ranges::find(left_behind, name) != left_behind.end();
}

bool is_fit_name(std::string_view name) {
    return !name.empty() && name.size() <= longest_name && name != "." && name != ".." &&
           name.find_first_of("/\n\t") == name.npos && !unfit_for_screen(name);
}

std::string folder_name(std::string_view words) {
    std::string name;
    for (std::size_t at = 0; at < words.size();) {
        std::size_t const start = at;
        if (!take_code_point(words, at)) {
            ++at;
            continue;
        }
        std::string_view const letter = words.substr(start, at - start);
        bool const space = is_separator(letter.front());
        if (unfit_for_screen(letter) || (space && (name.empty() || name.back() == ' '))) continue;
        if (name.size() + letter.size() > longest_folder_name) break;
        name += space ? " " : letter;
        if (name == ".") name.clear();  // Hidden folders are not read.
    }
    while (name.ends_with(' ') || name.ends_with('.')) name.pop_back();
    return name;
}

std::string numbered_folder(std::string name, int number) {
    std::string const ending = " " + std::to_string(number);
    while (folder_name(name + ending) != name + ending) name.pop_back();
    return name + ending;
}

std::string flat_name(std::string_view path) {
    std::string name;
    for (char c : path) name += c == '/' ? " - " : std::string(1, c);
    return name;
}

std::string numbered(std::string_view name, int number) {
    std::filesystem::path const path{name};
    return path.stem().string() + " (" + std::to_string(number) + ")" + path.extension().string();
}

}
