#include "staff/pin_store.h"

#include "base/fd.h"
#include "base/log.h"
#include "state/pin.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kiosk {
namespace {

constexpr std::string_view first_line = "dalakiosk staff PIN 1\n";
constexpr std::string_view hash_kind = "$argon2id$";
constexpr int free_tries = 5, all_tries = 10;
constexpr Millis first_wait{30'000}, longest_wait{3'600'000};

/// Between the last of `failures` and the next try.
Millis wait_after(int failures) {
    if (failures < free_tries) return Millis{0};
    return std::min(first_wait * (1 << std::min(failures - free_tries, 10)), longest_wait);
}

Error system_error(std::filesystem::path const& file, std::string_view what) {
    Kind kind = errno == ENOENT                      ? Kind::NotFound
                : errno == ENOSPC || errno == EDQUOT ? Kind::Unavailable
                                                     : Kind::Unreadable;
    return {kind,
            file.string() + ": the staff's PIN can't be " + std::string(what) + ": " + std::strerror(errno)};
}

/// The next line of `text`, which is shortened by it; nothing if no line ends there.
std::optional<std::string_view> take_line(std::string_view& text) {
    auto end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

template <class Number> bool read_number(std::optional<std::string_view> line, Number& number) {
    if (!line) return false;
    auto [end, fault] = std::from_chars(line->data(), line->data() + line->size(), number);
    return fault == std::errc{} && end == line->data() + line->size();
}

Status fit_to_use(std::string_view pin) {
    bool digits = std::ranges::all_of(pin, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || pin.size() < pin_min_digits || pin.size() > pin_max_digits) {
        return Error{Kind::Invalid, "a PIN has " + std::to_string(pin_min_digits) + " to " +
                                        std::to_string(pin_max_digits) +
                                        " digits and nothing else; this one has " +
                                        std::to_string(pin.size()) + " characters"};
    }
    if (is_too_easy(pin))
        return Error{Kind::Invalid, "this PIN is among the first that anybody tries; choose another"};
    return {};
}

bool write_whole(int file, std::string_view text) {
    return write(file, text.data(), text.size()) == ssize_t(text.size()) && fsync(file) == 0;
}

}

bool PinStore::is_set() const {
    std::error_code failed;
    return std::filesystem::symlink_status(m_file, failed).type() != std::filesystem::file_type::not_found;
}

Status PinStore::set(std::string_view pin) {
    if (Status fit = fit_to_use(pin); !fit) return fit;
    if (is_set())
        return Error{Kind::Refused,
                     m_file.string() + ": there is a PIN already; `dalactl pin reset` takes it away"};
    char hash[crypto_pwhash_STRBYTES];
    if (sodium_init() < 0 ||
        crypto_pwhash_str(hash, pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        return Error{
            Kind::Unavailable,
            "the PIN can't be hashed, which takes 64 MiB of free memory; close something and try again"};
    m_anchor.reset();
    return save({hash, 0, {}});
}

Result<PinVerdict> PinStore::check(std::string_view pin, Now const& now) {
    Result<Record> record = load();
    if (!record) return record.error();
    if (record->failures >= all_tries) return PinVerdict{.locked = true};
    if (Millis left = wait_left(*record, now); left > Millis{0}) return PinVerdict{.wait = left};

    ++record->failures;
    record->failed_at = now.wall;
    if (Status counted = save(*record); !counted) return counted.error();
    m_anchor = {now.steady, Millis{0}};
    if (sodium_init() < 0 || crypto_pwhash_str_verify(record->hash.c_str(), pin.data(), pin.size()) != 0)
        return PinVerdict{.wait = wait_after(record->failures), .locked = record->failures >= all_tries};

    if (Status cleared = save({record->hash, 0, {}}); !cleared) log_warning(cleared.error().what);
    return PinVerdict{.right = true};
}

Status PinStore::reset() {
    m_anchor.reset();
    if (unlink(m_file.c_str()) != 0 && errno != ENOENT) return system_error(m_file, "taken away");
    return {};
}

/// The first look after a restart can only ask the wall clock, but at least this run's time has passed.
Millis PinStore::wait_left(Record const& record, Now const& now) {
    if (!m_anchor) m_anchor = {now.steady, std::max(now.wall - record.failed_at, now.steady)};
    Millis const passed = m_anchor->passed + (now.steady - m_anchor->steady);
    return wait_after(record.failures) - passed;
}

Result<PinStore::Record> PinStore::load() const {
    Fd in{open(m_file.c_str(), O_RDONLY | O_CLOEXEC)};
    char buffer[512];
    ssize_t const size = in ? read(in.get(), buffer, sizeof buffer) : -1;
    if (size < 0) return system_error(m_file, "read");

    std::string_view text(buffer, std::size_t(size));
    bool ours = text.starts_with(first_line);
    if (ours) text.remove_prefix(first_line.size());
    auto const hash = take_line(text);
    Record record;
    Millis::rep failed_at = 0;
    bool const sound = ours && hash && hash->starts_with(hash_kind) &&
                       read_number(take_line(text), record.failures) && record.failures >= 0 &&
                       read_number(take_line(text), failed_at) && text.empty();
    if (!sound)
        return Error{
            Kind::Malformed,
            m_file.string() +
                ": damaged, so no PIN is right; `dalactl pin reset` lets the staff choose a new one"};
    record.hash = *hash;
    record.failed_at = WallTime{Millis{failed_at}};
    return record;
}

Status PinStore::save(Record const& record) const {
    std::string const text = std::string(first_line) + record.hash + "\n" + std::to_string(record.failures) +
                             "\n" + std::to_string(record.failed_at.time_since_epoch().count()) + "\n";
    std::filesystem::path draft = m_file;
    draft += ".new";
    Fd out{open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600)};
    bool written = out && fchmod(out.get(), 0600) == 0 && write_whole(out.get(), text);
    if (!written || std::rename(draft.c_str(), m_file.c_str()) != 0) return system_error(m_file, "stored");
    auto const folder = m_file.has_parent_path() ? m_file.parent_path() : std::filesystem::path(".");
    Fd in{open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!in || fsync(in.get()) != 0) return system_error(m_file, "made safe against a power cut");
    return {};
}

}
