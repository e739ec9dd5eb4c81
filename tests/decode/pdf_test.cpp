#include "decode/decode.h"

#include "decode/encoders.h"
#include "decode/fonts.h"

#include <string>

#include <doctest/doctest.h>

namespace kiosk {

namespace {

/// A square of 10 points at x, filled.
std::string square(int x, std::string_view colour) {
    return std::string{colour} + " " + std::to_string(x) + " 0 10 10 re f\n";
}

std::string const three_squares = square(0, "1 0 0 rg") + square(10, "0 1 0 rg") + square(20, "0 0 1 rg");

Result<Bitmap> page(std::string const& file, Framing const& framing, int number = 0) {
    return decode_picture({reinterpret_cast<std::uint8_t const*>(file.data()), file.size()}, framing, number);
}

std::uint32_t middle(std::string const& file, Framing const& framing, int number = 0) {
    auto bitmap = page(file, framing, number);
    CHECK_MESSAGE(bitmap.has_value(), fault(file, framing));
    return bitmap ? bitmap->row(bitmap->size().h / 2)[bitmap->size().w / 2] : 0;
}

/// As the helper does before it is confined, once.
void shelve_fonts_once() {
    static bool const done = (shelve_fonts(), true);
    CHECK(done);
}

std::string with_font(std::string_view name) {
    return pdf({{"/MediaBox[0 0 30 10]/Resources<</Font<</F <</Type/Font/Subtype/Type1/BaseFont/" +
                     std::string{name} + ">> >> >>",
                 "BT /F 14 Tf 0 0 Td (HHHH) Tj ET"}});
}

}

TEST_CASE("a page is drawn at the size shown and cut around the focus") {
    std::string file = pdf({{"/MediaBox[0 0 30 10]", three_squares}});
    CHECK(middle(file, {{200, 200}, Framing::Fit::Cover, 0, 0.5}) == red);
    CHECK(middle(file, {{200, 200}, Framing::Fit::Cover, 0.5, 0.5}) == green);
    CHECK(middle(file, {{200, 200}, Framing::Fit::Cover, 1, 0.5}) == blue);
    CHECK(page(file, {{300, 300}, Framing::Fit::Contain})->size() == Size{300, 100});
}

TEST_CASE("what a page leaves free is white paper") {
    CHECK(middle(pdf({{"/MediaBox[0 0 30 10]", ""}}), {.box = {60, 20}}) == white);
}

TEST_CASE("each page is a picture of its own") {
    std::string file =
        pdf({{"/MediaBox[0 0 30 10]", three_squares}, {"/MediaBox[0 0 10 10]", square(0, "1 1 0 rg")}});
    CHECK(middle(file, {.box = {30, 10}}, 0) == green);
    CHECK(middle(file, {.box = {30, 10}}, 1) == yellow);
    auto third = page(file, {.box = {30, 10}}, 2);
    REQUIRE(!third);
    CHECK(third.error() ==
          Error{Kind::Refused, "has 2 pages, so there is no page 3: name another page in the list"});
    CHECK(!page(file, {.box = {30, 10}}, -1));
}

TEST_CASE("a document of more pages than anybody leafs through is refused") {
    auto of = [](std::size_t pages) {
        return pdf(std::vector<PdfPage>(pages, {"/MediaBox[0 0 30 10]", three_squares}));
    };
    auto most = inspected(of(1000));
    REQUIRE(most);
    CHECK(most->pages == 1000);
    Error const refused{Kind::Refused, "has 1001 pages; at most 1000 are shown: export fewer"};
    CHECK(inspected(of(1001)).error() == refused);
    CHECK(page(of(1001), {.box = {30, 10}}).error() == refused);
}

TEST_CASE("a page for print is shown as it is after trimming") {
    std::string keys = "/MediaBox[0 0 50 20]/TrimBox[20 0 30 10]";
    // Too small a part to be what is meant: nothing is trimmed.
    CHECK(page(pdf({{keys, three_squares}}), {{500, 500}, Framing::Fit::Contain})->size() == Size{500, 200});
    std::string print = "/MediaBox[-5 -5 35 15]/CropBox[-2 -2 33 13]/TrimBox[0 0 30 10]";
    std::string file = pdf({{print, three_squares}});
    auto bitmap = page(file, {{300, 300}, Framing::Fit::Contain});
    REQUIRE(bitmap);
    CHECK(bitmap->size() == Size{300, 100});
    for (int y : {2, 97}) {
        CHECK(bitmap->row(y)[3] == red);
        CHECK(bitmap->row(y)[105] == green);
        CHECK(bitmap->row(y)[296] == blue);
    }
}

TEST_CASE("a page is turned as it says, and trimmed all the same") {
    struct Case {
        int angle;
        Size size;
        Point red_at, blue_at;
    };
    std::string box = "/MediaBox[0 0 36 16]/TrimBox[0 0 30 10]";
    for (Case const& one :
         {Case{90, {100, 300}, {50, 10}, {50, 290}}, Case{180, {300, 100}, {290, 50}, {10, 50}},
          Case{270, {100, 300}, {50, 290}, {50, 10}}}) {
        CAPTURE(one.angle);
        auto bitmap = page(pdf({{box + "/Rotate " + std::to_string(one.angle), three_squares}}),
                           {{300, 300}, Framing::Fit::Contain});
        REQUIRE(bitmap);
        REQUIRE(bitmap->size() == one.size);
        CHECK(bitmap->row(one.red_at.y)[one.red_at.x] == red);
        CHECK(bitmap->row(one.blue_at.y)[one.blue_at.x] == blue);
    }
}

TEST_CASE("print colours are shown as screen colours") {
    std::string file = pdf({{"/MediaBox[0 0 30 10]",
                             square(0, "1 0 0 0 k") + square(10, "0 1 1 0 k") + square(20, "0 0 0 1 k")}});
    auto bitmap = page(file, {.box = {30, 10}});
    REQUIRE(bitmap);
    auto part = [](std::uint32_t pixel, int shift) { return pixel >> shift & 0xFF; };
    CHECK(part(bitmap->row(5)[5], 16) < 60);    // cyan: hardly any red
    CHECK(part(bitmap->row(5)[5], 0) > 200);    // much blue
    CHECK(part(bitmap->row(5)[15], 16) > 200);  // red
    CHECK(part(bitmap->row(5)[15], 0) < 60);
    CHECK(part(bitmap->row(5)[25], 8) < 60);  // black
}

TEST_CASE("the fonts every reader has need not be in the file") {
    shelve_fonts_once();
    for (std::string_view name : {"Helvetica", "Helvetica-Bold", "Times-Roman", "Courier", "ArialMT",
                                  "TimesNewRomanPS-BoldMT", "CourierNew", "ABCDEF#2BHelvetica"}) {
        CAPTURE(name);
        std::string file = with_font(name);
        auto bitmap = page(file, {.box = {300, 100}});
        REQUIRE_MESSAGE(bitmap.has_value(), fault(file));
        int dark = 0;
        for (int x = 0; x < 300; ++x) dark += (bitmap->row(70)[x] & 0xFF) < 100;
        CHECK(dark > 20);
    }
}

TEST_CASE("a relative of such a font is another font") {
    shelve_fonts_once();
    for (std::string_view name : {"HelveticaNeue", "Helvetica-Light", "ArialNarrow", "ArialNarrow-Bold",
                                  "Arial-Black", "TimesTen-Roman", "CourierPrime"}) {
        CAPTURE(name);
        CHECK(fault(with_font(name)).find("uses the font " + std::string{name}) != std::string::npos);
    }
}

TEST_CASE("another font must be in the file, because a logo in the wrong one is not that logo") {
    shelve_fonts_once();
    CHECK(fault(with_font("Bad#1B#FF#0A")) == "is a PDF document that uses the font Bad\\x1B\\xFF\\x0A but "
                                              "does not hold it: export it again with all fonts embedded");
    CHECK(fault(with_font("Futura-Bold")) == "is a PDF document that uses the font Futura-Bold but does not "
                                             "hold it: export it again with all fonts "
                                             "embedded");
}

TEST_CASE("a document that cannot be read says so") {
    CHECK(fault("%PDF-1.7\n") == "is a damaged PDF document: export it again");
    CHECK(fault(pdf({})) == "is a damaged PDF document: export it again");
}

}
