#include "intake/survey.h"

#include "content/files.h"
#include "content/text_check.h"
#include "intake/kinds.h"
#include "intake/names.h"
#include "intake/room.h"
#include "intake/sha256.h"
#include "intake/trial.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include <fcntl.h>

namespace kiosk {
namespace {

namespace fs = std::filesystem;

/// More is not read of one file by the decoder either, nor of a list by the reader of lists.
constexpr std::uintmax_t largest_file = 64 * 1024 * 1024, largest_text = 1'000'000;

/// A picture that must be enlarged more than this looks soft.
constexpr double most_enlarged = 4.0 / 3;

void refuse(SurveyedFile& file, Refusal why, std::string what = {}) {
    file.verdict = Verdict::Refused;
    file.refusal = why;
    file.what = std::move(what);
    file.to.clear();
}

bool is_refused(SurveyedFile const& file) { return file.verdict == Verdict::Refused; }

/// Where the files begin: a stick or a ZIP often holds one folder and nothing else. "" or "Folder/".
std::string common_folder(std::vector<FoundFile> const& files) {
    std::string prefix;
    for (;;) {
        std::string next;
        for (FoundFile const& file : files) {
            auto const slash = file.path.find('/', prefix.size());
            if (slash == std::string::npos) return prefix;
            std::string const folder = file.path.substr(0, slash + 1);
            if (!next.empty() && folder != next) return prefix;
            next = folder;
        }
        if (next.empty()) return prefix;
        prefix = next;
    }
}

/// How a name from elsewhere is written on our screen and in our files.
std::string shown_path(std::string_view path) {
    return unfit_for_screen(path) || path.find_first_of("\n\t") != path.npos ? shown_safely(path)
                                                                             : std::string(path);
}

bool looks_soft(Look const& look, Size screen) {
    double const wide = double(screen.w) / std::max(1, look.size.w),
                 high = double(screen.h) / std::max(1, look.size.h);
    return !look.scalable && std::max(wide, high) > most_enlarged;
}

Refusal refusal_for(Kind kind) {
    switch (kind) {
    case Kind::NotFound:
    case Kind::Unreadable:
        return Refusal::Unreadable;
    case Kind::Refused:
    case Kind::Invalid:
        return Refusal::NotShown;
    case Kind::Malformed:
    case Kind::Unavailable:
        break;
    }
    return Refusal::Damaged;
}

/// The decoder's sentences begin with the file's name, which is said already.
std::string without_name(std::string sentence, fs::path const& file) {
    std::string const name = file.filename().string() + ": ";
    return sentence.starts_with(name) ? sentence.substr(name.size()) : sentence;
}

class Surveyor {
public:
    Surveyor(SurveyJob const& job, SurveyTools const& tools, FolderReader root)
        : m_job(job), m_tools(tools), m_root(std::move(root)) {}

    Result<Survey> run() {
        plan();
        for (SurveyedFile& file : m_survey.files) {
            goes_on();
            judge(file);
            ++m_looked;
        }
        if (!m_root.is_still_at(m_survey.folder)) return pulled_out();
        settle_descriptions();
        if (Status tried = try_list(); !tried) return tried.error();
        settle_name();
        for (SurveyedFile const& file : m_survey.files)
            if (!file.to.empty()) m_survey.bytes += file.bytes;
        return std::move(m_survey);
    }

private:
    void plan();
    void judge(SurveyedFile&);
    void judge_text(SurveyedFile&);
    void judge_content(SurveyedFile&, Fd const&);
    void convert(SurveyedFile&, Fd const&);
    void judge_picture(SurveyedFile&, fs::path const&);
    void accept(SurveyedFile&, Look const&);
    void settle_descriptions();
    Status try_list();
    void take_list(Trial const&);
    void settle_name();
    void compare_with(fs::path const& present);
    std::string sha256_in_time(Fd const&, std::uintmax_t most);
    std::string free_name(std::string const&);

    bool goes_on() {
        m_has_time = m_has_time && (!m_tools.go_on || m_tools.go_on(m_looked, int(m_survey.files.size())));
        return m_has_time;
    }

    Error pulled_out() const {
        return {Kind::NotFound, m_job.delivery.label + ": is gone, or was pulled out; put it in again"};
    }

    SurveyJob const& m_job;
    SurveyTools const& m_tools;
    FolderReader m_root;
    Survey m_survey;
    std::string m_prefix;                       // Of all paths: where the files begin.
    std::string m_list;                         // What playlist.toml says, if there is one.
    std::map<std::string, std::string> m_seen;  // Names by hash.
    std::set<std::string> m_names;              // Taken in the playlist's folder.
    int m_looked = 0, m_slides = 0;
    std::uintmax_t m_bytes = 0;
    bool m_has_time = true, m_is_named = false;
};

void Surveyor::plan() {
    Walk const walk = m_root.walk(m_job.walk);
    m_prefix = common_folder(walk.files);
    m_survey.cut_short = walk.cut_short || m_job.delivery.cut_short;
    m_survey.label = shown_path(m_prefix.empty() ? m_job.delivery.label
                                                 : fs::path{m_prefix}.parent_path().filename().string());
    m_survey.folder = m_job.delivery.folder;
    m_survey.result_folder = m_job.delivery.result_folder;
    m_survey.quota = m_job.quota;
    m_survey.files = m_job.delivery.refused;
    for (FoundFile const& found : walk.files) {
        SurveyedFile file;
        std::string const path = found.path.substr(m_prefix.size());
        file.name = shown_path(path);
        file.from = found.path;
        file.to = flat_name(path);
        file.bytes = found.bytes;
        if (is_list(file) && !found.refusal) m_list = text_of(m_root, file);
        if (found.refusal) refuse(file, *found.refusal);
        m_survey.files.push_back(std::move(file));
    }
    // As the reader of playlists will find them.
    std::ranges::stable_sort(m_survey.files, natural_less,
                             [](SurveyedFile const& file) { return flat_name(file.name); });
}

void Surveyor::judge(SurveyedFile& file) {
    if (is_refused(file)) return;
    if (!is_fit_name(file.to)) return refuse(file, Refusal::Name);
    if (is_text_file(file)) return judge_text(file);
    if (m_slides >= m_job.quota.slides) return refuse(file, Refusal::Slides);
    if (file.bytes > largest_file) return refuse(file, Refusal::TooLarge);
    if (!m_has_time) return refuse(file, Refusal::Unread);
    auto const opened = m_root.open_file(file.from);
    if (!opened) return refuse(file, refusal_for(opened.error().kind), opened.error().what);
    judge_content(file, *opened);
}

void Surveyor::judge_text(SurveyedFile& file) {
    file.verdict = Verdict::Beside;
    if (file.to.ends_with(" - playlist.toml")) return refuse(file, Refusal::Nested);
    if (file.bytes > largest_text) return refuse(file, Refusal::TooLarge);
    if (!m_has_time) return refuse(file, Refusal::Unread);
    auto const opened = m_root.open_file(file.from);
    if (!opened) return refuse(file, Refusal::Unreadable, opened.error().what);
    file.sha256 = sha256_of(opened->get(), file.bytes);
    if (file.sha256.empty()) return refuse(file, Refusal::Unreadable);
    if (!m_names.insert(file.to).second) refuse(file, Refusal::Name);
}

void Surveyor::judge_content(SurveyedFile& file, Fd const& opened) {
    Sha256 hash;
    std::string head;
    std::uintmax_t read = 0;
    bool const whole = read_through(opened.get(), file.bytes, [&](std::string_view piece) {
        if (head.size() < head_bytes) head += piece.substr(0, head_bytes - head.size());
        read += piece.size();
        hash.add(piece);
        return goes_on();
    });
    if (!m_has_time) return refuse(file, Refusal::Unread);
    if (!whole || read != file.bytes) return refuse(file, Refusal::Unreadable);
    file.sha256 = hash.hex();
    auto const [first, fresh] = m_seen.emplace(file.sha256, file.name);
    bool const is_listed = m_list.find(file.to) != m_list.npos;
    if (!fresh && !is_listed) {
        file.verdict = Verdict::Same;
        file.what = first->second;
        file.to.clear();
        return;
    }
    switch (kind_of(head)) {
    case BroughtKind::Video:
        return refuse(file, Refusal::Video);
    case BroughtKind::Sound:
        return refuse(file, Refusal::Sound);
    case BroughtKind::Archive:
        return refuse(file, Refusal::Archive);
    case BroughtKind::Document:
        return convert(file, opened);
    case BroughtKind::Other:
        return judge_picture(file, m_job.delivery.folder / file.from);
    }
}

/// From a copy of ours: the program that converts may take long, and the stick may go meanwhile.
void Surveyor::convert(SurveyedFile& file, Fd const& opened) {
    if (!m_tools.to_pdf) return refuse(file, Refusal::Office);
    // The copy, and a PDF of about the same size.
    if (Status room = check_room(m_job.work, 2 * file.bytes + spare_for_others); !room)
        return refuse(file, Refusal::Office, room.error().what);
    fs::path const folder = m_job.work / "documents" / std::to_string(m_looked), copy = folder / file.to;
    std::error_code failed;
    fs::create_directories(folder, failed);
    {
        std::ofstream out{copy, std::ios::binary};
        read_through(opened.get(), file.bytes, [&](std::string_view piece) { return bool(out << piece); });
    }
    auto made = m_tools.to_pdf(copy, folder);
    fs::remove(copy, failed);
    if (!made) return refuse(file, Refusal::Office, made.error().what);
    file.made = *std::move(made);
    file.to = fs::path{file.to}.replace_extension(".pdf").string();
    file.verdict = Verdict::Converted;
    file.bytes = fs::file_size(file.made, failed);
    Fd const pdf{::open(file.made.c_str(), O_RDONLY | O_CLOEXEC)};
    file.sha256 = pdf ? sha256_of(pdf.get(), file.bytes) : "";
    judge_picture(file, file.made);
}

void Surveyor::judge_picture(SurveyedFile& file, fs::path const& picture) {
    auto const look = m_tools.look(picture);
    if (!look && !goes_on()) return refuse(file, Refusal::Unread);
    if (!look) return refuse(file, refusal_for(look.error().kind), without_name(look.error().what, picture));
    if (m_slides + look->pages > m_job.quota.slides) return refuse(file, Refusal::Slides);
    if (m_bytes + file.bytes > m_job.quota.bytes) return refuse(file, Refusal::Bytes);
    accept(file, *look);
}

void Surveyor::accept(SurveyedFile& file, Look const& look) {
    file.size = look.size;
    file.pages = look.pages;
    if (looks_soft(look, m_job.screen))
        file.verdict = Verdict::Soft;
    else if (look.turned)
        file.verdict = Verdict::Turned;
    // Whoever reads the folder later goes by the ending; the decoder by the content.
    bool const is_named_so = look.ending == ".pdf" ? is_document(file.to) : is_picture(file.to);
    if (!is_named_so) file.to += look.ending;
    file.to = free_name(file.to);
    m_slides += look.pages;
    m_bytes += file.bytes;
}

std::string Surveyor::free_name(std::string const& name) {
    std::string free = name;
    for (int number = 2; !m_names.insert(free).second; ++number) free = numbered(name, number);
    return free;
}

void Surveyor::settle_descriptions() {
    std::set<std::string> described;
    for (SurveyedFile const& file : m_survey.files)
        if (!is_text_file(file) && !file.to.empty()) described.insert(fs::path{file.to}.stem().string());
    for (SurveyedFile& file : m_survey.files) {
        bool const description = is_text_file(file) && !is_list(file);
        if (description && !described.contains(fs::path{file.to}.stem().string()))
            refuse(file, Refusal::Stray);
    }
}

/// What can't be read as a list stays away, and the pictures play in the order of their names.
Status Surveyor::try_list() {
    std::string const called = folder_name(m_survey.label);
    fs::path const folder = m_job.work / "trial" / (called.empty() ? "list" : called);
    auto trial = try_playlist(folder, m_survey.files, m_root, m_job.library);
    if (!trial) return trial.error();
    auto const list = std::ranges::find_if(m_survey.files, is_list);
    bool const too_long = trial->playlist && int(trial->playlist->items.size()) > m_job.quota.slides;
    if (list != m_survey.files.end() && (!trial->playlist || too_long)) {
        std::string const what = too_long ? "has " + std::to_string(trial->playlist->items.size()) +
                                                " items; at most " + std::to_string(m_job.quota.slides) +
                                                " are taken"
                                 : trial->complaints.empty() ? ""
                                                             : trial->complaints.front();
        refuse(*list, Refusal::List, what);
        trial = try_playlist(folder, m_survey.files, m_root, m_job.library);
        if (!trial) return trial.error();
    }
    m_survey.complaints = std::move(trial->complaints);
    m_survey.name = folder_name(m_job.name);
    if (trial->playlist) take_list(*trial);
    m_is_named = !m_survey.name.empty();
    if (!m_is_named) m_survey.name = called.empty() ? "playlist" : called;
    return {};
}

/// Who brought it, how long it plays, and which pictures only come along.
void Surveyor::take_list(Trial const& trial) {
    Playlist const& playlist = *trial.playlist;
    LocalizedText const unnamed{playlist.id};
    if (m_survey.name.empty()) m_survey.name = folder_name(playlist.exhibitor);
    if (m_survey.name.empty() && playlist.title != unnamed) {
        Language const first = m_job.library.languages.empty() ? "" : m_job.library.languages.front();
        m_survey.name = folder_name(playlist.title.in(first));
    }
    m_survey.slides = int(playlist.items.size());
    for (Item const& item : playlist.items) m_survey.show += item.duration;
    for (SurveyedFile& file : m_survey.files)
        if (!file.to.empty() && !trial.shown.contains(file.to)) file.verdict = Verdict::Beside;
}

/// A playlist that only has the name of the stick, but none of its files, is another exhibitor's.
void Surveyor::settle_name() {
    std::string const called = m_survey.name;
    for (int number = 2;; ++number) {
        compare_with(m_job.playlists / m_survey.name);
        bool const is_theirs = std::ranges::any_of(m_survey.files, &SurveyedFile::here_already);
        if (!m_survey.replaces || m_is_named || is_theirs) return;
        m_survey.name = numbered_folder(called, number);
    }
}

void Surveyor::compare_with(fs::path const& present) {
    std::error_code failed;
    m_survey.replaces = fs::is_directory(present, failed) && !fs::is_empty(present, failed);
    if (!m_survey.replaces) return;
    auto const reader = FolderReader::open(present);
    if (!reader) return;
    std::size_t there = 0, brought = 0;
    for (FoundFile const& found : reader->walk(m_job.walk).files) there += !found.refusal;
    for (SurveyedFile& file : m_survey.files) {
        if (file.to.empty()) continue;
        ++brought;
        auto const old = reader->open_file(file.to);
        file.here_already = old && !file.sha256.empty() && sha256_in_time(*old, file.bytes) == file.sha256;
        there -= file.here_already;
        brought -= file.here_already;
    }
    m_survey.changes = there > 0 || brought > 0;
}

/// "" also when there is no time left.
std::string Surveyor::sha256_in_time(Fd const& file, std::uintmax_t most) {
    Sha256 hash;
    bool const whole = read_through(file.get(), most, [&](std::string_view piece) {
        hash.add(piece);
        return goes_on();
    });
    return whole ? hash.hex() : "";
}

}

Result<Survey> survey(SurveyJob const& job, SurveyTools const& tools) {
    auto root = FolderReader::open(job.delivery.folder);
    if (!root) return root.error();
    try {
        return Surveyor{job, tools, *std::move(root)}.run();
    } catch (fs::filesystem_error const& fault) {
        return Error{Kind::Unreadable, job.delivery.label + ": " + fault.what()};
    }
}

}
