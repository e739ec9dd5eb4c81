#include "content/playlist_folder.h"

#include "content/library_parts.h"
#include "content/text_check.h"

#include <algorithm>

namespace kiosk {
namespace {

/// Descriptions of pictures, notes, and what Windows leaves behind.
bool belongs_to_something_else(NamedPath const& file) {
    std::string const ending = file.path.extension().string();
    return ending == ".toml" || ending == ".txt" || ending == ".md" || file.name() == "Thumbs.db" ||
           file.name() == "desktop.ini";
}

bool is_path(std::string const& name) { return name.find('/') != name.npos; }

}

PlaylistFolder::PlaylistFolder(NamedPath const& path, PageCounter const& count_pages, Catalog& catalog)
    : m_path(path), m_id(path.name()), m_count_pages(count_pages), m_catalog(catalog) {
    for (NamedPath& file : list_folder(path).files) take(std::move(file));
}

void PlaylistFolder::take(NamedPath file) {
    std::error_code failed;
    if (std::filesystem::is_symlink(file.path, failed) && !stays_inside(m_path.path, file.path)) {
        tell(file, "is a link that leads out of the folder or nowhere; copy the file here",
             m_catalog.problems);
    } else if (is_picture(file.path)) {
        m_files.push_back({std::move(file), Sort::Picture});
    } else if (is_document(file.path)) {
        m_files.push_back({std::move(file), Sort::Document});
    } else if (file.name() == "playlist.toml") {
        m_playlist_file = std::move(file);
    } else if (!belongs_to_something_else(file)) {
        m_files.push_back({std::move(file), Sort::Unknown});
    }
}

/// Adds a picture, or a page of a document, to the catalogue, once. Its image id, or "" with a line in the
/// problems.
std::string PlaylistFolder::add(File const& file, int page) {
    std::string const first = m_id + "/" + file.name();
    std::string const id = page > 0 ? first + "#" + std::to_string(page + 1) : first;
    if (m_catalog.image(id)) return id;
    Image const* known = m_catalog.image(first);
    std::optional<Image> image = known ? *known : read_picture(file.path, first, "", m_catalog);
    if (!image) return "";
    image->id = id;
    image->page = page;
    m_catalog.images.emplace(id, std::move(*image));
    return id;
}

/// Files whose names leave it open are looked into. 0: nobody is here who could.
Result<int> PlaylistFolder::page_count(File const& file) {
    if (file.sort == Sort::Picture) return 1;
    if (m_count_pages) return m_count_pages(file.path.path);
    m_waits = true;
    ++m_catalog.unread_files;
    return 0;
}

std::vector<std::string> PlaylistFolder::add_all(File const& file) {
    std::vector<std::string> ids;
    Result<int> const count = page_count(file);
    if (!count)
        m_catalog.problems.push_back({file.path.label, m_path.label + "/" + count.error().what});
    else
        for (int page = 0; page < *count; ++page) ids.push_back(add(file, page));
    std::erase(ids, "");
    return ids;
}

std::vector<std::vector<std::string>> PlaylistFolder::everything() {
    std::vector<std::vector<std::string>> all;
    for (File const& file : m_files) all.push_back(add_all(file));
    return all;
}

void PlaylistFolder::add_what_is_there() {
    for (File const& file : m_files) {
        Result<int> const count = file.sort == Sort::Unknown ? 0 : page_count(file);
        for (int page = 0; count && page < *count; ++page) add(file, page);
    }
}

std::string PlaylistFolder::image(TableReader& in, std::string_view key, Grade grade) {
    std::string name = in.text(key);
    if (name.empty()) return "";
    auto complain = [&](std::string const& what) {
        in.complain(grade, key, what);
        return std::string{};
    };
    if (is_path(name)) {
        return complain("expected a file of this folder or an image of the library, got \"" +
                        shown_safely(name) + "\"");
    }
    auto file = std::ranges::find(m_files, name, &File::name);
    if (file != m_files.end()) {
        if (file->sort == Sort::Document) return complain("is a document; write pdf = " + toml_quoted(name));
        std::string id = add(*file, 0);
        return id.empty() ? complain("the picture \"" + shown_safely(name) + "\" can't be used") : id;
    }
    if (m_catalog.image(name)) return name;
    Names known = ids_of(m_catalog.images);
    std::erase_if(known, is_path);
    for (File const& picture : m_files) known.push_back(picture.name());
    return complain("no picture \"" + shown_safely(name) + "\" in this folder or the library" +
                    suggestion(name, known));
}

std::vector<std::string> PlaylistFolder::pages(TableReader& in, std::string_view key,
                                               std::vector<int> const& only) {
    std::string const name = in.text(key);
    if (name.empty()) return {};
    auto complain = [&](std::string const& what) {
        in.complain(Grade::Fault, key, what);
        return std::vector<std::string>{};
    };
    auto file = std::ranges::find(m_files, name, &File::name);
    if (file == m_files.end()) {
        Names known;
        for (File const& each : m_files) known.push_back(each.name());
        return complain("no file \"" + shown_safely(name) + "\" in this folder" + suggestion(name, known));
    }
    Result<int> const count = page_count(*file);
    if (!count) return complain(count.error().what);
    for (int const page : only) {
        if (*count > 0 && page > *count)
            in.complain(Grade::Remark, "pages",
                        "\"" + shown_safely(name) + "\" has no page " + std::to_string(page));
    }
    std::vector<std::string> ids;
    for (int page = 1; page <= *count; ++page) {
        if (only.empty() || std::ranges::find(only, page) != only.end()) ids.push_back(add(*file, page - 1));
    }
    std::erase(ids, "");
    if (ids.empty() && *count > 0) {
        return complain("\"" + shown_safely(name) + "\" has " + std::to_string(*count) +
                        " pages; none of them is in \"pages\"");
    }
    return ids;
}

}
