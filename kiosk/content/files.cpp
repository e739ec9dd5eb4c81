#include "content/files.h"

#include "content/text_check.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

#include <sys/stat.h>

namespace kiosk {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_text = 1'000'000;

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The run of digits at `at` without its leading zeros; moves past it.
std::string_view take_digits(std::string_view text, std::size_t& at) {
    while (at < text.size() && text[at] == '0') ++at;
    std::size_t start = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return text.substr(start, at - start);
}

/// In small letters.
std::string ending_of(fs::path const& file) {
    std::string ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(), lower);
    return ending;
}

}

NamedPath NamedPath::operator/(std::string_view name) const {
    return {path / name, label + "/" + shown_safely(name)};
}

NamedPath named(fs::path const& folder) {
    std::error_code failed;
    fs::path whole = fs::absolute(folder, failed).lexically_normal();
    if (!whole.has_filename()) whole = whole.parent_path();
    return {folder, shown_safely(whole.filename().string())};
}

Listing list_folder(NamedPath const& folder) {
    std::error_code failed;
    std::vector<std::string> files, folders;
    for (fs::directory_iterator it{folder.path, failed}, end; !failed && it != end; it.increment(failed)) {
        std::string name = it->path().filename().string();
        std::error_code unknown;
        if (!name.starts_with('.')) (it->is_directory(unknown) ? folders : files).push_back(std::move(name));
    }
    auto in_order = [&](std::vector<std::string>& names) {
        std::ranges::sort(names, natural_less);
        std::vector<NamedPath> paths;
        for (std::string const& name : names) paths.push_back(folder / name);
        return paths;
    };
    return {in_order(files), in_order(folders)};
}

Result<std::string> read_text(NamedPath const& file) {
    std::error_code failed;
    fs::file_status status = fs::status(file.path, failed);
    if (!fs::exists(status)) return Error{Kind::NotFound, file.label + ": there is no such file"};
    if (!fs::is_regular_file(status)) return Error{Kind::Unreadable, file.label + ": is not a plain file"};
    if (std::uintmax_t size = fs::file_size(file.path, failed); !failed && size > largest_text) {
        return Error{Kind::Refused, file.label + ": has " + std::to_string(size) +
                                        " bytes; a text file may have at most " +
                                        std::to_string(largest_text)};
    }
    std::ifstream in{file.path, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{in}, {}};
    if (!in.is_open() || in.bad()) {
        return Error{Kind::Unreadable, file.label + ": can't be read: " + std::strerror(errno)};
    }
    return text;
}

bool is_picture(fs::path const& file) {
    constexpr std::array<std::string_view, 12> endings{".svg", ".png", ".jpg",  ".jpeg", ".webp", ".gif",
                                                       ".bmp", ".tif", ".tiff", ".heic", ".heif", ".avif"};
    return std::ranges::find(endings, ending_of(file)) != endings.end();
}

bool is_document(fs::path const& file) { return ending_of(file) == ".pdf"; }

std::uint64_t file_stamp(fs::path const& file) {
    struct stat state {};
    if (::stat(file.c_str(), &state) != 0) return 0;
    // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv
    std::uint64_t stamp = 14695981039346656037u;
    for (auto const part : {std::uint64_t(state.st_ino), std::uint64_t(state.st_size),
                            std::uint64_t(state.st_mtim.tv_sec), std::uint64_t(state.st_mtim.tv_nsec)}) {
        stamp = (stamp ^ part) * 1099511628211u;
    }
    return stamp;
}

bool stays_inside(fs::path const& folder, fs::path const& file) {
    std::error_code failed;
    fs::path root = fs::canonical(folder, failed);
    if (failed) return false;
    fs::path real = fs::canonical(file, failed);
    if (failed) return false;
    return std::ranges::mismatch(root, real).in1 == root.end();
}

bool natural_less(std::string_view a, std::string_view b) {
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (is_digit(a[i]) && is_digit(b[j])) {
            std::string_view one = take_digits(a, i), other = take_digits(b, j);
            if (one.size() != other.size()) return one.size() < other.size();
            if (one != other) return one < other;
        } else if (lower(a[i]) != lower(b[j])) {
            return static_cast<unsigned char>(lower(a[i])) < static_cast<unsigned char>(lower(b[j]));
        } else {
            ++i, ++j;
        }
    }
    std::size_t rest_a = a.size() - i, rest_b = b.size() - j;
    return rest_a != rest_b ? rest_a < rest_b : a < b;
}

}
