#include "content/library.h"

#include "content/library_parts.h"

#include <algorithm>

namespace kiosk {
namespace {

/// Reads every *.toml of a folder: `read` makes a value of it, `keep` gets it if it has no fault.
template <class Read, class Keep>
void read_folder(NamedPath const& folder, Catalog& catalog, Read read, Keep keep) {
    for (NamedPath const& file : list_folder(folder).files) {
        if (file.path.extension() == ".md") continue;
        if (file.path.extension() != ".toml") {
            tell(file, "is not read; a file here must end in .toml", catalog.problems);
            continue;
        }
        std::optional<TomlTable> table = read_toml_or_tell(file, catalog);
        if (!table) continue;
        Findings findings{file.label, catalog.problems};
        TableReader in{*table, {}, findings, catalog.languages};
        auto value = read(file.stem(), in);
        in.finish();
        if (findings.faults() == 0)
            keep(std::move(value));
        else
            catalog.spoilt.push_back(file.label);
    }
}

template <class Read, class Value>
void read_list(NamedPath const& folder, Catalog& catalog, std::vector<Value>& list, Read read) {
    read_folder(folder, catalog, read, [&](Value value) { list.push_back(std::move(value)); });
}

bool is_language_tag(std::string_view tag) {
    auto small = [](char c) { return c >= 'a' && c <= 'z'; };
    auto allowed = [&](char c) { return small(c) || (c >= 'A' && c <= 'Z') || c == '-'; };
    return tag.size() >= 2 && tag.size() <= 35 && small(tag[0]) && std::ranges::all_of(tag, allowed);
}

/// library.toml: everything else leans on it. Gives the default licence.
Result<std::string> read_library_file(NamedPath const& file, Catalog& catalog) {
    Result<TomlTable> table = read_toml(file);
    if (!table) return table.error();
    Findings findings{file.label, catalog.problems};
    TableReader in{*table, {}, findings, catalog.languages};
    for (PlacedText const& tag : in.placed_words("languages")) {
        if (is_language_tag(tag.text))
            catalog.languages.push_back(tag.text);
        else
            findings.fault(tag.at,
                           "key \"languages\": expected a tag such as \"sv\", got \"" + tag.text + "\"");
    }
    if (catalog.languages.empty() && findings.faults() == 0) {
        in.complain(Grade::Fault, "languages", "names no language; expected a list such as [\"sv\", \"en\"]");
    }
    catalog.name = in.localized("name", Need::Required);
    std::string licence = in.text("licence");
    in.finish();
    if (findings.faults() > 0) return Error{Kind::Invalid, catalog.problems.front().what};
    return licence;
}

/// The ids that pages will have. Arguments name their page and pages their arguments; going by file names
/// breaks the circle, and a page that can't be read does not count against its arguments.
Names stems(NamedPath const& folder) {
    Names names;
    for (NamedPath const& file : list_folder(folder).files) {
        if (file.path.extension() == ".toml") names.push_back(file.stem());
    }
    return names;
}

void read_texts(NamedPath const& media, Catalog& catalog) {
    Names const pages = stems(media / "pages");
    read_folder(
        media / "arguments", catalog,
        [&](std::string id, TableReader& in) { return read_argument(std::move(id), in, catalog, pages); },
        [&](Argument argument) { catalog.arguments.emplace(argument.id, std::move(argument)); });
    read_list(media / "pages", catalog, catalog.topics,
              [&](std::string id, TableReader& in) { return read_topic(std::move(id), in, catalog); });
    read_list(media / "places", catalog, catalog.places,
              [&](std::string id, TableReader& in) { return read_place(std::move(id), in, catalog); });
    read_list(media / "workshops", catalog, catalog.workshops,
              [&](std::string id, TableReader& in) { return read_workshop(std::move(id), in, catalog); });
    read_list(media / "partners", catalog, catalog.partners, read_partner);
    read_list(media / "contacts", catalog, catalog.contacts, read_contact);
    read_list(media / "notices", catalog, catalog.notices, read_notice);
}

}

void put_in_order(Catalog& catalog) {
    std::ranges::stable_sort(catalog.topics, {}, &Topic::order);
    std::ranges::stable_sort(catalog.places, {}, &Place::name);
    std::ranges::stable_sort(catalog.workshops, {}, [](Workshop const& w) { return w.starts.at; });
    std::ranges::stable_sort(catalog.partners, {}, &Partner::order);
    std::ranges::stable_sort(catalog.contacts, {}, &Contact::order);
    std::ranges::stable_sort(catalog.notices, {}, &Notice::order);
    std::ranges::stable_sort(catalog.playlists, natural_less, &Playlist::id);
}

Result<Catalog> load_library(std::filesystem::path const& folder) {
    NamedPath const media = named(folder);
    Catalog catalog;
    catalog.media_label = media.label;
    Result<std::string> licence = read_library_file(media / "library.toml", catalog);
    if (!licence) return licence.error();
    catalog.licence = *licence;
    read_phrases(media / "languages", catalog);
    read_images(media / "images", catalog.licence, catalog);
    read_map(media / "map", catalog);
    read_texts(media, catalog);
    catalog.privacy = read_privacy(media / "privacy.toml", catalog);
    put_in_order(catalog);
    return catalog;
}

}
