#include "decode/colour.h"

#include "decode/encoders.h"
#include "decode/headers.h"

#include <array>

#include <doctest/doctest.h>

namespace kiosk {

namespace {

constexpr Size small{8, 8};

Bitmap plain(std::uint32_t colour) { return patches(small, {{colour}}); }

std::uint32_t shown(std::string_view file) {
    auto bitmap = decoded(file, {.box = small});
    CHECK_MESSAGE(bitmap.has_value(), fault(file));
    return bitmap ? bitmap->row(4)[4] : 0;
}

bool is_near(std::uint32_t pixel, std::uint32_t colour, int most) {
    for (int shift : {0, 8, 16, 24}) {
        if (std::abs(int(pixel >> shift & 0xFF) - int(colour >> shift & 0xFF)) > most) return false;
    }
    return true;
}

/// The numbers of one ink value each: cyan, magenta, yellow, black in the bytes of a pixel, as stored.
constexpr std::uint32_t inks(std::uint32_t c, std::uint32_t m, std::uint32_t y, std::uint32_t k) {
    return c | m << 8 | y << 16 | k << 24;
}

}

TEST_CASE("a profile says what the numbers of a picture mean, in every format that can hold one") {
    // An orange of Display P3 that sRGB has too, under other numbers.
    constexpr std::uint32_t stored = 0xFFC86432, meant = 0xFFD75D1F;
    std::string const p3 = p3_profile();
    CHECK(is_near(shown(png_with(plain(stored), {.profile = p3})), meant, 2));
    CHECK(is_near(shown(png_with(plain(stored), {.has_alpha = false, .profile = p3})), meant, 2));
    CHECK(is_near(shown(with_profile(jpeg(plain(stored)), p3)), meant, 3));
    CHECK(is_near(shown(tiff_with(plain(stored), {.profile = p3})), meant, 2));
    CHECK(is_near(shown(webp_with(plain(stored), p3)), meant, 2));
    CHECK(is_near(shown(heif(plain(stored), false, p3)), meant, 6));
    CHECK(is_near(shown(heif(plain(stored), true, p3)), meant, 6));
    CHECK(is_near(shown(png_with(plain(stored), {})), stored, 0));
}

TEST_CASE("colours of Adobe RGB are those of its definition") {
    struct Case {
        std::uint32_t stored, meant;
    };
    // Worked out from the two standards' primaries and curves; the third is beyond sRGB and is cut there.
    for (Case const& one :
         std::array{Case{0xFFC86432, 0xFFE3642A}, Case{0xFF649678, 0xFF429777}, Case{0xFF5AA03C, 0xFF00A12F},
                    Case{0xFF3C50C8, 0xFF2E4FCD}, Case{0xFF808080, 0xFF818181}, Case{white, white}}) {
        CAPTURE(one.stored);
        CHECK(is_near(shown(png_with(plain(one.stored), {.profile = adobe_profile()})), one.meant, 2));
        CHECK(is_near(shown(with_profile(jpeg(plain(one.stored)), adobe_profile())), one.meant, 4));
        CHECK(is_near(shown(tiff_with(plain(one.stored), {.profile = adobe_profile()})), one.meant, 2));
    }
}

TEST_CASE("half transparent pixels are converted as the colours they are") {
    std::string const file = png_with(plain(0x80C86432), {.profile = p3_profile()});
    CHECK(is_near(shown(file), 0x806C2E10, 3));
}

TEST_CASE("greys have profiles too") {
    CHECK(shown(grey_png(plain(0xFF404040), white_profile())) == white);
    CHECK(shown(grey_png(plain(0xFF404040))) == 0xFF404040);
    CHECK(is_near(shown(grey_png(plain(0xFF404040), linear_grey_profile())), 0xFF898989, 2));
    CHECK(is_near(shown(grey_png(plain(0xFF808080), linear_grey_profile())), 0xFFBCBCBC, 2));
}

TEST_CASE("a print profile decides what the inks look like") {
    std::string const profile = print_profile();
    struct Case {
        std::uint32_t ink, colour;
    };
    for (Case const& one : std::array{Case{inks(255, 0, 0, 0), blue}, Case{inks(0, 255, 0, 0), red},
                                      Case{inks(0, 0, 255, 0), green}, Case{inks(0, 0, 0, 255), 0xFF000000},
                                      Case{inks(0, 0, 0, 0), white}}) {
        CHECK(is_near(shown(cmyk_tiff(plain(one.ink), {.profile = profile})), one.colour, 20));
        CHECK(is_near(shown(cmyk_tiff(plain(one.ink), {.bits = 16, .profile = profile})), one.colour, 20));
    }
    CHECK(is_near(shown(with_profile(cmyk_jpeg(plain(0xFF00FFFF)), profile)), blue, 20));
}

TEST_CASE("without a profile inks look as on coated paper") {
    CHECK(is_near(shown(cmyk_tiff(plain(inks(0, 0, 0, 0)))), white, 0));
    CHECK(is_near(shown(cmyk_tiff(plain(inks(255, 0, 0, 0)))), 0xFF009FE3, 1));
    CHECK(is_near(shown(cmyk_tiff(plain(inks(0, 255, 255, 0)))), 0xFFE30613, 1));
    CHECK(is_near(shown(cmyk_tiff(plain(inks(0, 0, 0, 255)))), 0xFF1D1D1D, 1));
    CHECK(is_near(shown(cmyk_tiff(plain(inks(0, 0, 0, 128)))), 0xFF9D9D9C, 4));
    CHECK(is_near(shown(cmyk_tiff(plain(inks(255, 255, 255, 255)))), 0xFF000000, 8));
    // A JPEG from Adobe's programs holds the opposite numbers.
    CHECK(is_near(shown(cmyk_jpeg(plain(0xFFFF0000))), 0xFFE30613, 4));
}

TEST_CASE("inks as other programs than Adobe's store them are not inverted") {
    auto markers = [](std::string const& file) {
        return jpeg_markers({reinterpret_cast<std::uint8_t const*>(file.data()), file.size()});
    };
    std::string file = cmyk_jpeg(plain(red));
    CHECK(markers(file).has_adobe);
    file.replace(file.find("Adobe"), 5, "other");
    CHECK(!markers(file).has_adobe);
    Bitmap cyan = plain(inks(255, 0, 0, 0)), same = plain(inks(0, 255, 255, 255));
    to_srgb(cyan, Channels::Cmyk, Alpha::None, {});
    to_srgb(same, Channels::InvertedCmyk, Alpha::None, {});
    CHECK(cyan.row(0)[0] == 0xFF009FE3);
    CHECK(same.row(0)[0] == 0xFF009FE3);
}

TEST_CASE("a profile that makes no sense is passed over") {
    std::string const p3 = p3_profile();
    for (std::string const& profile : {std::string(500, 'x'), p3.substr(0, 100), p3.substr(0, p3.size() / 2),
                                       print_profile(), std::string(128, '\0') + p3.substr(128)}) {
        CHECK(shown(tiff_with(plain(0xFFC86432), {.profile = profile})) == 0xFFC86432);
    }
    std::string const first_part_only = with_profile(jpeg(plain(red)), print_profile() + print_profile());
    auto second = first_part_only.find("ICC_PROFILE", first_part_only.find("ICC_PROFILE") + 1);
    std::string broken = first_part_only;
    broken.replace(second, 3, "xyz");
    CHECK(is_near(shown(broken), red, 3));
}

TEST_CASE("a colour is never stronger than its alpha, whatever a file claims") {
    Bitmap bitmap = patches({2, 1}, {{0x10FFFFFF, 0x80112233}});
    to_srgb(bitmap, Channels::Bgra, Alpha::Premultiplied, {});
    CHECK(bitmap.row(0)[0] == 0x10101010);
    CHECK(bitmap.row(0)[1] == 0x80112233);
}

}
