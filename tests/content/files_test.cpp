#include "content/files.h"
#include "content/nearest.h"
#include "content/temp_folder.h"
#include "content/text_check.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace kiosk;

TEST_CASE("names sort as people count") {
    std::vector<std::string> names{"10.jpg", "a10", "2.jpg", "A2", "1.jpg", "02.jpg", "b", "a", "a2b", "å"};
    std::ranges::sort(names, natural_less);
    CHECK(names ==
          std::vector<std::string>{"1.jpg", "02.jpg", "2.jpg", "10.jpg", "a", "A2", "a2b", "a10", "b", "å"});
    CHECK_FALSE(natural_less("a", "a"));
    CHECK(natural_less("99999999999999999999998", "99999999999999999999999"));
}

TEST_CASE("a folder's label is its own name, however it is reached") {
    TempFolder folder;
    folder.write("media/x", "");
    std::filesystem::path const media = folder.path() / "media";
    CHECK(named(media).label == "media");
    CHECK(named(media / "").label == "media");
    CHECK(named(media / "." / "..").label == folder.path().filename().string());
    CHECK((named(media) / "a.toml").label == "media/a.toml");
    CHECK((named(media) / "a.toml").stem() == "a");
}

TEST_CASE("only plain files are read") {
    TempFolder folder;
    NamedPath const root{folder.path(), "media"};
    folder.write("folder/x", "");
    CHECK(read_text(root / "folder").error() == Error{Kind::Unreadable, "media/folder: is not a plain file"});
    CHECK(read_text(root / "none").error() == Error{Kind::NotFound, "media/none: there is no such file"});
    CHECK(*read_text(root / "folder/x") == "");
}

TEST_CASE("strict UTF-8 only") {
    CHECK_FALSE(unfit_for_screen("Räksmörgås – 你好 🌲\n\t"));
    CHECK(unfit_for_screen("ab\xC3") == "is not UTF-8 from byte 3 on; write it in UTF-8");
    CHECK(unfit_for_screen("\xC0\x80") == "is not UTF-8 from byte 1 on; write it in UTF-8");      // overlong
    CHECK(unfit_for_screen("\xED\xA0\x80") == "is not UTF-8 from byte 1 on; write it in UTF-8");  // surrogate
    CHECK(unfit_for_screen("\xF4\x90\x80\x80") == "is not UTF-8 from byte 1 on; write it in UTF-8");
    CHECK(unfit_for_screen("\x80") == "is not UTF-8 from byte 1 on; write it in UTF-8");
    CHECK(unfit_for_screen("a\rb") == "holds the control character U+000D; delete it");
    CHECK(unfit_for_screen("a\u0085b") == "holds the control character U+0085; delete it");
    CHECK(unfit_for_screen("\u2067") ==
          "holds the invisible character U+2067, which reverses text; delete it");
}

TEST_CASE("what is shown in a message is harmless and short") {
    CHECK(shown_safely("åäö") == "åäö");
    CHECK(shown_safely("a\nb\x1B[31m\xFF") == "a\\x0Ab\\x1B[31m\\xFF");
    CHECK(shown_safely(std::string(100, 'x')) == std::string(60, 'x') + "…");
}

TEST_CASE("the nearest name is suggested") {
    CHECK(suggestion("titel", {"topic", "title"}) == "; did you mean \"title\"?");
    CHECK(suggestion("TITLE", {"topic", "title"}) == "; did you mean \"title\"?");
    CHECK(suggestion("colour", {"topic", "title"}) == "; known are topic, title");
    CHECK(suggestion("x", {}) == "");
    CHECK(suggestion("zzzz", {"a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9"}) ==
          "; known are a1, a2, a3, a4, a5, a6, a7, a8, …");
}
