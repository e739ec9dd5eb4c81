#pragma once
// The sign-ups on disk. One connection; one thread at a time. Another process may read the same file
// meanwhile. What a call has answered is on the disk: WAL with synchronous=FULL. Nothing personal is outside
// `sealed`.

#include "base/result.h"
#include "base/time.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace kiosk {

enum class Standing { Confirmed, Cancelled };

struct Signup {
    std::string receipt;   ///< Its reference, from random_receipt().
    std::string form;      ///< The form it came from, from random_id(): the same form is stored once.
    std::string workshop;  ///< Slug.
    WallTime at{};
    std::string sealed;  ///< The registration, for the organiser's eyes only.
    Standing standing = Standing::Confirmed;
    bool operator==(Signup const&) const = default;
};

class SignupBook {
public:
    /// Opens the file or makes it. A damaged file is moved aside, never deleted, and a new one begun: see
    /// trouble(). Fails with Kind::Unreadable (rights), Kind::Unavailable (disk full, locked) or
    /// Kind::Malformed (written by a newer version of the program).
    static Result<SignupBook> open(std::filesystem::path const& file);

    /// One sentence for staff if the file was damaged when it was opened; else empty.
    std::string const& trouble() const { return m_trouble; }

    /// Stores it if fewer than `seats` are confirmed, and returns its receipt; a form that is stored already
    /// gets the receipt it got before. Fails with Kind::Refused if it is full, Kind::Unavailable if nothing
    /// could be written (disk full, damaged); then nothing is stored.
    Result<std::string> add(Signup const&, int seats);

    /// Frees the seat. The record stays, for the organiser to see. Fails with Kind::NotFound or
    /// Kind::Unavailable.
    Status cancel(std::string_view receipt);

    Result<std::optional<Signup>> find_receipt(std::string_view receipt);
    Result<std::optional<Signup>> find_form(std::string_view form);

    /// Confirmed sign-ups by workshop. A workshop without any is not named.
    Result<std::map<std::string, int, std::less<>>> taken();

private:
    struct Close {
        void operator()(sqlite3*) const;
    };
    using Database = std::unique_ptr<sqlite3, Close>;
    SignupBook(Database, std::filesystem::path, std::string trouble);

    static Result<Database> open_sound(std::filesystem::path const& file, bool& damaged);
    Result<std::string> store(Signup const&, int seats);
    Result<std::optional<Signup>> find(char const* sql, std::string_view key);

    Database m_database;
    std::filesystem::path m_file;
    std::string m_trouble;
    friend Result<std::vector<Signup>> read_signups(std::filesystem::path const&);
};

/// Every sign-up in the file, oldest first, without changing it. Fails with Kind::NotFound or
/// Kind::Unreadable.
Result<std::vector<Signup>> read_signups(std::filesystem::path const& file);

}
