#include "intake/trial.h"

#include "content/library.h"
#include "intake/sha256.h"

#include <algorithm>
#include <fstream>

namespace kiosk {
namespace {

namespace fs = std::filesystem;

/// More than any list has; larger ones are refused before.
constexpr std::uintmax_t largest_text = 1'000'000;

/// As the survey found it; the empty files that stand for them have none.
Result<int> pages_of(std::vector<SurveyedFile> const& files, fs::path const& file) {
    auto const found = std::ranges::find(files, file.filename().string(), &SurveyedFile::to);
    return found == files.end() ? 1 : found->pages;
}

}

bool is_text_file(SurveyedFile const& file) { return file.to.ends_with(".toml"); }

bool is_list(SurveyedFile const& file) { return file.to == "playlist.toml"; }

std::string text_of(FolderReader const& source, SurveyedFile const& file) {
    std::string text;
    auto const opened = source.open_file(file.from);
    if (!opened) return text;
    read_through(opened->get(), largest_text, [&](std::string_view piece) {
        text += piece;
        return true;
    });
    return text;
}

Result<Trial> try_playlist(fs::path const& folder, std::vector<SurveyedFile> const& files,
                           FolderReader const& source, Catalog const& library) {
    std::error_code failed;
    fs::remove_all(folder, failed);
    fs::create_directories(folder, failed);
    for (SurveyedFile const& file : files) {
        if (file.to.empty()) continue;
        std::ofstream out{folder / file.to, std::ios::binary};
        if (is_text_file(file)) out << text_of(source, file);
        out.flush();
        if (!out)
            return Error{Kind::Unavailable,
                         (folder / file.to).string() + ": can't be written: is the disk full or read-only?"};
    }
    Catalog catalog = library;
    catalog.playlists.clear();
    catalog.problems.clear();
    load_playlist(folder, catalog, [&](fs::path const& file) { return pages_of(files, file); });
    Trial trial;
    if (!catalog.playlists.empty()) trial.playlist = std::move(catalog.playlists.front());
    for (Item const& item : trial.playlist ? trial.playlist->items : std::vector<Item>{})
        if (Image const* image = catalog.image(item.image))
            trial.shown.insert(image->file.filename().string());
    for (Problem& problem : catalog.problems) trial.complaints.push_back(std::move(problem.what));
    return trial;
}

}
