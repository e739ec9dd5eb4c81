#pragma once
// One log, to stderr (the journal keeps it). A line is a sentence for the person who must act on it.
// Never log personal data. A line equal to the one before it is counted, not repeated. Any thread.

#include <string_view>

namespace kiosk {

enum class Level { Info, Warning, Error };

void log(Level, std::string_view sentence);
inline void log_info(std::string_view sentence) { log(Level::Info, sentence); }
inline void log_warning(std::string_view sentence) { log(Level::Warning, sentence); }
inline void log_error(std::string_view sentence) { log(Level::Error, sentence); }

}
