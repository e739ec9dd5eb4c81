#include "decode/decode.h"

#include "content/temp_folder.h"
#include "decode/pictures.h"

#include <string>

#include <doctest/doctest.h>

namespace kiosk {

namespace {

std::string svg(std::string_view attributes, std::string_view content) {
    return R"(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" )" +
           std::string{attributes} + ">" + std::string{content} + "</svg>";
}

constexpr std::string_view three_patches = R"(<rect width="10" height="10" fill="red"/>
    <rect x="10" width="10" height="10" fill="lime"/><rect x="20" width="10" height="10" fill="blue"/>)";

/// The pixel in the middle, or 0.
std::uint32_t middle(std::string_view file, Framing const& framing) {
    auto bitmap = decoded(file, framing);
    return bitmap ? bitmap->row(bitmap->size().h / 2)[bitmap->size().w / 2] : 0;
}

}

TEST_CASE("a drawing is set at the size shown and cut around the focus") {
    for (std::string_view attributes : {R"(viewBox="0 0 30 10")", R"(width="30" height="10")",
                                        R"(width="100%" height="100%" viewBox="0 0 30 10")"}) {
        std::string file = svg(attributes, three_patches);
        CHECK(middle(file, {{200, 200}, Framing::Fit::Cover, 0, 0.5}) == red);
        CHECK(middle(file, {{200, 200}, Framing::Fit::Cover, 0.5, 0.5}) == green);
        CHECK(middle(file, {{200, 200}, Framing::Fit::Cover, 1, 0.5}) == blue);
        CHECK(decoded(file, {.box = {300, 300}, .fit = Framing::Fit::Contain})->size() == Size{300, 100});
    }
}

TEST_CASE("a drawing that says no size takes the shape of its place") {
    std::string file = svg("", R"(<rect width="100%" height="100%" fill="red"/>)");
    auto bitmap = decoded(file, {.box = {70, 50}, .fit = Framing::Fit::Contain});
    REQUIRE(bitmap);
    CHECK(bitmap->size() == Size{70, 50});
    CHECK(bitmap->row(49)[69] == red);
}

TEST_CASE("what a drawing leaves free is transparent") {
    CHECK(decoded(svg(R"(viewBox="0 0 10 10")", R"(<rect width="1" height="1"/>)"), {.box = {40, 40}})
              ->row(30)[30] == 0);
}

TEST_CASE("a drawing loads nothing from outside") {
    TempFolder folder;
    folder.write("inside.png", png(patches({10, 10}, {{red}})));
    for (std::string address :
         {"file://" + (folder.path() / "inside.png").string(), (folder.path() / "inside.png").string(),
          std::string{"http://127.0.0.1:9/x.png"}}) {
        std::string file =
            svg(R"(viewBox="0 0 10 10")",
                R"(<rect width="10" height="10" fill="lime"/><image width="10" height="10" xlink:href=")" +
                    address + R"("/>)");
        CHECK(middle(file, {.box = {40, 40}}) == green);
    }
    std::string entity =
        R"(<!DOCTYPE svg [<!ENTITY secret SYSTEM "file:///etc/hostname">]>)" +
        svg(R"(viewBox="0 0 10 10")", R"(<desc>&secret;</desc><rect width="10" height="10" fill="lime"/>)");
    CHECK(fault(entity).find("Entity 'secret' not defined") != std::string::npos);
}

TEST_CASE("a drawing with text is refused, because a confined process has no fonts") {
    constexpr std::string_view sentence =
        "is an SVG drawing with text, which needs fonts: turn the text into paths "
        "(in Inkscape: Path, Object to Path) and export it again";
    CHECK(fault(svg("", "<text x='1' y='9'>Falun</text>")) == sentence);
    CHECK(fault(svg("", "<g><text>Mora</text></g>")) == sentence);
    CHECK(fault(svg(R"(viewBox="0 0 9 9")", "<desc>text about a rect</desc><rect width='9' height='9'/>")) ==
          "");
}

TEST_CASE("a damaged drawing says so") {
    CHECK(fault("<svg xmlns='http://www.w3.org/2000/svg'><rect></svg>")
              .starts_with("is a damaged SVG drawing ("));
    CHECK(fault("<svg").starts_with("is a damaged SVG drawing ("));
}

}
