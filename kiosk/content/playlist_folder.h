#pragma once
// What lies in a playlist's folder, and how its files become images of the catalogue. Blocking.

#include "content/library.h"
#include "content/table_reader.h"

namespace kiosk {

class PlaylistFolder {
public:
    /// Reads the listing; what can't be part of a playlist gets a line in the problems. `catalog` and
    /// `count_pages` must outlive this.
    PlaylistFolder(NamedPath const& path, PageCounter const& count_pages, Catalog& catalog);

    NamedPath const& path() const { return m_path; }
    std::string const& id() const { return m_id; }
    std::optional<NamedPath> const& playlist_file() const { return m_playlist_file; }
    /// True if a file waits for somebody who can look into it.
    bool waits() const { return m_waits; }

    /// The image that `key` names, one of this folder before one of the library. "" and a finding of `grade`
    /// if there is none, or if the file can't be used.
    std::string image(TableReader&, std::string_view key, Grade);
    /// The images of the pages of the document that `key` names, of those alone that `only` lists (from 1) if
    /// it is not empty. Empty, and a finding, if there are none.
    std::vector<std::string> pages(TableReader&, std::string_view key, std::vector<int> const& only);
    /// The images of everything that can be shown, in natural order of the names: a picture is one, a
    /// document one for each page.
    std::vector<std::vector<std::string>> everything();

    /// Adds the images of all that is known by its ending: a list that can't be read may have named any.
    void add_what_is_there();

private:
    enum class Sort { Picture, Document, Unknown };
    struct File {
        NamedPath path;
        Sort sort;
        std::string name() const { return path.name(); }
    };

    std::string add(File const&, int page);
    std::vector<std::string> add_all(File const&);
    Result<int> page_count(File const&);
    void take(NamedPath file);

    NamedPath m_path;
    std::string m_id;
    PageCounter const& m_count_pages;
    Catalog& m_catalog;
    std::vector<File> m_files;
    std::optional<NamedPath> m_playlist_file;
    bool m_waits = false;
};

}
