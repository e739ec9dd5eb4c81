#include "view/balance.h"

#include <algorithm>
#include <limits>
#include <sstream>

namespace kiosk {
namespace {

constexpr int endless = 1 << 20;

struct Word {
    std::string text;
    int width = 0;
};

/// Words with their widths; measured one by one, so that the ruler's answers serve every headline.
class Measured {
public:
    Measured(Context const& c, std::string const& markup, TextStyle const& style) {
        auto width = [&](std::string const& text) {
            return c.ruler.measure(text, style, endless, c.language).size.w;
        };
        m_space = std::max(1, width("n n") - width("nn"));
        std::istringstream in{markup};
        for (std::string text; in >> text;) m_words.push_back({text, width(text)});
    }

    std::vector<Word> const& words() const { return m_words; }

    /// Width of the line of the words [first, last).
    int width(std::size_t first, std::size_t last) const {
        int sum = -m_space;
        for (std::size_t i = first; i < last; ++i) sum += m_words[i].width + m_space;
        return sum;
    }

private:
    std::vector<Word> m_words;
    int m_space = 1;
};

/// Fewest lines for the words [first, last).
int fewest_lines(Measured const& m, std::size_t first, std::size_t last, int width) {
    int lines = 1;
    for (std::size_t start = first, i = first + 1; i < last; ++i) {
        if (m.width(start, i + 1) <= width) continue;
        ++lines;
        start = i;
    }
    return lines;
}

/// Where each line starts when the words [first, last) take `lines` lines of at most `width` with the least
/// sum of squared slack; empty if they can't.
std::vector<std::size_t> even_starts(Measured const& m, std::size_t first, std::size_t last, int lines,
                                     int width) {
    constexpr double never = std::numeric_limits<double>::infinity();
    std::size_t const count = last - first;
    // best[n][k]: cost of setting the first k words on n lines; from[n][k]: where the last of these starts.
    std::vector<std::vector<double>> best(std::size_t(lines) + 1, std::vector<double>(count + 1, never));
    std::vector<std::vector<std::size_t>> from(std::size_t(lines) + 1,
                                               std::vector<std::size_t>(count + 1, 0));
    best[0][0] = 0;
    for (std::size_t n = 1; n <= std::size_t(lines); ++n) {
        for (std::size_t k = n; k <= count; ++k) {
            for (std::size_t start = n - 1; start < k; ++start) {
                double const slack = width - m.width(first + start, first + k);
                double const cost = slack < 0 ? never : best[n - 1][start] + slack * slack;
                if (cost < best[n][k]) best[n][k] = cost, from[n][k] = start;
            }
        }
    }
    if (best[std::size_t(lines)][count] == never) return {};
    std::vector<std::size_t> starts;
    for (std::size_t n = std::size_t(lines), k = count; n > 0; --n) {
        k = from[n][k];
        starts.insert(starts.begin(), first + k);
    }
    return starts;
}

/// The first word of each sentence, and one past the last word.
std::vector<std::size_t> sentence_starts(std::vector<Word> const& words) {
    std::vector<std::size_t> starts{0};
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (std::string_view(".?!").find(words[i - 1].text.back()) != std::string_view::npos)
            starts.push_back(i);
    }
    starts.push_back(words.size());
    return starts;
}

/// What is set as a unit: each sentence if that costs at most one line more, else everything.
std::vector<std::size_t> parts(Measured const& m, int width) {
    std::vector<std::size_t> const sentences = sentence_starts(m.words());
    std::vector<std::size_t> const whole{0, m.words().size()};
    int lines = 0;
    for (std::size_t i = 0; i + 1 < sentences.size(); ++i)
        lines += fewest_lines(m, sentences[i], sentences[i + 1], width);
    return lines <= fewest_lines(m, 0, m.words().size(), width) + 1 ? sentences : whole;
}

std::string join(std::vector<Word> const& words, std::vector<std::size_t> const& starts) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        bool const new_line = std::find(starts.begin(), starts.end(), i) != starts.end();
        if (i > 0) out += new_line ? '\n' : ' ';
        out += words[i].text;
    }
    return out;
}

/// Each unit on its fewest lines, these even; "" if a word is wider than the box.
std::string set_units(Measured const& m, std::vector<std::size_t> const& units, int width) {
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i + 1 < units.size(); ++i) {
        int const lines = fewest_lines(m, units[i], units[i + 1], width);
        auto const unit = even_starts(m, units[i], units[i + 1], lines, width);
        if (unit.empty()) return "";
        starts.insert(starts.end(), unit.begin(), unit.end());
    }
    return join(m.words(), starts);
}

}

std::string balanced(Context const& c, std::string const& markup, TextStyle const& style, Size box) {
    Measured const m(c, markup, style);
    if (m.words().size() < 2) return markup;
    std::vector<std::size_t> const whole{0, m.words().size()};
    for (std::vector<std::size_t> const& units : {parts(m, box.w), whole}) {
        std::string const broken = set_units(m, units, box.w);
        if (broken.empty()) continue;
        TextExtent const extent = c.ruler.measure(broken, style, box.w, c.language);
        bool const as_reckoned = extent.lines == 1 + int(std::count(broken.begin(), broken.end(), '\n'));
        if (as_reckoned && extent.size.w <= box.w && extent.size.h <= box.h) return broken;
    }
    return markup;
}

}
