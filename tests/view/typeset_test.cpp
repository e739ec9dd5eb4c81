// Setting text: no word alone on a last line, no short word at a headline's line end, nothing cut.

#include "view/typeset.h"

#include "view/fixed_ruler.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

/// A model without content is enough to set text.
struct Desk {
    Model model;
    Now now;
    FixedRuler ruler;
    Context c{model, now, ruler, Metrics(model.glass), "sv"};

    /// `text` in lines of `letters`.
    std::string set(std::string const& text, int letters, bool balanced = false) const {
        TextStyle const style{Face::Text, Weight::Regular, 100, 1.2, 0};  // 52 pixels a letter.
        return set_text(c, text, {style, palette::ink, Align::Left, balanced}, {0, 0, letters * 52, 5000})
            .markup;
    }
};

}

TEST_CASE("a word that would stand alone takes the one before it along") {
    CHECK(Desk().set("You can always go back.", 18) == "You can always go\u00A0back.");
    CHECK(Desk().set("You can always go back.", 40) == "You can always go back.");
    CHECK(Desk().set("You can always go back", 14) ==
          "You can always go back");  // Two words on the last line.
}

TEST_CASE("a last word that is joined already is not alone") {
    CHECK(Desk().set("one two three and\u00A0four", 14) == "one two three and\u00A0four");
}

TEST_CASE("words are not joined where that would cut them or take a line more") {
    CHECK(Desk().set("fifteen municipalities", 14) == "fifteen municipalities");
    CHECK(Desk().set("one two three fourteen", 13) == "one two three fourteen");
    CHECK(Desk().set("alone", 10) == "alone");
}

TEST_CASE("no line of a headline ends with a word of one letter") {
    CHECK(Desk().set("Länets sjukhus ligger i Falun", 24, true) == "Länets sjukhus\nligger i\u00A0Falun");
    CHECK(Desk().set("Två å vid å", 30, true) == "Två å\u00A0vid å");
    CHECK(Desk().set("i industrisamhället", 18, true) == "i\nindustrisamhället");
}
