#pragma once
// tests/fixtures/library in the product's own words, in a folder of its own, to be changed at will.

#include "content/temp_folder.h"

#include <doctest/doctest.h>

namespace kiosk {

struct SmallLibrary {
    SmallLibrary() {
        std::filesystem::path const source = DALA_SOURCE_DIR;
        auto const deep = std::filesystem::copy_options::recursive;
        std::filesystem::copy(source / "tests/fixtures/library", folder.path(), deep);
        std::filesystem::copy(source / "media/languages", media() / "languages", deep);
    }

    std::filesystem::path media() const { return folder.path() / "media"; }
    std::filesystem::path playlists() const { return folder.path() / "playlists"; }

    void replace(std::string const& file, std::string const& from, std::string const& to) const {
        std::string text = folder.read(file);
        REQUIRE_MESSAGE(text.find(from) != text.npos, file << " has no " << from);
        folder.write(file, text.replace(text.find(from), from.size(), to));
    }

    TempFolder folder;
};

}
