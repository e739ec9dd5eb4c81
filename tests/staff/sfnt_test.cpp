#include "staff/sfnt.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace kiosk;

namespace {

std::string font(char const* name) {
    std::ifstream in(std::string("/usr/share/fonts/") + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}

TEST_CASE("the em of a font") {
    CHECK(em_height(font("opentype/inter/Inter-Regular.otf")) == doctest::Approx(1.21).epsilon(0.005));
    CHECK(em_height(font("truetype/vollkorn/Vollkorn-ExtraBold.ttf")) ==
          doctest::Approx(1.395).epsilon(0.01));
    CHECK(em_height("") == 0);
    CHECK(em_height("not a font, however long it is") == 0);
}

TEST_CASE("lining figures replace the old-style ones, and nothing else changes") {
    std::string const before = font("truetype/vollkorn/Vollkorn-ExtraBold.ttf");
    std::string after = before;
    use_lining_figures(after);
    REQUIRE(after.size() == before.size());
    std::size_t changed = 0;
    for (std::size_t i = 0; i < before.size(); ++i) changed += before[i] != after[i];
    CHECK(changed > 10);
    CHECK(changed <= 10 * 8);  // An entry of loca and one of hmtx for each figure, four bytes each.
}

TEST_CASE("fonts without such figures, and no fonts at all, stay as they are") {
    std::string const whole = font("truetype/vollkorn/Vollkorn-ExtraBold.ttf");
    for (std::string const& bytes :
         {std::string{}, std::string("no font"), whole.substr(0, 300), whole.substr(0, 40'000)}) {
        std::string copy = bytes;
        use_lining_figures(copy);
        CHECK(copy.size() == bytes.size());
    }
    std::string empty;
    use_lining_figures(empty);
    CHECK(empty.empty());
}
