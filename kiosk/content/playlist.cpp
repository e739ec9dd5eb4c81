#include "content/library_parts.h"
#include "content/playlist_folder.h"
#include "content/text_check.h"

#include <algorithm>

namespace kiosk {
namespace {

constexpr double default_seconds = 10;
constexpr int max_pages = 1000;

Millis as_duration(double seconds) { return Millis{std::int64_t(seconds * 1000 + 0.5)}; }

double read_duration(TableReader& in, double otherwise) { return in.number("duration", 2, 3600, otherwise); }

/// Exactly one kind of content makes an item.
void check_kind(TableReader& in) {
    std::string found;
    int kinds = 0;
    for (char const* kind : {"image", "text", "pdf", "argument", "page", "workshop"}) {
        if (!in.has(kind)) continue;
        found += (kinds++ ? " and " : "") + std::string(kind);
    }
    if (in.has("poll")) {
        in.complain(Grade::Fault, "poll", "polls are not played yet; delete this item");
    } else if (kinds != 1) {
        in.complain("an item has exactly one of image, text, pdf, argument, page, workshop; this one has " +
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
    // A page of a document has its words up to the edges.
    item.fit = in.has("pdf") && !in.has("fit") ? Fit::Contain : in.choice<Fit>("fit", {"cover", "contain"});
    item.transition = in.choice<Transition>("transition", {"crossfade", "cut", "slide"});
    item.motion = in.choice<Motion>("motion", {"none", "kenburns"});
    if (item.motion == Motion::KenBurns && (!in.has("image") || item.fit == Fit::Contain)) {
        in.complain(Grade::Fault, "motion",
                    "moves only an image that fills the screen; delete this line, or fit = \"contain\"");
    }
}

/// Where a touch leads, if the item does not say.
std::string own_topic(Item const& item, Catalog const& catalog) {
    if (!item.page.empty()) return item.page;
    Argument const* argument = catalog.argument(item.argument);
    return argument && catalog.topic(argument->topic) ? argument->topic : "";
}

/// All that an item says but for its document, which becomes as many items as it has pages.
Item read_item(TableReader& in, PlaylistFolder& folder, double seconds, Catalog& catalog) {
    Item item;
    check_kind(in);
    item.image = folder.image(in, "image", Grade::Fault);
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
    return item;
}

/// One item for each page, all alike; their numbers go on after that of the table in the list.
std::vector<Item> paged(Item const& item, std::vector<std::string> const& images) {
    std::vector<Item> items;
    for (std::string const& image : images) {
        items.push_back(item);
        items.back().image = image;
        if (images.size() > 1) items.back().id += "." + std::to_string(items.size());
    }
    return items;
}

void add_everything(Playlist& playlist, PlaylistFolder& folder, double seconds, Catalog const& catalog) {
    int number = 0;
    for (std::vector<std::string> const& images : folder.everything()) {
        Item item;
        item.id = folder.id() + "/" + std::to_string(++number);
        item.duration = as_duration(seconds);
        bool const is_logo = !images.empty() && images.front() == playlist.logo;
        if (is_logo) continue;
        if (images.size() > 1 || (!images.empty() && is_document(catalog.image(images.front())->file)))
            item.fit = Fit::Contain;
        std::ranges::move(paged(item, images), std::back_inserter(playlist.items));
    }
}

void read_items(Playlist& playlist, TableReader& in, PlaylistFolder& folder, double seconds,
                Findings const& findings, Catalog& catalog) {
    int number = 0;
    for (TableReader& table : in.tables("item")) {
        int const faults_before = findings.faults();
        Item item = read_item(table, folder, seconds, catalog);
        item.id = folder.id() + "/" + std::to_string(++number);
        std::vector<Item> items{item};
        if (table.has("pdf")) {
            std::vector<int> const only = table.whole_list("pages", 1, max_pages);
            items = paged(item, folder.pages(table, "pdf", only));
        }
        table.finish();
        if (findings.faults() == faults_before) std::ranges::move(items, std::back_inserter(playlist.items));
    }
}

void read_playlist_file(Playlist& playlist, PlaylistFolder& folder, TomlTable const& table,
                        Catalog& catalog) {
    NamedPath const& file = *folder.playlist_file();
    Findings findings{file.label, catalog.problems};
    TableReader in{table, {}, findings, catalog.languages};
    if (LocalizedText title = in.localized("title"); !title.empty()) playlist.title = std::move(title);
    playlist.exhibitor = in.text("exhibitor");
    playlist.logo = folder.image(in, "logo", Grade::Remark);
    playlist.share = in.number("share", 0.1, 100, 1);
    playlist.mode = in.choice<PlaylistMode>("mode", {"always", "fallback", "never"});
    playlist.order = in.choice<PlaylistOrder>("order", {"listed", "shuffled"});
    double const seconds = read_duration(in, default_seconds);
    if (in.has("item"))
        read_items(playlist, in, folder, seconds, findings, catalog);
    else
        add_everything(playlist, folder, seconds, catalog);
    in.finish();
    if (findings.faults() == 0) return;
    catalog.spoilt.push_back(file.label);
    folder.add_what_is_there();
}

void read_playlist(NamedPath const& path, PageCounter const& count_pages, Catalog& catalog) {
    if (auto unfit = unfit_for_screen(path.name())) {
        return tell(path, "the folder's name " + *unfit, catalog.problems);
    }

    PlaylistFolder folder{path, count_pages, catalog};
    Playlist playlist;
    playlist.id = folder.id();
    playlist.title = LocalizedText{folder.id()};
    if (auto const& file = folder.playlist_file()) {
        std::optional<TomlTable> table = read_toml_or_tell(*file, catalog);
        if (!table) return folder.add_what_is_there();
        read_playlist_file(playlist, folder, *table, catalog);
    } else {
        add_everything(playlist, folder, default_seconds, catalog);
    }
    if (!playlist.items.empty()) {
        catalog.playlists.push_back(std::move(playlist));
    } else if (!folder.waits()) {
        tell(path, "has nothing to play; lay pictures in it or write playlist.toml", catalog.problems);
    }
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

void load_playlists(std::filesystem::path const& folder, Catalog& catalog, PageCounter const& count_pages) {
    NamedPath const playlists = named(folder);
    catalog.playlists_label = playlists.label;
    std::error_code failed;
    if (!std::filesystem::is_directory(playlists.path, failed)) {
        return tell(playlists, "there is no such folder", catalog.problems);
    }
    for (NamedPath const& path : list_folder(playlists).folders) read_playlist(path, count_pages, catalog);
}

void load_playlist(std::filesystem::path const& folder, Catalog& catalog, PageCounter const& count_pages) {
    read_playlist(named(folder), count_pages, catalog);
}

Result<Catalog> load_content(std::filesystem::path const& media, std::filesystem::path const& playlists,
                             PageCounter const& count_pages) {
    auto catalog = load_library(media);
    if (catalog) load_playlists(playlists, *catalog, count_pages);
    return catalog;
}

}
