#include "content/library.h"
#include "content/library_parts.h"
#include "content/text_check.h"

#include <algorithm>

namespace kiosk {
namespace {

constexpr double default_seconds = 10;

/// One folder on its way into the catalogue.
struct Folder {
    NamedPath path;
    std::string id;
    std::vector<NamedPath> pictures;
    std::optional<NamedPath> playlist_file;
};

Millis as_duration(double seconds) { return Millis{std::int64_t(seconds * 1000 + 0.5)}; }

double read_duration(TableReader& in, double otherwise) { return in.number("duration", 2, 3600, otherwise); }

/// Adds a picture of the folder to the catalogue, once. Its image id, or "" with a line in the problems.
std::string add_picture(Folder const& folder, NamedPath const& file, Catalog& catalog) {
    std::string id = folder.id + "/" + file.name();
    if (catalog.image(id)) return id;
    std::optional<Image> image = read_picture(file, id, "", catalog);
    if (!image) return "";
    catalog.images.emplace(id, std::move(*image));
    return id;
}

/// A picture of this folder goes before one of the library.
std::string read_image(TableReader& in, std::string_view key, Folder const& folder, Catalog& catalog,
                       Grade grade) {
    std::string name = in.text(key);
    if (name.empty()) return "";
    if (name.find('/') != name.npos) {
        in.complain(grade, key,
                    "expected a file of this folder or an image of the library, got \"" + shown_safely(name) +
                        "\"");
        return "";
    }
    auto file = std::ranges::find(folder.pictures, name, &NamedPath::name);
    if (file == folder.pictures.end()) {
        if (catalog.image(name)) return name;
        Names known = ids_of(catalog.images);
        std::erase_if(known, [](std::string const& id) { return id.find('/') != id.npos; });
        for (NamedPath const& picture : folder.pictures) known.push_back(picture.name());
        in.complain(grade, key,
                    "no picture \"" + shown_safely(name) + "\" in this folder or the library" +
                        suggestion(name, known));
        return "";
    }
    std::string id = add_picture(folder, *file, catalog);
    if (id.empty()) in.complain(grade, key, "the picture \"" + shown_safely(name) + "\" can't be used");
    return id;
}

/// Exactly one kind of content makes an item.
void check_kind(TableReader& in) {
    std::string found;
    int kinds = 0;
    for (char const* kind : {"image", "text", "argument", "page", "workshop"}) {
        if (!in.has(kind)) continue;
        found += (kinds++ ? " and " : "") + std::string(kind);
    }
    if (in.has("pdf")) {
        in.complain(Grade::Fault, "pdf",
                    "PDF files are not played yet; export each page as PNG and write image = …");
    } else if (in.has("poll")) {
        in.complain(Grade::Fault, "poll", "polls are not played yet; delete this item");
    } else if (kinds != 1) {
        in.complain("an item has exactly one of image, text, argument, page, workshop; this one has " +
                    (kinds ? found : "none"));
    }
}

Names const templates{"headline", "quote", "figure", "list", "question"};

/// What only one template has a place for.
constexpr std::pair<char const*, TextTemplate> keys_of_templates[] = {
    {"by", TextTemplate::Quote},      {"unit", TextTemplate::Figure}, {"year", TextTemplate::Figure},
    {"source", TextTemplate::Figure}, {"points", TextTemplate::List}, {"answer", TextTemplate::Question}};

void check_keys_of_templates(Item const& item, TableReader& in) {
    bool const is_text = in.has("text");
    if (!is_text && in.has("template"))
        in.complain(Grade::Fault, "template", "is for a text; this item has none");
    for (auto const& [key, owner] : keys_of_templates) {
        if (!in.has(key) || (is_text && item.text_template == owner)) continue;
        in.complain(Grade::Fault, key,
                    "belongs to a text with template = \"" + templates[std::size_t(owner)] +
                        "\"; write that, or delete this line");
    }
}

void read_text(Item& item, TableReader& in) {
    constexpr std::size_t fewest_points = 2, most_points = 6;
    item.text_template = in.choice<TextTemplate>("template", templates);
    check_keys_of_templates(item, in);
    if (!in.has("text")) return;
    bool const is_figure = item.text_template == TextTemplate::Figure;
    Need const in_figures = is_figure ? Need::Required : Need::Optional;
    item.text = in.localized("text", Need::Required);
    item.by = in.text("by");
    item.unit = in.localized("unit", in_figures);
    item.year = in.text("year");
    item.source = in.text("source", in_figures);
    item.points = in.localized_list("points");
    item.answer = in.localized("answer");
    bool const fits = item.points.size() >= fewest_points && item.points.size() <= most_points;
    if (item.text_template == TextTemplate::List && !fits)
        in.complain(Grade::Fault, "points",
                    "expected 2 to 6 texts, got " + std::to_string(item.points.size()));
    if (item.text_template == TextTemplate::Question && !in.has("topic") && !in.has("answer")) {
        in.complain(Grade::Fault, "topic",
                    "is missing; name the page that answers the question, or write answer = …");
    }
}

void read_looks(Item& item, TableReader& in) {
    item.kicker = in.localized("kicker");
    item.headline = in.localized("headline");
    item.ground = in.choice<Ground>("ground", {"falu", "spruce", "siljan", "birch"});
    item.fit = in.choice<Fit>("fit", {"cover", "contain"});
    item.transition = in.choice<Transition>("transition", {"crossfade", "cut", "slide"});
    item.motion = in.choice<Motion>("motion", {"none", "kenburns"});
}

/// Where a touch leads, if the item does not say.
std::string own_topic(Item const& item, Catalog const& catalog) {
    if (!item.page.empty()) return item.page;
    Argument const* argument = catalog.argument(item.argument);
    return argument && catalog.topic(argument->topic) ? argument->topic : "";
}

Item read_item(TableReader& in, Folder const& folder, double seconds, Catalog& catalog) {
    Item item;
    check_kind(in);
    item.image = read_image(in, "image", folder, catalog, Grade::Fault);
    read_text(item, in);
    item.argument = in.reference("argument", "argument", ids_of(catalog.arguments), Grade::Fault);
    item.page = in.reference("page", "page", ids_of(catalog.topics), Grade::Fault);
    item.workshop = in.reference("workshop", "workshop", ids_of(catalog.workshops), Grade::Fault);
    read_looks(item, in);
    item.duration = as_duration(read_duration(in, seconds));
    item.topic = in.reference("topic", "page", ids_of(catalog.topics), Grade::Remark);
    if (item.topic.empty()) item.topic = own_topic(item, catalog);
    item.qr = in.reference("qr", "workshop", ids_of(catalog.workshops), Grade::Remark);
    item.enabled = in.flag("enabled", true);
    item.windows = read_windows(in);
    item.expires = in.date("expires");
    item.fact = in.text("fact");
    item.max_per_hour = in.whole("max_per_hour", 1, 1000, 0);
    in.finish();
    return item;
}

void add_pictures(Playlist& playlist, Folder const& folder, double seconds, Catalog& catalog) {
    int number = 0;
    for (NamedPath const& picture : folder.pictures) {
        Item item;
        item.id = folder.id + "/" + std::to_string(++number);
        item.image = add_picture(folder, picture, catalog);
        item.duration = as_duration(seconds);
        bool is_logo = item.image == playlist.logo;
        if (!item.image.empty() && !is_logo) playlist.items.push_back(std::move(item));
    }
}

void read_playlist_file(Playlist& playlist, Folder const& folder, TomlTable const& table, Catalog& catalog) {
    Findings findings{folder.path.label + "/playlist.toml", catalog.problems};
    TableReader in{table, {}, findings, catalog.languages};
    if (LocalizedText title = in.localized("title"); !title.empty()) playlist.title = std::move(title);
    playlist.exhibitor = in.text("exhibitor");
    playlist.logo = read_image(in, "logo", folder, catalog, Grade::Remark);
    playlist.share = in.number("share", 0.1, 100, 1);
    playlist.mode = in.choice<PlaylistMode>("mode", {"always", "fallback", "never"});
    playlist.order = in.choice<PlaylistOrder>("order", {"listed", "shuffled"});
    double const seconds = read_duration(in, default_seconds);
    if (!in.has("item")) add_pictures(playlist, folder, seconds, catalog);
    int number = 0;
    for (TableReader& table_of_item : in.tables("item")) {
        int const faults_before = findings.faults();
        Item item = read_item(table_of_item, folder, seconds, catalog);
        item.id = folder.id + "/" + std::to_string(++number);
        if (findings.faults() == faults_before) playlist.items.push_back(std::move(item));
    }
    in.finish();
}

/// Descriptions of pictures, notes, and what Windows leaves behind.
bool belongs_to_something_else(NamedPath const& file) {
    std::string const ending = file.path.extension().string();
    return ending == ".toml" || ending == ".txt" || ending == ".md" || file.name() == "Thumbs.db" ||
           file.name() == "desktop.ini";
}

Folder look_into(NamedPath const& path, Catalog& catalog) {
    Folder folder{path, path.name(), {}, {}};
    auto report = [&](NamedPath const& file, std::string const& what) { tell(file, what, catalog.problems); };
    for (NamedPath& file : list_folder(path).files) {
        if (!stays_inside(path.path, file.path)) {
            report(file, "is a link that leads out of the folder or nowhere; copy the file here");
        } else if (is_picture(file.path)) {
            folder.pictures.push_back(std::move(file));
        } else if (file.name() == "playlist.toml") {
            folder.playlist_file = std::move(file);
        } else if (!belongs_to_something_else(file)) {
            report(file, "can't be shown; export it as PNG, JPEG, WebP or SVG");
        }
    }
    return folder;
}

void read_playlist(NamedPath const& path, Catalog& catalog) {
    if (auto unfit = unfit_for_screen(path.name())) {
        return tell(path, "the folder's name " + *unfit, catalog.problems);
    }

    Folder const folder = look_into(path, catalog);
    Playlist playlist;
    playlist.id = folder.id;
    playlist.title = LocalizedText{folder.id};
    if (folder.playlist_file) {
        std::optional<TomlTable> table = read_toml_or_tell(*folder.playlist_file, catalog.problems);
        if (!table) return;
        read_playlist_file(playlist, folder, *table, catalog);
    } else {
        add_pictures(playlist, folder, default_seconds, catalog);
    }
    if (playlist.items.empty()) {
        return tell(path, "has nothing to play; lay pictures in it or write playlist.toml", catalog.problems);
    }
    catalog.playlists.push_back(std::move(playlist));
}

}

std::vector<Window> read_windows(TableReader& item) {
    std::vector<Window> windows;
    for (TableReader& in : item.tables("windows")) {
        Window window;
        window.days = in.whole_list("days", 1, 7);
        window.from = in.clock("from");
        window.to = in.clock("to");
        window.start = in.date("start");
        window.end = in.date("end");
        in.finish();
        if (window.from && window.from == window.to)
            in.complain(Grade::Fault, "to", "must differ from \"from\"");
        if (window.start && window.end && *window.end <= *window.start) {
            in.complain(Grade::Fault, "end",
                        "must be later than start; it is the first day without the item");
        }
        windows.push_back(std::move(window));
    }
    return windows;
}

void load_playlists(std::filesystem::path const& folder, Catalog& catalog) {
    NamedPath const playlists = named(folder);
    catalog.playlists_label = playlists.label;
    std::error_code failed;
    if (!std::filesystem::is_directory(playlists.path, failed)) {
        return tell(playlists, "there is no such folder", catalog.problems);
    }
    for (NamedPath const& path : list_folder(playlists).folders) read_playlist(path, catalog);
}

void load_playlist(std::filesystem::path const& folder, Catalog& catalog) {
    read_playlist(named(folder), catalog);
}

Result<Catalog> load_content(std::filesystem::path const& media, std::filesystem::path const& playlists) {
    auto catalog = load_library(media);
    if (catalog) load_playlists(playlists, *catalog);
    return catalog;
}

}
