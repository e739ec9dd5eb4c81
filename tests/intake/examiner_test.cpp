#include "intake/examiner.h"

#include "base/folders.h"
#include "content/temp_folder.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

constexpr char const* drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"200\">"
                                "<rect width=\"400\" height=\"200\" fill=\"#f00\"/></svg>";

}

TEST_CASE("the confined decoder says what a file is, and decodes it once to be sure") {
    auto examiner = Examiner::start(program_folder() / "dala-decode");
    REQUIRE(examiner);
    TempFolder const folder;
    folder.write("logga", drawing);
    auto const look = examiner->look(folder.path() / "logga");
    REQUIRE(look);
    CHECK(look->size == Size{400, 200});
    CHECK(look->scalable);
    CHECK(look->ending == ".svg");
    Bitmap const preview = examiner->take_preview();
    CHECK(preview.size() == Size{192, 96});
    CHECK(preview.row(50)[50] == 0xFFFF0000);

    // A head that promises a picture, and nothing behind it.
    std::string const head{"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x40\0\0\0\x40\x08\x02\0\0\0\0\0\0\0", 33};
    folder.write("halv.png", head);
    auto const cut = examiner->look(folder.path() / "halv.png");
    REQUIRE_FALSE(cut);
    CHECK(cut.error().kind == Kind::Malformed);
    CHECK(cut.error().what.starts_with("halv.png: "));
    CHECK(examiner->take_preview().empty());
    CHECK(examiner->look(folder.path() / "logga"));
}
