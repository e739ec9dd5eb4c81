#include "content/markdown.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

/// One line a paragraph; list items start with "* ".
std::string shown(std::string_view markdown) {
    std::string all;
    for (Paragraph const& p : read_markdown(markdown)) all += (p.list_item ? "* " : "") + p.markup + "|";
    return all;
}

}

TEST_CASE("paragraphs, bold and emphasis") {
    CHECK(shown("Ett **stort** jobb\nhär.\n\nOch *ett* till.") ==
          "Ett <b>stort</b> jobb här.|Och <i>ett</i> till.|");
    CHECK(shown("***båda***") == "<i><b>båda</b></i>|");
    CHECK(shown("rad  \nbrytning") == "rad\nbrytning|");
    CHECK(shown("") == "");
    CHECK(shown("\n\n") == "");
}

TEST_CASE("lists, tight, loose and with text around") {
    CHECK(shown("- ett\n- **två**") == "* ett|* <b>två</b>|");
    CHECK(shown("- ett\n\n- två") == "* ett|* två|");
    CHECK(shown("Före\n\n- ett\n\nEfter") == "Före|* ett|Efter|");
    CHECK(shown("1. ett\n2. två") == "* ett|* två|");
    CHECK(shown("- ett\n  - inne\n- två") == "* ett|* inne|* två|");
}

TEST_CASE("markup in the text is text") {
    CHECK(shown("Jobb & <b>industri</b>") == "Jobb &amp; &lt;b&gt;industri&lt;/b&gt;|");
    CHECK(shown("<script>x</script>") == "&lt;script&gt;x&lt;/script&gt;|");
    CHECK(shown("a &amp; b &lt; c&nbsp;d &bogus;") == "a &amp; b &lt; c\u00A0d &amp;bogus;|");
    CHECK(shown(std::string_view{"a\0b", 3}) == "a\uFFFDb|");
}

TEST_CASE("anything else is its plain text") {
    CHECK(shown("# Rubrik\n\nText") == "Rubrik|Text|");
    CHECK(shown("[länk](https://example.org) och `kod`") == "länk och kod|");
    CHECK(shown("> citat") == "citat|");
    CHECK(shown("![alt](bild.png)") == "alt|");
    CHECK(shown("```\nrad\n```") == "rad\n|");
    CHECK(shown("Före\n\n---\n\nEfter") == "Före|Efter|");
}

TEST_CASE("plain text is the markup without its marks") {
    CHECK(plain_text("Ett <b>stort</b> &amp; <i>fint</i> &lt;jobb&gt;") == "Ett stort & fint <jobb>");
    CHECK(plain_text("&amp;lt;") == "&lt;");
    CHECK(plain_text("oavslutad <b") == "oavslutad ");
    CHECK(plain_text(escape_markup("a < b & \"c\" > d")) == "a < b & \"c\" > d");
}
