#pragma once
// The catalogues that tests of the screens and of visits use.

#include "content/library.h"
#include "state/model.h"

#include <doctest/doctest.h>

namespace kiosk {

inline Catalog library_in(std::filesystem::path const& media) {
    Result<Catalog> catalog = load_library(std::filesystem::path(DALA_SOURCE_DIR) / media);
    REQUIRE_MESSAGE(catalog.has_value(), catalog.error().what);
    return *std::move(catalog);
}

/// One item of every kind, template and ground; its names are known to both libraries.
inline void add_every_kind(Catalog& catalog) {
    load_playlists(std::filesystem::path(DALA_SOURCE_DIR) / "tests/fixtures/library/playlists", catalog);
}

/// What comes with the product.
inline Catalog shipped_library() {
    Catalog catalog = library_in("media");
    load_playlists(std::filesystem::path(DALA_SOURCE_DIR) / "playlists", catalog);
    return catalog;
}

/// tests/fixtures/library, in the product's own words.
inline Catalog small_library() {
    Catalog catalog = library_in("tests/fixtures/library/media");
    add_every_kind(catalog);
    catalog.phrases = library_in("media").phrases;
    return catalog;
}

/// A 24-inch screen of that size, lying or standing.
inline Glass glass_of(Size px) {
    Glass glass{.px = px};
    if (px.h > px.w) std::swap(glass.width_mm, glass.height_mm);
    return glass;
}

}
