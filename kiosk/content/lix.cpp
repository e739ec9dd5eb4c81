#include "content/lix.h"

#include "content/text_check.h"

namespace kiosk {
namespace {

bool is_space(char32_t c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0xA0; }

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

/// Letters of the Latin scripts; enough for Swedish with the names and loans in it.
bool is_letter(char32_t c) {
    bool ascii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return ascii || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

bool ends_sentence(char32_t c) { return c == '.' || c == '!' || c == '?' || c == ':'; }

struct Counts {
    int words = 0, long_words = 0, sentences = 0;
    int letters = 0;  ///< Of the word that is being read.
    bool has_digit = false;
    bool stopped = false;  ///< The word so far ends with a full stop or the like.
    int since_stop = 0;    ///< Words since the last sentence ended.

    void end_word() {
        if (letters > 0 || has_digit) ++words, ++since_stop;
        if (letters > 6) ++long_words;
        if (stopped) end_sentence();
        letters = 0;
        has_digit = stopped = false;
    }
    void end_sentence() {
        if (since_stop > 0) ++sentences;
        since_stop = 0;
    }
};

Counts count(std::string_view text) {
    Counts counts;
    int line_breaks = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const start = at;
        char32_t c = take_code_point(text, at).value_or(U' ');
        if (at == start) ++at;  // A byte that is no UTF-8 stands for a space.
        line_breaks = c == '\n' ? line_breaks + 1 : is_space(c) ? line_breaks : 0;
        if (is_space(c))
            counts.end_word();
        else if (is_letter(c))
            ++counts.letters, counts.stopped = false;
        else if (is_digit(c))
            counts.has_digit = true, counts.stopped = false;
        else if (ends_sentence(c))
            counts.stopped = true;
        if (line_breaks == 2) counts.end_sentence();  // A headline needs no full stop.
    }
    counts.end_word();
    counts.end_sentence();
    return counts;
}

}

double lix(std::string_view swedish) {
    Counts const counts = count(swedish);
    if (counts.words == 0) return 0;
    return double(counts.words) / counts.sentences + 100.0 * counts.long_words / counts.words;
}

int count_words(std::string_view text) { return count(text).words; }

}
