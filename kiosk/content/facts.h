#pragma once
// The register of facts, media/facts.toml: what the library's figures rest on. Editors' checks read it, the
// screens do not.

#include "content/catalog.h"

namespace kiosk {

/// One row: what was read, where, and how sure it is.
struct Fact {
    enum class Confidence { Seen, OwnClaim, Weak, Unverified };
    enum class Keeps { Durable, Dated };
    std::string figure;             ///< The numbers as they were read, the English way.
    std::vector<std::string> also;  ///< Further numbers from the same page, and the same in other units.
    std::vector<Source> sources;
    Confidence confidence = Confidence::Seen;
    Keeps keeps = Keeps::Durable;
    bool operator==(Fact const&) const = default;
};

struct FactRegister {
    std::string label;                              ///< "media/facts.toml"
    std::string gathered;                           ///< The year in which the pages were read.
    std::map<std::string, Fact, std::less<>> rows;  ///< "W09", "place.mora"
};

/// Reads `media`/facts.toml; rows with a fault are left out and named in `problems`. Fails with
/// Kind::NotFound if there is none, otherwise as read_toml does.
Result<FactRegister> load_facts(std::filesystem::path const& media, std::vector<Problem>& problems);

/// The rows that `fact` names: "W07, W08".
std::vector<std::string> fact_ids(std::string_view fact);

}
