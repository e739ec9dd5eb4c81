#include "content/settings.h"

#include "base/durable.h"
#include "base/fd.h"
#include "content/table_reader.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <sstream>

#include <fcntl.h>
#include <unistd.h>

namespace kiosk {
namespace {

std::set<std::string> read_set(TableReader& in, std::string_view key) {
    Names const words = in.words(key);
    return {words.begin(), words.end()};
}

std::string written_set(std::set<std::string> const& words) {
    std::string list;
    for (std::string const& word : words) list += (list.empty() ? "" : ", ") + toml_quoted(word);
    return "[" + list + "]";
}

Settings read_settings(TableReader& in) {
    Settings settings;
    if (in.has("language")) settings.language = in.text("language", Need::Required);
    settings.playlists_off = read_set(in, "playlists_off");
    settings.playlists_on = read_set(in, "playlists_on");
    settings.notice = in.text("notice");
    settings.idle_seconds = in.whole("idle_seconds", 20, 600, settings.idle_seconds);
    settings.still_there_seconds = in.whole("still_there_seconds", 20, 600, settings.still_there_seconds);
    if (auto signup = in.table("signup")) {
        settings.signup_service = signup->address("service");
        settings.public_url = signup->address("public_url");
        signup->finish();
    }
    if (auto contact = in.table("contact")) {
        settings.contact_public = contact->flag("public", false);
        contact->finish();
    }
    in.finish();
    return settings;
}

std::string written(Settings const& s) {
    std::ostringstream out;
    out << "# Written by the staff overlay; may be edited while the kiosk is off.\n";
    out << "language = " << toml_quoted(s.language) << "\n";
    out << "playlists_off = " << written_set(s.playlists_off) << "\n";
    out << "playlists_on = " << written_set(s.playlists_on) << "\n";
    out << "notice = " << toml_quoted(s.notice) << "\n";
    out << "idle_seconds = " << s.idle_seconds << "\n";
    out << "still_there_seconds = " << s.still_there_seconds << "\n";
    out << "\n[signup]\n";
    out << "service = " << toml_quoted(s.signup_service) << "\n";
    out << "public_url = " << toml_quoted(s.public_url) << "\n";
    out << "\n[contact]\n";
    out << "public = " << (s.contact_public ? "true" : "false") << "\n";
    return out.str();
}

/// Writes and makes durable, without touching anything else.
bool write_durably(std::filesystem::path const& file, std::string_view text) {
    Fd out{open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)};
    return out && write_all(out.get(), text) && fsync(out.get()) == 0;
}

Error failure(std::filesystem::path const& file, std::string_view outcome) {
    Kind const kind = errno == ENOSPC || errno == EDQUOT ? Kind::Unavailable : Kind::Unreadable;
    return {kind,
            file.string() + ": can't be written (" + std::strerror(errno) + "); " + std::string(outcome)};
}

}

bool is_on(Playlist const& playlist, Settings const& settings) {
    if (settings.playlists_off.contains(playlist.id)) return false;
    return playlist.mode != PlaylistMode::Never || settings.playlists_on.contains(playlist.id);
}

Result<Settings> load_settings(std::filesystem::path const& file) {
    NamedPath const source{file, file.filename().string()};
    Result<TomlTable> table = read_toml(source);
    if (!table) return table.error().kind == Kind::NotFound ? Result{Settings{}} : table.error();

    std::vector<Problem> problems;
    std::vector<Language> const none;
    Findings findings{source.label, problems};
    TableReader in{*table, {}, findings, none};
    Settings settings = read_settings(in);
    if (!problems.empty()) return Error{Kind::Invalid, problems.front().what};
    return settings;
}

Status save_settings(Settings const& settings, std::filesystem::path const& file) {
    std::filesystem::path beside = file;
    beside += ".new";
    if (!write_durably(beside, written(settings)) || std::rename(beside.c_str(), file.c_str()) != 0) {
        Error error = failure(file, "the old settings stay");
        unlink(beside.c_str());
        return error;
    }
    if (!sync_folder(file.parent_path())) return failure(file, "a power cut may bring the old settings back");
    return {};
}

}
