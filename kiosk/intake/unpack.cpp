#include "intake/unpack.h"

#include "base/durable.h"
#include "base/folders.h"
#include "content/text_check.h"
#include "intake/code_page.h"
#include "intake/kinds.h"
#include "intake/names.h"
#include "intake/room.h"
#include "intake/unpack_frames.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>

#include <fcntl.h>
#include <sys/stat.h>

namespace kiosk {
namespace {

namespace fs = std::filesystem;

/// Of a process that has nothing else to do.
constexpr Millis longest_silence{20'000};
constexpr std::uintmax_t free_of_ratio = 10'000'000;

Fd open_zip(fs::path const& zip) {
    Fd file{::open(zip.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)};
    struct stat status {};
    bool const plain = file && ::fstat(file.get(), &status) == 0 && S_ISREG(status.st_mode);
    return plain ? std::move(file) : Fd{};
}

/// Some systems write the names in their ZIPs in the old code page of DOS, and folders with "\".
std::string tidy_path(std::string path) {
    if (!is_utf8(path)) path = from_code_page_437(path);
    for (char& c : path)
        if (c == '\\') c = '/';
    return path;
}

/// The names that a path is made of.
std::vector<std::string_view> parts(std::string_view path) {
    std::vector<std::string_view> names;
    for (;;) {
        auto const slash = path.find('/');
        if (path.substr(0, slash) != ".") names.push_back(path.substr(0, slash));
        if (slash == path.npos) return names;
        path.remove_prefix(slash + 1);
    }
}

bool is_unwanted(std::string_view path) {
    return std::ranges::any_of(parts(path),
                               [](std::string_view name) { return name != ".." && is_left_behind(name); });
}

class Unpacker {
public:
    Unpacker(fs::path const& zip, fs::path const& folder, UnpackLimits const& limits,
             std::uintmax_t zip_bytes, GoOn const& go_on)
        : m_zip(zip), m_folder(folder), m_limits(limits), m_zip_bytes(zip_bytes), m_go_on(go_on) {}

    Result<Unpacked> run(Fd const& output) {
        UnpackFrame head;
        while (read_exactly(output, &head, sizeof head, longest_silence, m_go_on)) {
            m_bytes.resize(std::min(head.bytes, largest_frame));
            if (head.bytes > largest_frame ||
                !read_exactly(output, m_bytes.data(), m_bytes.size(), longest_silence, m_go_on))
                break;
            if (head.kind == UnpackFrame::Kind::End || m_unpacked.cut_short) return std::move(m_unpacked);
            if (Status taken = take(head.kind); !taken) return taken.error();
            if (m_go_on && !m_go_on()) return Error{Kind::Refused, "unpacking was stopped"};
        }
        return Error{Kind::Malformed, m_zip.filename().string() + ": is damaged; bring the files themselves"};
    }

private:
    Status take(UnpackFrame::Kind kind) {
        using enum UnpackFrame::Kind;
        switch (kind) {
        case File:
            return begin_file();
        case Large:
            return leave(Refusal::TooLarge);
        case Link:
            return leave(Refusal::Link);
        case Special:
            return leave(Refusal::Special);
        case Locked:
            return leave(Refusal::Locked);
        case Data:
            return add_data();
        case Fault:
        case End:
            break;
        }
        return Error{Kind::Malformed, m_zip.filename().string() + ": can't be unpacked (" +
                                          shown_safely(m_bytes) + "); bring the files themselves"};
    }

    bool has_room() {
        m_unpacked.cut_short = ++m_entries > m_limits.entries;
        return !m_unpacked.cut_short;
    }

    Status leave(Refusal why) {
        m_file = Fd{};
        if (has_room()) note(tidy_path(m_bytes), why);
        return {};
    }

    void note(std::string const& path, Refusal why) {
        SurveyedFile file;
        file.name = shown_safely(path);
        file.verdict = Verdict::Refused;
        file.refusal = why;
        m_unpacked.refused.push_back(std::move(file));
    }

    /// Every part of the path is looked at, so that no entry lands outside the folder.
    std::optional<Refusal> refusal_of(std::string_view path) const {
        auto const names = parts(path);
        if (!std::ranges::all_of(names, is_fit_name)) return Refusal::Name;
        if (int(names.size()) > m_limits.depth) return Refusal::TooDeep;
        return std::nullopt;
    }

    Status begin_file() {
        m_file = Fd{};
        m_file_bytes = 0;
        if (!has_room()) return {};
        std::string const path = tidy_path(m_bytes);
        if (is_unwanted(path)) return {};
        if (auto const refusal = refusal_of(path)) return note(path, *refusal), Status{};
        if (Status room = check_room(m_folder, spare_for_others); !room) return room;
        fs::path const place = m_folder / path;
        std::error_code failed;
        fs::create_directories(place.parent_path(), failed);
        m_file = Fd{::open(place.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600)};
        if (m_file) return {};
        if (errno == ENOSPC || errno == EDQUOT) return disk_full();
        return note(path, Refusal::Name), Status{};  // Twice, or a file and a folder.
    }

    Status add_data() {
        m_total += m_bytes.size();
        m_file_bytes += m_bytes.size();
        if (m_total > m_limits.bytes || m_total > free_of_ratio + m_limits.ratio * m_zip_bytes)
            return Error{Kind::Refused,
                         m_zip.filename().string() +
                             ": holds far more than it seems to, as bad ZIPs do; bring the files "
                             "themselves"};
        if (m_file_bytes > m_limits.largest) m_file = Fd{};
        if (m_file && !write_all(m_file.get(), m_bytes)) return disk_full();
        return {};
    }

    Error disk_full() const {
        return {Kind::Unavailable, m_zip.filename().string() + ": can't be unpacked below " +
                                       m_folder.string() + ": " + std::strerror(errno)};
    }

    fs::path const& m_zip;
    fs::path const& m_folder;
    UnpackLimits const& m_limits;
    std::uintmax_t m_zip_bytes;
    GoOn const& m_go_on;
    std::string m_bytes;  // Of the frame.
    Unpacked m_unpacked;
    int m_entries = 0;
    Fd m_file;  // None: what comes is dropped.
    std::uintmax_t m_total = 0, m_file_bytes = 0;
};

}

Result<Unpacked> unpack(fs::path const& zip, fs::path const& folder, UnpackLimits const& limits,
                        GoOn const& go_on) {
    Fd const file = open_zip(zip);
    struct stat status {};
    if (!file || ::fstat(file.get(), &status) != 0)
        return Error{Kind::NotFound, zip.filename().string() + ": is no file that can be read"};
    if (std::uintmax_t(status.st_size) > limits.bytes)
        return Error{Kind::Refused, zip.filename().string() + ": is larger than " +
                                        std::to_string(limits.bytes / 1'000'000) +
                                        " MB; bring less at a time"};
    if (Status room = check_room(folder, std::uintmax_t(status.st_size) + spare_for_others); !room)
        return room.error();
    auto child = start_child(program_folder() / "dala-unpack", {std::to_string(limits.largest)},
                             {.input = file.get(), .own_group = true});
    if (!child) return child.error();
    auto unpacked = Unpacker{zip, folder, limits, std::uintmax_t(status.st_size), go_on}.run(child->output);
    end_group(*child, Millis{0});
    return unpacked;
}

bool is_zip(fs::path const& path) {
    Fd const file = open_zip(path);
    std::array<char, head_bytes> head{};
    ssize_t const size = file ? ::read(file.get(), head.data(), head.size()) : 0;
    std::string_view const start{head.data(), std::size_t(std::max<ssize_t>(size, 0))};
    return start.starts_with("PK\x03\x04") && kind_of(start) == BroughtKind::Archive;
}

}
