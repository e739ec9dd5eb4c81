#include "decode/decode.h"

#include "decode/encoders.h"
#include "decode/gif_files.h"

#include <array>

#include <doctest/doctest.h>

namespace kiosk {

namespace {

Bitmap halves() { return patches({40, 20}, {{red, blue}}); }

/// The pixel at (x, y) of the file, shown at 40 x 20; 0 if it cannot be.
std::uint32_t pixel(std::string_view file, int x, int y = 10) {
    auto bitmap = decoded(file, {.box = {40, 20}});
    CHECK_MESSAGE(bitmap.has_value(), fault(file));
    return bitmap ? bitmap->row(y)[x] : 0;
}

void check_halves(std::string_view file) {
    CHECK(is_about(pixel(file, 4), red));
    CHECK(is_about(pixel(file, 35), blue));
}

/// What an inspection says, in words.
std::string describe(std::string_view file) {
    auto const found = inspected(file);
    if (!found) return found.error().what;
    return std::string{format_name(found->format)} + " " + std::to_string(found->size.w) + "x" +
           std::to_string(found->size.h) + (found->turned ? " turned" : "") +
           (found->has_alpha ? " alpha" : "") + (found->has_profile ? " profile" : "") +
           (found->scalable ? " scalable" : "") + (found->pages > 1 ? " pages" : "");
}

/// As EXIF counts.
constexpr int on_its_side = 6;

std::string box(std::string_view kind, std::string const& content) {
    return big(std::uint32_t(content.size() + 8), 4) + std::string{kind} + content;
}

/// halves(), and what becomes of them. Our encoder says how they are turned and then the size that this
/// makes; cameras say the size as stored first, as the standard has it.
std::string avif_of_camera(std::string const& change) {
    std::string file = heif(halves(), true, "", on_its_side);
    std::string const turn = box("irot", "\3");
    auto const content_of = [&](std::string_view kind) { return file.find(kind) + 4; };
    file.replace(content_of("ispe") + 4, 8, big(40, 4) + big(20, 4));
    std::string const turn_first = "\x81\x82\3\4", size_first = "\x81\x82\4\3";
    file.replace(file.find(turn_first), 4, size_first);
    file.replace(file.find(turn), turn.size(), change);
    for (std::string_view around : {"meta", "iprp", "ipco"}) {
        std::size_t const size_at = content_of(around) - 8;
        auto const size = std::uint8_t(file[size_at + 2]) * 256u + std::uint8_t(file[size_at + 3]);
        file.replace(size_at, 4, big(std::uint32_t(size + change.size() - turn.size()), 4));
    }
    return file;
}

}

TEST_CASE("every kind of PNG shows its pixels") {
    for (bool is_16_bit : {false, true}) {
        for (bool is_interlaced : {false, true}) {
            for (bool has_alpha : {false, true})
                check_halves(png_with(halves(), {is_16_bit, is_interlaced, has_alpha}));
        }
    }
    Bitmap grey = patches({40, 20}, {{0xFF404040, 0xFFC0C0C0}});
    CHECK(pixel(grey_png(grey), 4) == 0xFF404040);
    CHECK(pixel(grey_png(grey), 35) == 0xFFC0C0C0);
    CHECK(pixel(palette_png({40, 20}, yellow), 4) == yellow);
    CHECK(pixel(palette_png({40, 20}, yellow), 35) == 0);
    CHECK(pixel(png_with(patches({40, 20}, {{0x80FF8000}}), {.is_interlaced = true}), 4) == 0x80804000);
}

TEST_CASE("every kind of TIFF shows its pixels") {
    for (int bits : {8, 16}) {
        for (int rows : {1, 7, 20}) {
            for (int compression : {1, 5, 8}) {
                check_halves(
                    tiff_with(halves(), {.bits = bits, .rows_a_strip = rows, .compression = compression}));
            }
        }
    }
    Bitmap glass = patches({40, 20}, {{0x80FF8000}});
    CHECK(is_about(pixel(tiff_with(glass, {.has_alpha = true}), 4), 0x80804000));
}

TEST_CASE("WebP, AVIF and HEIC show their pixels") {
    check_halves(webp_with(halves()));
    check_halves(heif(halves(), false));
    check_halves(heif(halves(), true));
    CHECK(pixel(webp_with(patches({40, 20}, {{0x80FF8000}})), 4) == 0x80804000);
}

TEST_CASE("of an animated WebP the first frame is shown, as of a GIF") {
    std::vector<Bitmap> frames;
    frames.push_back(halves());
    frames.push_back(patches({40, 20}, {{green}}));
    check_halves(animated_webp(frames));
}

TEST_CASE("the frame of a WebP lies where its canvas has it") {
    std::vector<Bitmap> frames;
    frames.push_back(halves());
    std::string const file = animated_webp(frames, {20, 10}, {80, 40});
    CHECK(describe(file) == "WebP 80x40 alpha");
    auto bitmap = decoded(file, {.box = {80, 40}});
    REQUIRE(bitmap);
    CHECK(bitmap->row(10)[19] == 0);
    CHECK(bitmap->row(9)[20] == 0);
    CHECK(bitmap->row(10)[20] == red);
    CHECK(bitmap->row(29)[59] == blue);
    CHECK(bitmap->row(29)[60] == 0);
    CHECK(bitmap->row(30)[59] == 0);
    auto smaller = decoded(file, {.box = {20, 10}});
    REQUIRE(smaller);
    CHECK(smaller->row(5)[7] == red);
    CHECK(smaller->row(5)[2] == 0);
}

TEST_CASE("the frame of a GIF lies where it says, and its rows where interlacing puts them") {
    constexpr std::uint32_t grey = 0xFF7F7F7F;
    auto shown = [](std::string const& frame) {
        return decoded(gif_start(8) + frame + ";", {.box = {8, 8}});
    };
    auto corner = shown(gif_frame({2, 2}, 2, plain_codes("0110"), {.at = {5, 6}}));
    REQUIRE(corner);
    CHECK(corner->row(6)[5] == grey);
    CHECK(corner->row(6)[6] == white);
    CHECK(corner->row(7)[5] == white);
    CHECK(corner->row(0)[0] == 0);
    CHECK(corner->row(5)[5] == 0);

    // Stored: rows 0, then 4, then 2 and 6, then the odd ones.
    auto woven = shown(gif_frame({1, 8}, 2, plain_codes("01001110"), {.is_interlaced = true}));
    REQUIRE(woven);
    std::string rows;
    for (int y = 0; y < 8; ++y) rows += woven->row(y)[0] == white ? '1' : '0';
    CHECK(rows == "01011100");

    std::string const second_is_clear{"!\xF9\4\1\0\0\1\0", 8};
    auto glass = shown(second_is_clear + gif_frame({2, 1}, 2, plain_codes("01")));
    REQUIRE(glass);
    CHECK(glass->row(0)[0] == grey);
    CHECK(glass->row(0)[1] == 0);
}

TEST_CASE("large pictures of every format are reduced on the way, and still right") {
    Bitmap large = patches({1600, 800}, {{red, green}, {blue, yellow}});
    std::array const files = {png_with(large, {}),
                              png_with(large, {.is_interlaced = true}),
                              tiff_with(large, {.rows_a_strip = 50}),
                              webp_with(large),
                              heif(large, false),
                              heif(large, true)};
    for (std::string const& file : files) {
        for (Size box : {Size{1600, 800}, Size{700, 350}, Size{150, 75}}) {
            auto bitmap = decoded(file, {.box = box});
            REQUIRE_MESSAGE(bitmap.has_value(), fault(file));
            CHECK(is_about(bitmap->row(box.h / 4)[box.w / 4], red));
            CHECK(is_about(bitmap->row(box.h / 4)[box.w * 3 / 4], green));
            CHECK(is_about(bitmap->row(box.h * 3 / 4)[box.w / 4], blue));
            CHECK(is_about(bitmap->row(box.h * 3 / 4)[box.w * 3 / 4], yellow));
        }
    }
}

TEST_CASE("a reduced picture has no row and no column too many or too few") {
    for (Size size : {Size{1603, 801}, Size{1607, 807}, Size{8, 4001}}) {
        auto bitmap = decoded(png(patches(size, {{0xFF37C8FF}})), {.box = {31, 17}});
        REQUIRE(bitmap);
        for (int y = 0; y < 17; ++y) {
            for (int x = 0; x < 31; ++x) REQUIRE(bitmap->row(y)[x] == 0xFF37C8FF);
        }
    }
}

TEST_CASE("an inspection says what a file is") {
    std::string const p3 = p3_profile();
    CHECK(describe(jpeg(halves())) == "JPEG 40x20");
    CHECK(describe(with_profile(with_exif_orientation(jpeg(halves()), 8), p3)) ==
          "JPEG 20x40 turned profile");
    CHECK(describe(png_with(halves(), {.orientation = on_its_side})) == "PNG 20x40 turned alpha");
    CHECK(describe(tiff_with(halves(), {.orientation = on_its_side})) == "TIFF 20x40 turned");
    CHECK(describe(webp_with(halves(), "", on_its_side)) == "WebP 20x40 turned");
    CHECK(describe(png_with(halves(), {.has_alpha = false})) == "PNG 40x20");
    CHECK(describe(png_with(halves(), {.profile = p3})) == "PNG 40x20 alpha profile");
    CHECK(describe(palette_png({40, 20}, red)) == "PNG 40x20 alpha");
    CHECK(describe(webp_with(halves(), p3)) == "WebP 40x20 profile");
    CHECK(describe(animated_gif()) == "GIF 20x20");
    CHECK(describe(bmp(halves())) == "BMP 40x20");
    CHECK(describe(tiff_with(halves(), {.has_alpha = true, .profile = p3})) == "TIFF 40x20 alpha profile");
    CHECK(describe(heif(halves(), false, p3)) == "HEIC 40x20 profile");
    CHECK(describe(heif(halves(), true)) == "AVIF 40x20");
    CHECK(describe(avif_of_camera(box("irot", "\3"))) == "AVIF 20x40 turned");
    std::string const kept = big(30, 4) + big(1, 4) + big(16, 4) + big(1, 4), centred = big(0, 4) + big(1, 4);
    CHECK(describe(avif_of_camera(box("clap", kept + centred + centred))) == "AVIF 30x16");
    CHECK(describe("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 10'/>") ==
          "SVG 30x10 alpha scalable");
    CHECK(describe(pdf({{"/MediaBox[0 0 30 10]", ""}, {"/MediaBox[0 0 30 10]", ""}})) ==
          "PDF 30x10 scalable pages");
}

}
