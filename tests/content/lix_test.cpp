#include "content/lix.h"

#include <doctest/doctest.h>

#include <string>

using kiosk::lix;

TEST_CASE("LIX is words a sentence plus the percentage of long words") {
    CHECK(lix("Vi bor här.") == doctest::Approx(3));
    // Eight words, two sentences, two of more than six letters.
    CHECK(lix("Dalarna behöver dig. Kom hit och jobba här!") == doctest::Approx(8 / 2.0 + 100.0 * 2 / 8));
    CHECK(lix("Besöksnäringen växer") == doctest::Approx(2 + 50));
}

TEST_CASE("letters count, not bytes") {
    CHECK(lix("Åååååå") == doctest::Approx(1));         // six letters
    CHECK(lix("Ååååååå") == doctest::Approx(1 + 100));  // seven
}

TEST_CASE("what ends a sentence") {
    CHECK(lix("Ja. Nej? Jo! Så: nu") == doctest::Approx(1));
    CHECK(lix("Vänta… nu") == doctest::Approx(2));
    CHECK(lix("Det är 4.1 mil hit") == doctest::Approx(5));
    CHECK(lix("Vad?! Nej...") == doctest::Approx(1));
    CHECK(lix("Rubrik utan punkt\n\nText här") == doctest::Approx(5 / 2.0));
}

TEST_CASE("odd texts do no harm") {
    CHECK(lix("") == 0);
    CHECK(lix(" . ! – ") == 0);
    CHECK(lix("\xFF\xFE hej") == doctest::Approx(1));
}

TEST_CASE("words are counted in any language, without what stands for itself") {
    CHECK(kiosk::count_words("Sweden’s 3.5 **best** miles – and more") == 6);
    CHECK(kiosk::count_words("- one\n- two\n\nthree") == 3);
    CHECK(kiosk::count_words("") == 0);
}
