#pragma once
// How hard a Swedish text is to read, for editors.

#include <string_view>

namespace kiosk {

/// LIX (Björnsson 1968): words a sentence plus the percentage of words longer than six letters. Under 30 is
/// very easy, 40 is a newspaper, over 60 is very hard. 0 for a text without words.
double lix(std::string_view swedish);

/// Runs of letters or digits between spaces, in any language.
int count_words(std::string_view text);

}
