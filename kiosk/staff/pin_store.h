#pragma once
// The staff's PIN on disk: its hash, and how often it was typed wrong since it was last right.
// One object a file; its calls come from one thread at a time. set() and check() take a third of a second and
// 64 MiB on purpose: call them on a worker, never on the UI thread.

#include "base/result.h"
#include "base/time.h"

#include <filesystem>
#include <optional>
#include <string_view>

namespace kiosk {

struct PinVerdict {
    bool right = false;
    Millis wait{0};       ///< Until the next try.
    bool locked = false;  ///< No more tries until `dalactl pin reset`.
    bool operator==(PinVerdict const&) const = default;
};

class PinStore {
public:
    /// `file` need not exist; the folder it lies in must.
    explicit PinStore(std::filesystem::path file) : m_file(std::move(file)) {}

    /// True also if the file can't be understood: a damaged file must not let the next person choose a new
    /// PIN.
    bool is_set() const;

    /// Stores the first PIN, as an Argon2id hash in a file that only its owner reads (0600).
    /// Fails with Kind::Invalid if the PIN is too short, too long or too easy, Kind::Refused if there is one
    /// already, Kind::Unreadable or Kind::Unavailable (disk full) if it can't be stored.
    Status set(std::string_view pin);

    /// One try. It is counted on disk before it is looked at, so that pulling the plug gives no free tries; a
    /// right one starts the count anew. Five tries are free, then 30 s, 60 s, 120 s … must pass between them
    /// (a try that comes too early is neither looked at nor counted), and after ten nothing is right any
    /// more. Within a run the steady clock measures the wait, so a clock that is set changes nothing; after a
    /// restart the wall clock counts, and if it stands before the last failure, the wait begins again. Fails
    /// with Kind::NotFound (none is set), Kind::Malformed (damaged file), Kind::Unreadable or
    /// Kind::Unavailable (the try can't be counted): then the door stays shut.
    Result<PinVerdict> check(std::string_view pin, Now const&);

    /// Forgets the PIN and the count; the next one who comes chooses a new one. For `dalactl pin reset`.
    /// Fails with Kind::Unreadable. No PIN is no failure.
    Status reset();

private:
    /// What the file says.
    struct Record {
        std::string hash;
        int failures = 0;
        WallTime failed_at{};  ///< Of the last failure.
    };
    /// The last failure as this run knows it.
    struct Anchor {
        Millis steady{0};  ///< When the anchor was taken.
        Millis passed{0};  ///< How long ago the failure was by then.
    };

    Result<Record> load() const;
    Status save(Record const&) const;
    Millis wait_left(Record const&, Now const&);

    std::filesystem::path m_file;
    std::optional<Anchor> m_anchor;
};

}
