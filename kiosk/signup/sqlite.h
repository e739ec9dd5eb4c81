#pragma once
// SQLite in the manner of this program: statements that finish themselves, errors as sentences.
// Included by book.cpp only.

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include <sqlite3.h>

namespace kiosk {

/// What the last failed call means: the file, what is wrong, what to do. A full disk and a damaged or locked
/// file are Kind::Unavailable: the visitor may try again, staff must look.
Error sqlite_error(sqlite3*, std::filesystem::path const& file);

/// A prepared statement. Texts and blobs bound to it must live until the last step().
class Statement {
public:
    Statement(sqlite3*, char const* sql);

    Statement& bind(std::string_view text);
    Statement& bind(std::int64_t number);
    Statement& bind_blob(std::string_view bytes);

    /// SQLITE_ROW, SQLITE_DONE, or what went wrong.
    int step();
    std::string text(int column) const;
    std::int64_t number(int column) const { return sqlite3_column_int64(m_statement.get(), column); }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    int m_prepared = SQLITE_OK;
    int m_bound = 0;
};

/// Runs statements that return no rows.
bool execute(sqlite3*, char const* sql);

}
