#include "content/nearest.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace kiosk {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

/// How many letters to insert, delete, change or swap to get from one to the other; capitals do not count.
std::size_t edit_distance(std::string_view from, std::string_view to) {
    std::vector<std::size_t> before_last, last(to.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    auto same = [&](std::size_t i, std::size_t j) { return lower(from[i]) == lower(to[j]); };
    for (std::size_t i = 0; i < from.size(); ++i) {
        std::vector<std::size_t> row{i + 1};
        for (std::size_t j = 0; j < to.size(); ++j) {
            std::size_t least = std::min({last[j] + (same(i, j) ? 0 : 1), last[j + 1] + 1, row[j] + 1});
            bool const swapped = i > 0 && j > 0 && same(i, j - 1) && same(i - 1, j);
            if (swapped) least = std::min(least, before_last[j - 1] + 1);
            row.push_back(least);
        }
        before_last = std::exchange(last, std::move(row));
    }
    return last.back();
}

std::string list_of(Names const& known) {
    constexpr std::size_t most = 8;
    std::string list;
    for (std::size_t i = 0; i < std::min(known.size(), most); ++i) list += (i ? ", " : "") + known[i];
    return known.size() > most ? list + ", …" : list;
}

}

std::string suggestion(std::string_view name, Names const& known) {
    if (known.empty()) return "";
    std::string_view const typed = name.substr(0, 100);  // Keeps an absurd name from costing time.
    std::string const* best = nullptr;
    std::size_t least = std::max<std::size_t>(1, typed.size() / 3) + 1;
    for (std::string const& candidate : known) {
        std::size_t distance = edit_distance(typed, candidate);
        if (distance < least) {
            least = distance;
            best = &candidate;
        }
    }
    return best ? "; did you mean \"" + *best + "\"?" : "; known are " + list_of(known);
}

}
