#include "signup/sqlite.h"

namespace kiosk {

Error sqlite_error(sqlite3* database, std::filesystem::path const& file) {
    std::string name = file.string();
    int code = database ? sqlite3_errcode(database) & 0xff : SQLITE_NOMEM;
    std::string said = database ? sqlite3_errmsg(database) : "out of memory";
    switch (code) {
    case SQLITE_FULL:
        return {Kind::Unavailable,
                name + ": the disk is full; free some space and sign-up goes on by itself"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Kind::Unavailable, name + ": is held by another program; close what else has it open"};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {Kind::Unavailable,
                name + ": is damaged (" + said + "); restart dalasignup, which moves it aside"};
    case SQLITE_IOERR:
        return {Kind::Unavailable, name + ": the disk refuses (" + said + "); look at its space and health"};
    default:
        return {Kind::Unreadable, name + ": " + said + "; look at the rights of the file and its folder"};
    }
}

Statement::Statement(sqlite3* database, char const* sql) {
    sqlite3_stmt* statement = nullptr;
    m_prepared = sqlite3_prepare_v2(database, sql, -1, &statement, nullptr);
    m_statement.reset(statement);
}

Statement& Statement::bind(std::string_view text) {
    sqlite3_bind_text(m_statement.get(), ++m_bound, text.data(), int(text.size()), SQLITE_STATIC);
    return *this;
}

Statement& Statement::bind(std::int64_t number) {
    sqlite3_bind_int64(m_statement.get(), ++m_bound, number);
    return *this;
}

Statement& Statement::bind_blob(std::string_view bytes) {
    sqlite3_bind_blob(m_statement.get(), ++m_bound, bytes.data(), int(bytes.size()), SQLITE_STATIC);
    return *this;
}

int Statement::step() { return m_prepared == SQLITE_OK ? sqlite3_step(m_statement.get()) : m_prepared; }

std::string Statement::text(int column) const {
    auto bytes = static_cast<char const*>(sqlite3_column_blob(m_statement.get(), column));
    auto size = std::size_t(sqlite3_column_bytes(m_statement.get(), column));
    return bytes ? std::string(bytes, size) : std::string();
}

bool execute(sqlite3* database, char const* sql) {
    return sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

}
