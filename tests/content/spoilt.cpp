#include "content/spoilt.h"

#include <doctest/doctest.h>

namespace kiosk {
namespace {

std::string lines_after(Spoilt const& spoilt) {
    TempFolder folder;
    write_sound_library(folder);
    spoil(folder, spoilt.file, spoilt.from, spoilt.to);
    Result<Catalog> catalog = load_library(folder.path() / "media");
    return catalog ? problems_of(*catalog) : "FATAL " + catalog.error().what + "\n";
}

}

void spoil(TempFolder const& folder, std::string const& file, std::string const& from,
           std::string const& to) {
    std::string text = to;
    if (!from.empty()) {
        text = folder.read(file);
        REQUIRE_MESSAGE(text.find(from) != text.npos, file << " has no " << from);
        text.replace(text.find(from), from.size(), to);
    }
    folder.write(file, text);
}

void check_all(std::vector<Spoilt> const& all) {
    for (Spoilt const& spoilt : all) {
        CAPTURE(spoilt.file);
        CAPTURE(spoilt.to);
        CHECK(lines_after(spoilt) == joined(spoilt.lines));
    }
}

}
