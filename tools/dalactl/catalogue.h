#pragma once
// The catalogue: arguments and pictures of the library on paper, for members who want to use them.

#include "content/catalog.h"

#include <chrono>
#include <set>
#include <string>

namespace kiosk {

/// What goes into the catalogue.
struct Selection {
    std::set<std::string> arguments, pictures;  ///< Ids.
};

/// One HTML page in all languages of the library, made for A4: no script, no address that is loaded but the
/// pictures', which lie in "pictures/" beside it. Its words are the phrases "catalogue.…". What has expired
/// by `today` says so.
std::string catalogue_html(Catalog const&, Selection const&, std::chrono::sys_days today);

/// The file of a picture in "pictures/".
std::string exported_name(Image const&);

/// "Kalle Kula, CC BY 4.0": whom to name, and the licence.
std::string credit_line(Image const&);

/// "Region Dalarna, 2024": name and year of a source, as far as they are known.
std::string said_source(std::string const& name, std::string const& year);

}
