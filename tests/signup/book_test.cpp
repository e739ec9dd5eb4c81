#include "signup/book.h"

#include "content/temp_folder.h"
#include "signup/random.h"

#include <atomic>
#include <csignal>
#include <thread>

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace kiosk;

namespace {

Signup signup(std::string workshop = "brand", std::string sealed = "sealed bytes") {
    return {random_receipt(), random_id(), std::move(workshop), WallTime{Millis{1'800'000'000'000}},
            std::move(sealed)};
}

SignupBook open_book(std::filesystem::path const& file) {
    auto book = SignupBook::open(file);
    REQUIRE_MESSAGE(book, (book ? "" : book.error().what));
    return std::move(*book);
}

int taken(SignupBook& book, char const* workshop) {
    auto counts = book.taken();
    REQUIRE(counts);
    auto at = counts->find(workshop);
    return at == counts->end() ? 0 : at->second;
}

void execute(std::filesystem::path const& file, char const* sql) {
    sqlite3* database = nullptr;
    sqlite3_open(file.c_str(), &database);
    CHECK(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

}

TEST_CASE("a sign-up is found again as it was, also by another connection and after a restart") {
    TempFolder folder;
    Signup kim = signup("brand", std::string("\0\x01 blob", 7));
    {
        SignupBook book = open_book(folder.path() / "signups.db");
        CHECK(*book.add(kim, 5) == kim.receipt);
        auto read = read_signups(folder.path() / "signups.db");
        REQUIRE(read);
        CHECK(*read == std::vector{kim});
    }
    SignupBook again = open_book(folder.path() / "signups.db");
    CHECK(again.trouble() == "");
    CHECK(**again.find_receipt(kim.receipt) == kim);
    CHECK(**again.find_form(kim.form) == kim);
    CHECK(*again.find_receipt("0000000000000000") == std::nullopt);
    CHECK(taken(again, "brand") == 1);
}

TEST_CASE("the same form gets the same receipt and one row, even when the seats are gone") {
    TempFolder folder;
    SignupBook book = open_book(folder.path() / "signups.db");
    Signup kim = signup(), twice = kim;
    twice.receipt = random_receipt();
    CHECK(*book.add(kim, 1) == kim.receipt);
    CHECK(*book.add(twice, 1) == kim.receipt);
    CHECK(taken(book, "brand") == 1);
    CHECK(book.add(signup(), 1).error() == Error{Kind::Refused, "brand: every seat is taken"});
    CHECK(book.add(signup("talent"), 1).has_value());
}

TEST_CASE("cancelling frees the seat and keeps the record") {
    TempFolder folder;
    SignupBook book = open_book(folder.path() / "signups.db");
    Signup kim = signup();
    REQUIRE(book.add(kim, 1));
    CHECK(book.cancel(kim.receipt));
    CHECK(book.cancel(kim.receipt));
    CHECK((*book.find_receipt(kim.receipt))->standing == Standing::Cancelled);
    CHECK(taken(book, "brand") == 0);
    CHECK(book.add(signup(), 1).has_value());
    CHECK(book.cancel("0000000000000000").error() ==
          Error{Kind::NotFound, "no sign-up has the receipt 0000000000000000"});
}

TEST_CASE("the last seats go once each, whoever asks at the same time") {
    TempFolder folder;
    open_book(folder.path() / "signups.db");
    std::atomic<int> given = 0;
    std::vector<std::thread> crowd;
    for (int i = 0; i < 4; ++i)
        crowd.emplace_back([&] {
            auto book = SignupBook::open(folder.path() / "signups.db");
            for (int k = 0; book && k < 10; ++k) given += book->add(signup(), 7).has_value();
        });
    for (std::thread& one : crowd) one.join();
    CHECK(given == 7);
    SignupBook book = open_book(folder.path() / "signups.db");
    CHECK(taken(book, "brand") == 7);
}

TEST_CASE("a file that is no database is moved aside, named, and never deleted") {
    TempFolder folder;
    auto file = folder.path() / "signups.db";
    folder.write("signups.db", std::string(8192, 'x'));
    SignupBook book = open_book(file);
    CHECK(book.trouble() == file.string() +
                                ": was damaged and now lies in signups.db.damaged-1; sign-up goes on in"
                                " a new file, keep the old one for the organiser");
    CHECK(folder.read("signups.db.damaged-1") == std::string(8192, 'x'));
    CHECK(book.add(signup(), 1).has_value());
}

TEST_CASE("a database with a torn page is noticed when it is opened") {
    TempFolder folder;
    auto file = folder.path() / "signups.db";
    {
        SignupBook book = open_book(file);
        for (int i = 0; i < 100; ++i) REQUIRE(book.add(signup("brand", std::string(300, 's')), 1000));
    }
    std::fstream torn{file, std::ios::in | std::ios::out | std::ios::binary};
    torn.seekp(4096 * 2);
    torn << std::string(4096, '\xff');
    torn.close();
    SignupBook book = open_book(file);
    CHECK(book.trouble().find("signups.db.damaged-1") != std::string::npos);
    CHECK(taken(book, "brand") == 0);
}

TEST_CASE("a newer version's file is left alone") {
    TempFolder folder;
    auto file = folder.path() / "signups.db";
    open_book(file);
    execute(file, "PRAGMA user_version = 2");
    CHECK(SignupBook::open(file).error() ==
          Error{Kind::Malformed, file.string() + ": was written by a newer dalasignup; update this one"});
    CHECK_FALSE(std::filesystem::exists(folder.path() / "signups.db.damaged-1"));
}

TEST_CASE("what can't be opened says why") {
    TempFolder folder;
    std::filesystem::create_directory(folder.path() / "signups.db");
    CHECK(SignupBook::open(folder.path() / "signups.db").error() ==
          Error{Kind::Unreadable, (folder.path() / "signups.db").string() +
                                      ": unable to open database file; look at the"
                                      " rights of the file and its folder"});
    CHECK(read_signups(folder.path() / "none.db").error() ==
          Error{Kind::NotFound, (folder.path() / "none.db").string() +
                                    ": does not exist; name the right folder with --data"});
}

TEST_CASE("all that lies in the folder is for its owner only") {
    TempFolder folder;
    SignupBook book = open_book(folder.path() / "signups.db");
    REQUIRE(book.add(signup(), 1));
    int files = 0;
    for (auto const& entry : std::filesystem::directory_iterator(folder.path())) {
        CHECK((entry.status().permissions() & std::filesystem::perms(0077)) == std::filesystem::perms::none);
        ++files;
    }
    CHECK(files == 3);
}

TEST_CASE("a file at its limit refuses with a sentence, and what was confirmed stays") {
    TempFolder folder;
    auto file = folder.path() / "signups.db";
    // In a child, for the limit can't be lifted again.
    pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        auto book = SignupBook::open(file);
        rlimit limit{1024 * 1024, 1024 * 1024};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        int stored = 0;
        for (;; ++stored) {
            auto added = book->add(signup("brand", std::string(2000, 's')), 100'000);
            if (added) continue;
            bool told = added.error().kind == Kind::Unavailable &&
                        added.error().what.starts_with(file.string() + ": the disk ");
            ::_exit(told ? std::min(stored, 254) : 255);
        }
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    int stored = WEXITSTATUS(status);
    CHECK(stored > 10);
    CHECK(stored < 255);
    SignupBook book = open_book(file);
    CHECK(book.trouble() == "");
    CHECK(taken(book, "brand") == stored);
}

TEST_CASE("a full disk refuses with a sentence and goes on when there is room") {
    TempFolder folder;
    if (::mount("none", folder.path().c_str(), "tmpfs", 0, "size=300k") != 0) {
        MESSAGE("not allowed to mount a small disk here; the test before covers the same refusal");
        return;
    }
    {
        SignupBook book = open_book(folder.path() / "signups.db");
        Result<std::string> added = std::string();
        int stored = -1;
        for (; added; ++stored) added = book.add(signup("brand", std::string(2000, 's')), 100'000);
        CHECK(added.error() ==
              Error{Kind::Unavailable,
                    (folder.path() / "signups.db").string() +
                        ": the disk is full; free some space and sign-up goes on by itself"});
        CHECK(taken(book, "brand") == stored);
        ::mount("none", folder.path().c_str(), "tmpfs", MS_REMOUNT, "size=2m");
        CHECK(book.add(signup(), 100'000).has_value());
        CHECK(taken(book, "brand") == stored + 1);
    }
    ::umount(folder.path().c_str());
}
