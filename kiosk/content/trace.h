#pragma once
// Every number that the library shows leads back to a row of the register of facts. Pure; any thread.

#include "content/facts.h"
#include "content/inventory.h"

#include <set>

namespace kiosk {

/// Something that makes a claim, and the rows that it names.
struct Claim {
    Spot at;
    LocalizedText text;
    std::vector<std::string> rows;
    bool of_library = true;  ///< Not of an exhibitor, who may speak without a row.
};

/// Titles, bodies, figures and years of arguments, pages, places, partners and items. Not the workshops,
/// whose times and seats are their own.
std::vector<Claim> claims(Catalog const&);

/// The numbers of a claim, in any language, that its rows do not have. A year that stands for the day of
/// looking up is in every row.
std::set<std::string> untraced(Claim const&, Catalog const&, FactRegister const&);

/// A line for each row that does not exist and each claim with numbers that no row of its own has. What an
/// exhibitor says without naming a row is not looked at.
std::vector<std::string> trace(Catalog const&, FactRegister const&);

}
