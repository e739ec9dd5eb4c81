#pragma once
// From words on a screen back to the file in which they were written, so that a finding can say what to mend.
// Pure; any thread.

#include "content/inventory.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

/// `shown` on one line, with plain spaces: setting breaks headlines and keeps numbers together.
std::string as_written(std::string_view shown);

/// Knows every text of the library, the playlists and the product in one language.
class Origins {
public:
    Origins(Catalog const&, std::string_view language);

    /// Where the words come from. What was put together of several texts has the origin of the longest of
    /// them; nothing for words that nobody wrote: a date, a count.
    std::optional<Spot> of(std::string_view shown) const;

private:
    struct Entry {
        std::string words;  ///< As written, in capitals.
        Spot at;
    };
    std::vector<Entry> m_entries;
};

}
