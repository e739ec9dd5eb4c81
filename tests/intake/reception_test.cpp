#include "intake/reception.h"

#include "content/temp_folder.h"
#include "intake/zip.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

namespace fs = std::filesystem;

struct Desk {
    TempFolder data, stick;
    WorkFolder work = *WorkFolder::create(data.path() / "run");
};

}

TEST_CASE("a work folder goes with its owner, and those of the dead with the next") {
    TempFolder const data;
    data.write("run/intake-dead/1.jpg", "x");
    data.write("run/other/1.jpg", "x");
    fs::path made;
    {
        auto const work = WorkFolder::create(data.path() / "run");
        REQUIRE(work);
        made = work->path();
        CHECK(fs::is_directory(made));
        CHECK_FALSE(fs::exists(data.path() / "run/intake-dead"));
        CHECK(fs::exists(data.path() / "run/other"));
        auto const other = WorkFolder::create(data.path() / "run");
        CHECK(other);
        CHECK(fs::is_directory(made));
    }
    CHECK_FALSE(fs::exists(made));
    data.write("file", "x");
    auto const nowhere = WorkFolder::create(data.path() / "file");
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error() ==
          Error{Kind::Unreadable, (data.path() / "file").string() +
                                      ": can't be written: Not a directory; make room, or name "
                                      "another folder with --data"});
}

TEST_CASE("a folder is a delivery as it is") {
    Desk const desk;
    desk.stick.write("Bilder/1.jpg", "x");
    auto const delivery = receive(desk.stick.path() / "Bilder/", desk.work);
    REQUIRE(delivery);
    CHECK(delivery->label == "Bilder");
    CHECK(delivery->folder == desk.stick.path() / "Bilder/");
    CHECK(delivery->result_folder == delivery->folder);
}

TEST_CASE("a ZIP is unpacked, also one that lies alone on a stick") {
    Desk const desk;
    desk.stick.write("System Volume Information/x", "x");
    Zip{desk.stick.path() / "verkstad.zip"}.add("1.jpg", "one").add("../2.jpg", "two");
    for (fs::path const& source : {desk.stick.path(), desk.stick.path() / "verkstad.zip"}) {
        Desk const own;
        auto const delivery = receive(source, own.work);
        REQUIRE(delivery);
        CHECK(delivery->label == "verkstad");
        CHECK(delivery->result_folder == desk.stick.path());
        CHECK(delivery->folder == own.work.path() / "unpacked");
        CHECK(fs::exists(delivery->folder / "1.jpg"));
        CHECK(delivery->refused.size() == 1);
    }
    desk.stick.write("1.jpg", "x");
    CHECK(receive(desk.stick.path(), desk.work)->folder == desk.stick.path());
}

TEST_CASE("what is neither folder nor ZIP is said so") {
    Desk const desk;
    desk.stick.write("1.jpg", "x");
    for (fs::path const& source : {desk.stick.path() / "1.jpg", desk.stick.path() / "nowhere"}) {
        auto const delivery = receive(source, desk.work);
        REQUIRE_FALSE(delivery);
        CHECK(delivery.error() ==
              Error{Kind::NotFound, source.string() + ": is no folder and no ZIP; name one of these"});
    }
}
