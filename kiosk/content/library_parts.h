#pragma once
// The readers that library.cpp and playlist.cpp put together. Each adds what it can read to the catalogue and
// a line for each fault to catalog.problems. Blocking.

#include "content/table_reader.h"

namespace kiosk {

/// Pictures in media/images, each with NAME.toml beside it. A picture whose description is missing or broken
/// is kept as a decorative one: seen by those who see, passed over by speech.
void read_images(NamedPath const& folder, std::string const& licence, Catalog&);

/// One picture and, if there is one, its description beside it. Nothing if the file can't be taken.
std::optional<Image> read_picture(NamedPath const& file, std::string id, std::string const& licence,
                                  Catalog&);

/// media/languages/LANG/*.toml into catalog.phrases, compared with the first language.
void read_phrases(NamedPath const& folder, Catalog&);

/// Every *.geojson of media/map into catalog.map.
void read_map(NamedPath const& folder, Catalog&);

/// The tables [[source]] of an argument or a fact.
std::vector<Source> read_sources(TableReader&);

/// One file each; faults go to the reader's findings. `pages` are the ids that an argument's topic may have.
Argument read_argument(std::string id, TableReader&, Catalog const&, Names const& pages);
Topic read_topic(std::string id, TableReader&, Catalog const&);
Place read_place(std::string id, TableReader&, Catalog const&);
Workshop read_workshop(std::string id, TableReader&, Catalog const&);
Partner read_partner(std::string id, TableReader&);
Contact read_contact(std::string id, TableReader&);
Notice read_notice(std::string id, TableReader&);

/// media/privacy.toml, after the workshops. Nothing, and lines that say why, if it can't be used.
std::optional<Privacy> read_privacy(NamedPath const& file, Catalog&);

/// Sorts every list as Catalog says.
void put_in_order(Catalog&);

/// The windows of a playlist's item.
std::vector<Window> read_windows(TableReader& item);

}
