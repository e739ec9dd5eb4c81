#pragma once
// Finding and reading the files that people lay into media/ and playlists/. Blocking.

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

/// A file or folder together with the name that messages call it by: "media/arguments/a.toml", the same on
/// every machine.
struct NamedPath {
    std::filesystem::path path;
    std::string label;

    NamedPath operator/(std::string_view name) const;
    /// The name without folder and ending: "a".
    std::string stem() const { return path.stem().string(); }
    std::string name() const { return path.filename().string(); }
};

/// `folder` labelled with its own name, whatever the way to it.
NamedPath named(std::filesystem::path const& folder);

/// What lies in a folder, in natural order ("2.jpg" before "10.jpg"), without hidden files. Links are
/// followed.
struct Listing {
    std::vector<NamedPath> files, folders;
};
/// A folder that is missing or can't be read gives an empty listing.
Listing list_folder(NamedPath const& folder);

/// A whole text file of at most 1 MB. Fails with Kind::NotFound, Unreadable or Refused (too large).
Result<std::string> read_text(NamedPath const& file);

/// True for the endings of pictures that can be shown: svg png jpg jpeg webp gif bmp tif tiff heic heif avif.
bool is_picture(std::filesystem::path const& file);
/// True for the ending of documents whose pages can be shown: pdf.
bool is_document(std::filesystem::path const& file);

/// Differs, as far as the file system tells, whenever the file does; 0 if there is none.
std::uint64_t file_stamp(std::filesystem::path const& file);

/// True if `file`, after following links, still lies in `folder`.
bool stays_inside(std::filesystem::path const& folder, std::filesystem::path const& file);

/// Order of names as people count: runs of digits by their value, capitals as small letters.
bool natural_less(std::string_view a, std::string_view b);

}
