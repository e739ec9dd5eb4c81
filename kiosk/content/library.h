#pragma once
// Reads media/ into a Catalog. Blocking; call it off the UI thread once the screen is up.

#include "content/catalog.h"

namespace kiosk {

/// Fails only if `media`/library.toml itself can't be read (file:line:col: what is wrong and what would be
/// right). Every other file that does not parse is left out and named in Catalog::problems; so is what leaves
/// out less than a file: a missing translation, or the name of an image that does not exist.
Result<Catalog> load_library(std::filesystem::path const& media);

/// Reads each folder of `playlists` into catalog.playlists, resolving names against the catalogue's images,
/// arguments, topics and workshops (pictures in a playlist's folder become Images with the id
/// "PLAYLIST/FILE"). A playlist without items plays the pictures of its folder in natural order. Faults go to
/// catalog.problems: an item with one is left out alone, a playlist only if it is no TOML or has nothing to
/// play.
void load_playlists(std::filesystem::path const& playlists, Catalog& catalog);

/// Reads one folder as load_playlists() reads each, whatever lies around it.
void load_playlist(std::filesystem::path const& folder, Catalog& catalog);

/// Library and playlists, one after the other. Fails as load_library does.
Result<Catalog> load_content(std::filesystem::path const& media, std::filesystem::path const& playlists);

}
