#include "app/page_counter.h"

#include "content/temp_folder.h"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("a decoder that could not work is asked again, and what it said is remembered") {
    TempFolder const folder;
    folder.write("one.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"/>");
    folder.write("bad.pdf", "%PDF-");
    // Ends the first time, while it is waited for.
    std::string const tried = (folder.path() / "tried").string();
    folder.write("decoder", "#!/bin/sh\n[ -e '" + tried + "' ] && exec " DECODE_HELPER "\n: >'" + tried +
                                "'\n/bin/sleep 1\n");
    std::filesystem::permissions(folder.path() / "decoder", std::filesystem::perms::owner_all);
    auto decoder = DecodeClient::start(folder.path() / "decoder", [](DecodedPicture) {});
    REQUIRE(decoder);
    PageCounter const count = page_counter(*decoder);

    auto const early = count(folder.path() / "one.svg");
    REQUIRE_FALSE(early);
    CHECK(early.error().kind == Kind::Unavailable);
    auto const later = count(folder.path() / "one.svg");
    REQUIRE(later);
    CHECK(*later == 1);
    auto const bad = count(folder.path() / "bad.pdf");
    REQUIRE_FALSE(bad);

    // With nobody left to ask.
    *decoder = *DecodeClient::start("/bin/true", [](DecodedPicture) {});
    CHECK(count(folder.path() / "one.svg"));
    auto const again = count(folder.path() / "bad.pdf");
    REQUIRE_FALSE(again);
    CHECK(again.error() == bad.error());
}
