#include "dalactl/library.h"

#include "content/library.h"
#include "content/nearest.h"
#include "content/search.h"
#include "content/text_check.h"
#include "dalactl/library_export.h"
#include "dalactl/table.h"

#include <algorithm>
#include <iostream>

namespace kiosk {
namespace {

int complain(std::string const& sentence) {
    std::cerr << "dalactl: " << sentence << "\n";
    return 1;
}

std::string joined(std::vector<std::string> const& words) {
    std::string list;
    for (std::string const& word : words) list += (list.empty() ? "" : ", ") + word;
    return list;
}

/// So much of a title that the table stays a table.
std::string cut(std::string const& title) {
    constexpr std::size_t most = 64;
    std::size_t at = 0, characters = 0;
    while (at < title.size() && characters < most) {
        if (!take_code_point(title, at)) ++at;
        ++characters;
    }
    return at < title.size() ? title.substr(0, at) + "…" : title;
}

Row row_of(Asset const& asset, LibraryJob const& job) {
    std::string const& title = asset.title.in(job.language);
    return {std::string(name_of(asset.id.kind)), asset.id.id, title.empty() ? "(decoration)" : cut(title),
            joined(asset.tags),
            asset.licence + (asset.expires ? ", " : "") + said_expiry(asset.expires, job.today)};
}

int print_rows(std::vector<Row> rows, std::string const& none) {
    if (rows.empty()) return complain(none);
    rows.insert(rows.begin(), {"kind", "id", "title", "tags", "licence"});
    std::cout << table(rows);
    return 0;
}

int list(Catalog const& catalog, LibraryJob const& job) {
    std::vector<Row> rows;
    for (Asset const& asset : assets(catalog)) {
        bool const of_kind = job.kind.empty() || name_of(asset.id.kind) == job.kind;
        bool const tagged = job.tag.empty() || std::ranges::any_of(asset.tags, [&](std::string const& tag) {
                                return folded(tag) == folded(job.tag);
                            });
        if (of_kind && tagged) rows.push_back(row_of(asset, job));
    }
    return print_rows(std::move(rows), "nothing is like that; dalactl library list shows everything");
}

int find(Catalog const& catalog, LibraryJob const& job) {
    std::string words;
    for (std::string const& word : job.words) words += word + " ";
    std::vector<Row> rows;
    for (Hit const& hit : search(catalog, words)) rows.push_back(row_of(hit.asset, job));
    return print_rows(std::move(rows), "nothing holds all of these words; try fewer, or parts of them");
}

/// An argument and a picture may share an id: all that have it.
std::vector<Asset> named(Catalog const& catalog, std::string const& id) {
    std::vector<Asset> found;
    for (Asset& asset : assets(catalog)) {
        if (asset.id.id == id) found.push_back(std::move(asset));
    }
    Image const* exhibitors = is_exhibitors(id) ? catalog.image(id) : nullptr;
    if (exhibitors) found.push_back(asset_of(*exhibitors));
    return found;
}

int tell_unknown(Catalog const& catalog, std::string const& id) {
    Names known;
    for (Asset const& asset : assets(catalog)) known.push_back(asset.id.id);
    return complain("nothing has the id \"" + id + "\"" + suggestion(id, known));
}

/// `tell` prints about one asset; every id must lead to one.
template <class Tell> int for_each_named(Catalog const& catalog, LibraryJob const& job, Tell tell) {
    int code = 0;
    for (std::string const& id : job.words) {
        std::vector<Asset> const found = named(catalog, id);
        if (found.empty()) code = tell_unknown(catalog, id);
        for (Asset const& asset : found) tell(asset);
    }
    return code;
}

int show(Catalog const& catalog, LibraryJob const& job) {
    std::vector<Use> const all = uses(catalog);
    char const* between = "";
    return for_each_named(catalog, job, [&](Asset const& asset) {
        std::cout << between << sheet_about(catalog, asset, all, job.today);
        between = "\n";
    });
}

int print_uses(Catalog const& catalog, LibraryJob const& job) {
    std::vector<Use> const all = uses(catalog);
    return for_each_named(catalog, job, [&](Asset const& asset) {
        std::string const name = std::string(name_of(asset.id.kind)) + " " + asset.id.id;
        std::vector<Use> const found = uses_of(all, asset.id);
        for (Use const& use : found) std::cout << name << ": " << use.at.file << ", " << use.at.key << "\n";
        if (found.empty()) std::cout << name << ": nothing shows it\n";
    });
}

int run_export(Catalog const& catalog, LibraryJob const& job) {
    auto exported = export_library(catalog, {job.words, job.expired, job.today}, job.out);
    if (!exported) return complain(exported.error().what);
    for (std::string const& sentence : exported->left_out) std::cerr << "dalactl: " << sentence << "\n";
    std::cout << (job.out / "catalogue.html").string() << ": " << counted(exported->arguments, "argument")
              << ", " << counted(exported->pictures, "picture") << "\n";
    return 0;
}

}

std::string said_expiry(Expiry const& expires, std::chrono::sys_days today) {
    if (!expires) return "";
    auto said = [](std::chrono::sys_days day) {
        return iso8601(WallTime{day}).substr(0, std::string_view("2027-03-01").size());
    };
    return today >= *expires ? "expired since " + said(*expires)
                             : "until " + said(*expires - std::chrono::days{1});
}

int run_library(LibraryJob const& wanted) {
    auto const catalog = load_content(wanted.media, wanted.playlists);
    if (!catalog) return complain(catalog.error().what);
    LibraryJob job = wanted;
    if (job.language.empty()) job.language = catalog->languages.front();
    if (std::ranges::find(catalog->languages, job.language) == catalog->languages.end())
        return complain("--language " + job.language + ": the library is in " + joined(catalog->languages));
    if (job.verb == "list") return list(*catalog, job);
    if (job.verb == "search") return find(*catalog, job);
    if (job.verb == "show") return show(*catalog, job);
    if (job.verb == "uses") return print_uses(*catalog, job);
    return run_export(*catalog, job);
}

}
