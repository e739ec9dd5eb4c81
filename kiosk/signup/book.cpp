#include "signup/book.h"

#include "signup/sqlite.h"

#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

namespace kiosk {
namespace {

constexpr int schema_version = 1;

constexpr char const* settings = R"(
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA trusted_schema = OFF;
)";

constexpr char const* schema = R"(
    BEGIN IMMEDIATE;
    CREATE TABLE signup (
        id       INTEGER PRIMARY KEY,
        receipt  TEXT NOT NULL UNIQUE,
        form     TEXT NOT NULL UNIQUE,
        workshop TEXT NOT NULL,
        at       INTEGER NOT NULL,  -- milliseconds since 1970, UTC
        sealed   BLOB NOT NULL,
        standing TEXT NOT NULL      -- confirmed, cancelled
    ) STRICT;
    CREATE INDEX signup_by_workshop ON signup (workshop, standing);
    PRAGMA user_version = 1;
    COMMIT;
)";

/// Columns in the order of read_row.
constexpr char const* select_by_receipt =
    "SELECT receipt, form, workshop, at, sealed, standing FROM signup WHERE receipt = ?";
constexpr char const* select_by_form =
    "SELECT receipt, form, workshop, at, sealed, standing FROM signup WHERE form = ?";
constexpr char const* select_all =
    "SELECT receipt, form, workshop, at, sealed, standing FROM signup ORDER BY id";

Signup read_row(Statement const& row) {
    return {row.text(0), row.text(1),
            row.text(2), WallTime{Millis{row.number(3)}},
            row.text(4), row.text(5) == "confirmed" ? Standing::Confirmed : Standing::Cancelled};
}

/// Broken, as opposed to out of reach or out of space.
bool is_damaged(sqlite3* database) {
    int code = sqlite3_errcode(database) & 0xff;
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

/// The one text or number that a query answers with; empty if it fails.
std::string ask(sqlite3* database, char const* sql) {
    Statement statement{database, sql};
    return statement.step() == SQLITE_ROW ? statement.text(0) : std::string();
}

/// Moves the file and what belongs to it out of the way, and says so.
std::string move_aside(std::filesystem::path const& file) {
    std::filesystem::path aside;
    for (int number = 1; aside.empty() || std::filesystem::exists(aside); ++number)
        aside = file.string() + ".damaged-" + std::to_string(number);
    for (char const* tail : {"", "-wal", "-shm"}) {
        std::error_code ignored;  // the tails need not exist
        std::filesystem::rename(file.string() + tail, aside.string() + tail, ignored);
    }
    return file.string() + ": was damaged and now lies in " + aside.filename().string() +
           "; sign-up goes on in a new file, keep the old one for the organiser";
}

/// Undoes whatever was begun unless it is committed.
class Transaction {
public:
    explicit Transaction(sqlite3* database) : m_database(database) {
        m_open = execute(database, "BEGIN IMMEDIATE");
    }
    ~Transaction() {
        if (m_open) execute(m_database, "ROLLBACK");
    }
    Transaction(Transaction const&) = delete;
    Transaction& operator=(Transaction const&) = delete;
    bool is_open() const { return m_open; }
    bool commit() {
        if (!execute(m_database, "COMMIT")) return false;
        m_open = false;
        return true;
    }

private:
    sqlite3* m_database;
    bool m_open;
};

}

void SignupBook::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

SignupBook::SignupBook(Database database, std::filesystem::path file, std::string trouble)
    : m_database(std::move(database)), m_file(std::move(file)), m_trouble(std::move(trouble)) {}

/// Opens or makes the file with its schema. `damaged` tells a broken file from one that can't be reached.
Result<SignupBook::Database> SignupBook::open_sound(std::filesystem::path const& file, bool& damaged) {
    // Made here, because SQLite would take the rights from the umask; its other files inherit these.
    if (int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600); fd >= 0) ::close(fd);
    sqlite3* raw = nullptr;
    int opened = sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    Database database{raw};
    if (opened != SQLITE_OK) return sqlite_error(raw, file);
    sqlite3_busy_timeout(raw, 2000);

    bool usable = execute(raw, settings);
    std::string verdict = usable ? ask(raw, "PRAGMA integrity_check(1)") : std::string();
    damaged = verdict.empty() ? is_damaged(raw) : verdict != "ok";
    if (damaged) return Error{Kind::Malformed, file.string() + ": is damaged"};
    if (verdict.empty()) return sqlite_error(raw, file);

    int version = std::atoi(ask(raw, "PRAGMA user_version").c_str());
    if (version > schema_version)
        return Error{Kind::Malformed, file.string() + ": was written by a newer dalasignup; update this one"};
    if (version == 0 && !execute(raw, schema)) return sqlite_error(raw, file);
    return database;
}

Result<SignupBook> SignupBook::open(std::filesystem::path const& file) {
    bool damaged = false;
    std::string trouble;
    auto database = open_sound(file, damaged);
    if (!database && damaged) {
        trouble = move_aside(file);
        database = open_sound(file, damaged);
    }
    if (!database) return database.error();
    return SignupBook{std::move(*database), file, std::move(trouble)};
}

Result<std::string> SignupBook::add(Signup const& signup, int seats) {
    Transaction transaction{m_database.get()};
    if (!transaction.is_open()) return sqlite_error(m_database.get(), m_file);
    auto receipt = store(signup, seats);
    if (receipt && !transaction.commit()) return sqlite_error(m_database.get(), m_file);
    return receipt;
}

/// Inside add()'s transaction, so that nobody takes the seat between the count and the row.
Result<std::string> SignupBook::store(Signup const& signup, int seats) {
    Statement before{m_database.get(), "SELECT receipt FROM signup WHERE form = ?"};
    if (before.bind(signup.form).step() == SQLITE_ROW) return before.text(0);

    Statement count{m_database.get(),
                    "SELECT count(*) FROM signup WHERE workshop = ? AND standing = 'confirmed'"};
    if (count.bind(signup.workshop).step() != SQLITE_ROW) return sqlite_error(m_database.get(), m_file);
    if (count.number(0) >= seats) return Error{Kind::Refused, signup.workshop + ": every seat is taken"};

    Statement row{m_database.get(), "INSERT INTO signup (receipt, form, workshop, at, sealed, standing)"
                                    " VALUES (?, ?, ?, ?, ?, 'confirmed')"};
    row.bind(signup.receipt).bind(signup.form).bind(signup.workshop);
    row.bind(signup.at.time_since_epoch().count()).bind_blob(signup.sealed);
    if (row.step() != SQLITE_DONE) return sqlite_error(m_database.get(), m_file);
    return signup.receipt;
}

Status SignupBook::cancel(std::string_view receipt) {
    Statement row{m_database.get(), "UPDATE signup SET standing = 'cancelled' WHERE receipt = ?"};
    if (row.bind(receipt).step() != SQLITE_DONE) return sqlite_error(m_database.get(), m_file);
    if (sqlite3_changes(m_database.get()) == 0)
        return Error{Kind::NotFound, "no sign-up has the receipt " + std::string(receipt)};
    return {};
}

Result<std::optional<Signup>> SignupBook::find(char const* sql, std::string_view key) {
    Statement row{m_database.get(), sql};
    int found = row.bind(key).step();
    if (found == SQLITE_ROW) return std::optional{read_row(row)};
    if (found == SQLITE_DONE) return std::optional<Signup>{};
    return sqlite_error(m_database.get(), m_file);
}

Result<std::optional<Signup>> SignupBook::find_receipt(std::string_view receipt) {
    return find(select_by_receipt, receipt);
}

Result<std::optional<Signup>> SignupBook::find_form(std::string_view form) {
    return find(select_by_form, form);
}

Result<std::map<std::string, int, std::less<>>> SignupBook::taken() {
    std::map<std::string, int, std::less<>> out;
    Statement rows{m_database.get(),
                   "SELECT workshop, count(*) FROM signup WHERE standing = 'confirmed' GROUP BY workshop"};
    int step = rows.step();
    for (; step == SQLITE_ROW; step = rows.step()) out[rows.text(0)] = int(rows.number(1));
    if (step != SQLITE_DONE) return sqlite_error(m_database.get(), m_file);
    return out;
}

Result<std::vector<Signup>> read_signups(std::filesystem::path const& file) {
    if (!std::filesystem::exists(file))
        return Error{Kind::NotFound, file.string() + ": does not exist; name the right folder with --data"};
    sqlite3* raw = nullptr;
    int opened = sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READONLY, nullptr);
    SignupBook::Database database{raw};
    if (opened != SQLITE_OK) return sqlite_error(raw, file);

    std::vector<Signup> out;
    Statement rows{raw, select_all};
    int step = rows.step();
    for (; step == SQLITE_ROW; step = rows.step()) out.push_back(read_row(rows));
    if (step != SQLITE_DONE) return sqlite_error(raw, file);
    return out;
}

}
