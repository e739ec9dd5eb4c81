#include "decode/decode.h"

#include "decode/pictures.h"

#include <doctest/doctest.h>

namespace kiosk {

namespace {

/// A PNG that ends after its header.
std::string png_header(std::uint32_t w, std::uint32_t h) {
    return "\x89PNG\r\n\x1A\n" + big(13, 4) + "IHDR" + big(w, 4) + big(h, 4) + big(0x08020000, 4) + big(0, 5);
}

std::string webp_header(char flags) {
    return "RIFF" + little(22, 4) + "WEBPVP8X" + little(10, 4) + flags + little(0, 3) + little(99, 3) +
           little(49, 3);
}

}

TEST_CASE("files that are not pictures are named for what they are") {
    CHECK(fault("") == "is empty: copy it again");
    CHECK(fault("Dear all,\nthe workshop is at nine.\n") == "is a text file, not a picture");
    CHECK(fault("<!DOCTYPE html><body><svg/></body>") == "is a text file, not a picture");
    CHECK(fault(std::string(100, '\x01')) ==
          "is not a picture of a known kind: export it as JPEG, PNG or SVG");
    CHECK(fault("%PDF-1.7\n") == "is a PDF document, which is not shown: export the page as PNG");
    CHECK(fault(big(24, 4) + "ftypheic") == "is a HEIC photo, which is not shown: export it as JPEG");
    CHECK(fault(big(24, 4) + "ftypavif") ==
          "is an AVIF picture, which is not shown: export it as PNG or JPEG");
    CHECK(fault(big(24, 4) + "ftypisom") == "is a video, which is not shown: export a still picture as JPEG");
    CHECK(fault("\x1A\x45\xDF\xA3") == "is a video, which is not shown: export a still picture as JPEG");
    CHECK(fault("PK\x03\x04") ==
          "is an archive or an office document, not a picture: export the page as PNG");
    CHECK(fault(webp_header('\x02')) ==
          "is an animated WebP, which is not shown: export a still picture as PNG or JPEG");
}

TEST_CASE("pixels are counted before anything is decoded") {
    CHECK(fault(png_header(60000, 60000)) ==
          "is 60000x60000 pixels; at most 64 megapixels are shown: export it smaller");
    CHECK(fault(png_header(20000, 10)) ==
          "is 20000x10 pixels; at most 16384 a side are shown: export it smaller");
    CHECK(fault(png_header(0, 10)) == "is 0x10 pixels, so there is nothing to show: export it again");
    CHECK(fault("GIF89a" + little(60000, 2) + little(60000, 2) + little(0, 3) + "," + little(0, 4) +
                little(10, 2) + little(10, 2) + little(0, 8)) ==
          "is 60000x60000 pixels; at most 64 megapixels are shown: export it smaller");
    // A small canvas with a first frame that is not.
    CHECK(fault("GIF89a" + little(10, 2) + little(10, 2) + little(0, 3) + "," + little(0, 4) +
                little(60000, 2) + little(50000, 2) + little(0, 8)) ==
          "is 60000x50000 pixels; at most 64 megapixels are shown: export it smaller");
    CHECK(fault("BM" + little(0, 12) + little(40, 4) + little(50000, 4) + little(std::uint32_t(-40000), 4)) ==
          "is 50000x40000 pixels; at most 64 megapixels are shown: export it smaller");
    CHECK(fault("II" + little(42, 2) + little(8, 4) + little(2, 2) + little(256, 2) + little(4, 2) +
                little(1, 4) + little(70000, 4) + little(257, 2) + little(4, 2) + little(1, 4) +
                little(70000, 4)) ==
          "is 70000x70000 pixels; at most 64 megapixels are shown: export it smaller");
}

TEST_CASE("a JPEG that claims too many pixels is refused") {
    std::string file = jpeg(patches({16, 16}, {{red}}));
    auto frame = file.find("\xFF\xC0");
    REQUIRE(frame != file.npos);
    file.replace(frame + 5, 4, big(60000, 2) + big(60000, 2));
    CHECK(fault(file) == "is 60000x60000 pixels; at most 64 megapixels are shown: export it smaller");
}

TEST_CASE("a picture that is cut off is not shown") {
    Bitmap bitmap{{400, 300}};
    for (int y = 0; y < 300; ++y) {
        for (int x = 0; x < 400; ++x)
            bitmap.row(y)[x] = 0xFF000000 | std::uint32_t((x * 2654435761u) ^ (y * 40503u));
    }
    std::string photo = jpeg(bitmap);
    REQUIRE(photo.size() > 12345);
    CHECK(fault(photo.substr(0, 12345)) ==
          "is cut off after 12 kB of picture data: copy it again from the camera");
    CHECK(fault(photo.substr(0, 100)) ==
          "is cut off after 100 bytes of picture data: copy it again from the camera");
    CHECK(fault(photo.substr(0, 3)) ==
          "is cut off after 3 bytes of picture data: copy it again from the camera");

    std::string drawing = png(bitmap);
    CHECK(fault(drawing.substr(0, drawing.size() / 2)).starts_with("is damaged or cut off ("));
    CHECK(fault(drawing.substr(0, 20)) ==
          "is cut off after 20 bytes of picture data: copy it again from the camera");
    for (std::string const& file : {bmp(bitmap), tiff(bitmap), webp(), animated_gif()}) {
        CHECK(fault(file.substr(0, 24)) != "");
        CHECK(fault(file.substr(0, file.size() / 3)) != "");
    }
}

TEST_CASE("a picture cut off anywhere is refused or shown, and nothing worse") {
    Bitmap halves = patches({40, 20}, {{red, blue}});
    for (std::string const& file : {png(halves), bmp(halves), tiff(halves),
                                    with_exif_orientation(jpeg(halves), 6), webp(), animated_gif()}) {
        for (std::size_t length = 0; length < file.size(); length += 1 + length / 100) {
            (void)fault(file.substr(0, length));
        }
    }
}

}
