#include "screen/painter.h"

#include "screen/plain_text.h"
#include "screen/shot.h"
#include "screen/samples.h"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace kiosk {

namespace {

constexpr Size screen{400, 300};
constexpr Color white = Color::rgb(0xFFFFFF), black = Color::rgb(0), falu = Color::rgb(0x8B1A1A);

Element element(Paint paint) {
    Element result;
    result.paints.push_back(std::move(paint));
    return result;
}

Bitmap painted(Paint paint, PictureStore const& pictures = PictureStore(0)) {
    Fonts fonts;
    Painter painter(fonts, screen);
    Bitmap page(screen);
    painter.paint({element(std::move(paint))}, white, {0, 0, screen.w, screen.h}, page, pictures);
    return page;
}

}

TEST_CASE("A plain panel fills its pixels and no others") {
    Bitmap page = painted(Panel{{10, 20, 30, 40}, falu});
    CHECK(page.row(20)[10] == 0xFF8B1A1A);
    CHECK(page.row(59)[39] == 0xFF8B1A1A);
    CHECK(page.row(19)[10] == 0xFFFFFFFF);
    CHECK(page.row(60)[39] == 0xFFFFFFFF);
    CHECK(page.row(20)[9] == 0xFFFFFFFF);
    CHECK(page.row(20)[40] == 0xFFFFFFFF);
}

TEST_CASE("Each corner has its own radius") {
    Bitmap page = painted(Panel{{0, 0, 100, 100}, black, {40, 20, 10, 0}});
    CHECK(page.row(0)[0] == 0xFFFFFFFF);
    CHECK(page.row(11)[11] != 0xFF000000);
    CHECK(page.row(12)[12] == 0xFF000000);
    CHECK(page.row(0)[99] == 0xFFFFFFFF);
    CHECK(page.row(6)[93] == 0xFF000000);
    CHECK(page.row(99)[99] == 0xFFFFFFFF);
    CHECK(page.row(99)[0] == 0xFF000000);
}

TEST_CASE("A radius larger than the panel makes a pill") {
    Bitmap page = painted(Panel{{0, 0, 100, 40}, black, Corners::all(500)});
    CHECK(page.row(0)[0] == 0xFFFFFFFF);
    CHECK((page.row(20)[0] & 0xFF) < 0x10);
    CHECK(page.row(0)[50] == 0xFF000000);
}

TEST_CASE("A gradient starts and ends exactly") {
    Panel panel{{50, 50, 200, 100}, falu, {}, Panel::Fade::Right, Color::rgb(0x1F3D2E)};
    Bitmap right = painted(panel);
    for (int y = 50; y < 150; y += 7) {
        CHECK(right.row(y)[50] == 0xFF8B1A1A);
        CHECK(right.row(y)[249] == 0xFF1F3D2E);
    }
    panel.fade = Panel::Fade::Down;
    Bitmap down = painted(panel);
    CHECK(down.row(50)[77] == 0xFF8B1A1A);
    CHECK(down.row(149)[77] == 0xFF1F3D2E);
    int const middle = int(down.row(100)[77] >> 16 & 0xFF);
    CHECK(std::abs(middle - (0x8B + 0x1F) / 2) <= 2);
}

TEST_CASE("A fade to transparent leaves the far end as it was") {
    Bitmap page = painted(Panel{{0, 0, 200, 10}, black, {}, Panel::Fade::Right, black.with_alpha(0)});
    CHECK(page.row(5)[0] == 0xFF000000);
    CHECK(page.row(5)[199] == 0xFFFFFFFF);
}

TEST_CASE("A border lies inside its panel") {
    Panel panel{{10, 10, 50, 50}, white};
    panel.border = black;
    panel.border_px = 3;
    Bitmap page = painted(panel);
    CHECK(page.row(9)[30] == 0xFFFFFFFF);
    CHECK(page.row(10)[30] == 0xFF000000);
    CHECK(page.row(12)[30] == 0xFF000000);
    CHECK(page.row(13)[30] == 0xFFFFFFFF);
}

TEST_CASE("The shadow is soft, falls downwards and stays within its reach") {
    Fonts fonts;
    Painter painter(fonts, {1920, 1080});
    Panel panel{{200, 200, 300, 200}, white, Corners::all(28)};
    panel.shadow = true;
    Rect const reach = painter.bounds(element(panel));
    CHECK(reach == Rect{164, 174, 372, 272});
    Bitmap page({1920, 1080});
    painter.paint({element(panel)}, white, {0, 0, 1920, 1080}, page, PictureStore(0));
    auto grey = [&](int x, int y) { return int(page.row(y)[x] & 0xFF); };
    CHECK(grey(350, 401) < 245);
    CHECK(grey(350, 401) > 230);
    CHECK(grey(350, 198) > grey(350, 401));
    for (int y = 402; y < 450; ++y) CHECK(grey(350, y) >= grey(350, y - 1) - 1);  // Rounding.
    CHECK(grey(350, reach.bottom()) == 255);
    CHECK(grey(reach.x - 1, 300) == 255);
}

TEST_CASE("A picture is copied pixel by pixel") {
    PictureStore pictures(1 << 20);
    Bitmap source({60, 40});
    for (int y = 0; y < 40; ++y)
        for (int x = 0; x < 60; ++x) source.row(y)[x] = 0xFF000000u | unsigned(x * 4) << 16 | unsigned(y * 6);
    PictureKey const key = samples::key("a.png", {60, 40});
    pictures.put(key, std::move(source));
    Bitmap page = painted(PicturePaint{{30, 50, 60, 40}, key, {}, falu}, pictures);
    bool same = true;
    for (int y = 0; y < 40; ++y)
        for (int x = 0; x < 60; ++x) same = same && page.row(50 + y)[30 + x] == pictures.find(key)->row(y)[x];
    CHECK(same);
    CHECK(page.row(49)[30] == 0xFFFFFFFF);
    Bitmap rounded = painted(PicturePaint{{30, 50, 60, 40}, key, Corners::all(10), falu}, pictures);
    CHECK(rounded.row(50)[30] == 0xFFFFFFFF);
    CHECK(rounded.row(70)[60] == page.row(70)[60]);
}

TEST_CASE("A contained picture is centred in its place") {
    PictureStore pictures(1 << 20);
    PictureKey const key{"logo.svg", {100, 100}, Fit::Contain, {}};
    pictures.put(key, samples::filled({40, 100}, 0xFF1F3D2E));
    Bitmap page = painted(PicturePaint{{0, 0, 100, 100}, key, {}, falu}, pictures);
    CHECK(page.row(50)[29] == 0xFFFFFFFF);
    CHECK(page.row(50)[30] == 0xFF1F3D2E);
    CHECK(page.row(50)[69] == 0xFF1F3D2E);
    CHECK(page.row(50)[70] == 0xFFFFFFFF);
}

TEST_CASE("Until a picture is there its place has its colour") {
    Bitmap page = painted(PicturePaint{{0, 0, 50, 50}, samples::key("a.png", {50, 50}), {}, falu});
    CHECK(page.row(25)[25] == 0xFF8B1A1A);
}

TEST_CASE("A code can be read back from the pixels") {
    QrPaint qr{{20, 30, 205, 210}, "payload", 21, {}};
    unsigned noise = 1;
    for (int i = 0; i < 21 * 21; ++i) qr.dark.push_back((noise = noise * 1664525u + 1013904223u) >> 31);
    Bitmap page = painted(qr);
    int const module = 205 / 29;  // 21 modules and 4 quiet ones on each side.
    int const left = 20 + (205 - 21 * module) / 2, top = 30 + (210 - 21 * module) / 2;
    bool right = true;
    for (int y = 0; y < 21 * module; ++y)
        for (int x = 0; x < 21 * module; ++x) {
            bool const dark = qr.dark[std::size_t(y / module * 21 + x / module)];
            right = right && page.row(top + y)[left + x] == (dark ? 0xFF000000 : 0xFFFFFFFF);
        }
    CHECK(right);
    CHECK(left - 20 >= 4 * module);
}

TEST_CASE("The ground of a code is white whatever lies beneath") {
    Fonts fonts;
    Painter painter(fonts, screen);
    Bitmap page(screen);
    QrPaint qr{{0, 0, 100, 100}, "x", 21, std::vector<bool>(441, false)};
    painter.paint({element(qr)}, falu, {0, 0, screen.w, screen.h}, page, PictureStore(0));
    CHECK(page.row(0)[0] == 0xFFFFFFFF);
    CHECK(page.row(99)[99] == 0xFFFFFFFF);
    CHECK(page.row(100)[100] == 0xFF8B1A1A);
}

TEST_CASE("Shapes are filled and stroked") {
    ShapePaint shape{{10, 10, 80, 80}, {}};
    shape.outlines.push_back({{{20, 20}, {80, 20}, {80, 80}, {20, 80}}, true, falu, black, 4});
    Bitmap page = painted(shape);
    CHECK(page.row(50)[50] == 0xFF8B1A1A);
    CHECK(page.row(19)[50] == 0xFF000000);
    CHECK(page.row(21)[50] == 0xFF000000);
    CHECK(page.row(17)[50] == 0xFFFFFFFF);
}

TEST_CASE("Nothing outside the clip is touched") {
    Fonts fonts;
    Painter painter(fonts, screen);
    Bitmap page = samples::filled(screen, 0xFF123456);
    painter.paint({element(Panel{{0, 0, 400, 300}, falu})}, white, {100, 100, 20, 20}, page, PictureStore(0));
    CHECK(page.row(100)[100] == 0xFF8B1A1A);
    CHECK(page.row(99)[100] == 0xFF123456);
    CHECK(page.row(119)[120] == 0xFF123456);
}

TEST_CASE("An element alone is premultiplied on nothing") {
    Fonts fonts;
    Painter painter(fonts, screen);
    Element const dot = element(Panel{{50, 60, 20, 20}, falu.with_alpha(0.5), Corners::all(10)});
    Bitmap alone = painter.paint_alone(dot, painter.bounds(dot), PictureStore(0));
    CHECK(alone.size() == Size{20, 20});
    CHECK(alone.row(0)[0] == 0);
    CHECK((alone.row(10)[10] >> 24) == 128);
    CHECK((alone.row(10)[10] >> 16 & 0xFF) == 70);
}

TEST_CASE("The fault card needs no fontconfig and shows its words") {
    Bitmap card = fault_card({960, 540}, "Bildspelet är stoppat", {"font Inter is not installed", "", "åäö"});
    int dark = 0;
    for (int y = 20; y < 540; ++y)
        for (int x = 0; x < 960; ++x) dark += (card.row(y)[x] & 0xFF) < 0x60;
    CHECK(dark > 500);
    CHECK(card.row(0)[0] == 0xFF8B1A1A);
    CHECK(card.row(539)[959] == 0xFFFBF7F0);
}

TEST_CASE("Without any font file the fault card is still a card") {
    Bitmap card = fault_card({960, 540}, "Bildspelet är stoppat", {"x"}, "/nowhere");
    CHECK(card.row(300)[300] == 0xFFFBF7F0);
}

TEST_CASE("More words than fit on the fault card are cut off at its edges") {
    std::vector<std::string> const lines(40, "Ett långt fel som inte ryms på en rad och därför bryts om");
    Bitmap card = fault_card({320, 200}, "Bildspelet är stoppat av ett fel i biblioteket", lines);
    CHECK(card.size() == Size{320, 200});
}

TEST_CASE("A shot is a PNG file, or a sentence") {
    auto const file = std::filesystem::temp_directory_path() / "dala_shot_test.png";
    Bitmap picture = samples::filled({8, 4}, 0x80402010);
    CHECK(write_png(picture, file));
    std::ifstream in(file, std::ios::binary);
    std::string const bytes{std::istreambuf_iterator<char>(in), {}};
    CHECK(bytes.substr(1, 3) == "PNG");
    CHECK(int(bytes.at(25)) == 2);  // Colour without alpha.
    std::filesystem::remove(file);

    Status failed = write_png(picture, "/nowhere/shot.png");
    REQUIRE_FALSE(failed);
    CHECK(failed.error().what
          == "/nowhere/shot.png: cannot be written (No such file or directory); choose a folder that exists "
             "and may be written to");
}

}
