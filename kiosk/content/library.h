#pragma once
// Reads media/ into a Catalog. Blocking; call it off the UI thread once the screen is up.

#include "content/catalog.h"

#include <functional>

namespace kiosk {

/// How many pictures can be shown from a file: 1 of a picture, a document's pages. Fails with one sentence
/// that begins with the file's name. Content knows no picture formats; who has a decoder lends it this.
using PageCounter = std::function<Result<int>(std::filesystem::path const&)>;

/// Fails only if `media`/library.toml itself can't be read (file:line:col: what is wrong and what would be
/// right). Every other file that does not parse is left out and named in Catalog::problems; so is what leaves
/// out less than a file: a missing translation, or the name of an image that does not exist.
Result<Catalog> load_library(std::filesystem::path const& media);

/// Reads each folder of `playlists` into catalog.playlists, resolving names against the catalogue's images,
/// arguments, topics and workshops (pictures in a playlist's folder become Images with the id
/// "PLAYLIST/FILE", pages after the first "PLAYLIST/FILE#2" and so on). A playlist without items plays all
/// that can be shown from its folder in natural order. Faults go to catalog.problems: an item with one is
/// left out alone, a playlist only if it is no TOML or has nothing to play. Without `count_pages` documents,
/// and files whose ending tells nothing, are left out and counted in catalog.unread_files.
void load_playlists(std::filesystem::path const& playlists, Catalog& catalog,
                    PageCounter const& count_pages = {});

/// Reads one folder as load_playlists() reads each, whatever lies around it.
void load_playlist(std::filesystem::path const& folder, Catalog& catalog, PageCounter const& count_pages);

/// Library and playlists, one after the other. Fails as load_library does.
Result<Catalog> load_content(std::filesystem::path const& media, std::filesystem::path const& playlists,
                             PageCounter const& count_pages = {});

}
