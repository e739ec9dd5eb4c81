#include "decode/decode.h"

#include "decode/encoders.h"
#include "decode/hostile.h"

#include <doctest/doctest.h>

namespace kiosk {

namespace {

/// A PNG that ends after its header.
std::string png_header(std::uint32_t w, std::uint32_t h) {
    return "\x89PNG\r\n\x1A\n" + big(13, 4) + "IHDR" + big(w, 4) + big(h, 4) + big(0x08020000, 4) + big(0, 5);
}

}

TEST_CASE("files that are not pictures are named for what they are") {
    CHECK(fault("") == "is empty: copy it again");
    CHECK(fault("Dear all,\nthe workshop is at nine.\n") == "is a text file, not a picture");
    CHECK(fault("<!DOCTYPE html><body><svg/></body>") == "is a text file, not a picture");
    CHECK(fault("BM is the name of our street.\n") == "is a text file, not a picture");
    CHECK(fault(std::string(100, '\x01')) ==
          "is not a picture of a known kind: export it as JPEG, PNG or PDF");
    constexpr std::string_view video = "is a video, which is not shown: export a still picture as JPEG";
    for (std::string const& start :
         {big(24, 4) + "ftypisom", big(24, 4) + "ftypmp42", big(24, 4) + "ftypqt  ", big(24, 4) + "moov",
          std::string{"\x1A\x45\xDF\xA3"}, "RIFF" + little(99, 4) + "AVI ", std::string{"FLV\1"},
          std::string{"\0\0\1\xBA", 4}, std::string{"\x30\x26\xB2\x75"}}) {
        CHECK(fault(start) == video);
    }
    CHECK(fault(big(12, 4) + "JXL ") == "is a JPEG XL picture, which is not shown: export it as PNG or JPEG");
    CHECK(fault(big(12, 4) + "jP  ") ==
          "is a JPEG 2000 picture, which is not shown: export it as PNG or JPEG");
    CHECK(fault("8BPS") == "is a Photoshop document, which is not shown: export it as PNG or JPEG");
    CHECK(fault("gimp xcf v011") == "is a GIMP picture, which is not shown: export it as PNG or JPEG");
    CHECK(fault("%!PS-Adobe-3.0 EPSF-3.0") == "is a PostScript file, which is not shown: export it as PDF");
    CHECK(fault("\xC5\xD0\xD3\xC6") == "is a PostScript file, which is not shown: export it as PDF");
    CHECK(fault("\x06\x06\xED\xF5") == "is an InDesign document, which is not shown: export it as PDF");
    CHECK(fault("\x1F\x8B\x08") == "is compressed with gzip: export it as plain SVG");
}

TEST_CASE("camera raw photos are named, whatever they pass for") {
    constexpr std::string_view raw = "is a camera's raw photo, which is not shown: export it as JPEG";
    CHECK(fault(big(24, 4) + "ftypcrx ") == raw);
    CHECK(fault("FUJIFILMCCD-RAW 0201") == raw);
    CHECK(fault("IIRO" + little(8, 4)) == raw);
    CHECK(fault("II" + little(42, 2) + little(16, 4) + "CR\2" + std::string(20, '\0')) == raw);
    // A DNG, and a NEF or ARW: a TIFF whose first picture is a small one.
    CHECK(fault("II" + little(42, 2) + little(8, 4) + little(1, 2) + little(50706, 2) + little(1, 2) +
                little(4, 4) + little(0x0401, 4) + little(0, 4)) == raw);
    CHECK(fault("II" + little(42, 2) + little(8, 4) + little(1, 2) + little(254, 2) + little(4, 2) +
                little(1, 4) + little(1, 4) + little(0, 4)) == raw);
}

TEST_CASE("what is packed is named for what is in it") {
    auto zip = [](std::string_view name) {
        return "PK\x03\x04" + std::string(26, '\0') + std::string{name} + std::string(99, '\1');
    };
    CHECK(fault(zip("[Content_Types].xml") + "ppt/presentation.xml") ==
          "is a presentation, which is not shown: export it as PDF");
    CHECK(fault(zip("mimetypeapplication/vnd.oasis.opendocument.presentation")) ==
          "is a presentation, which is not shown: export it as PDF");
    CHECK(fault(zip("[Content_Types].xml") + "word/document.xml") ==
          "is an office document, which is not shown: export it as PDF");
    CHECK(fault("\xD0\xCF\x11\xE0") == "is an old Office document, which is not shown: export it as PDF");
    CHECK(fault(zip("holiday/1.jpg")) ==
          "is an archive, not a picture: unpack it and bring the pictures in it");
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
    std::string scan = tiff(patches({16, 16}, {{red}}));
    auto width = scan.find(little(256, 2) + little(4, 2) + little(1, 4));
    scan.replace(width + 8, 4, little(70000, 4));
    scan.replace(width + 20, 4, little(70000, 4));
    CHECK(fault(scan) == "is 70000x70000 pixels; at most 64 megapixels are shown: export it smaller");
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
    CHECK(fault(drawing.substr(0, drawing.size() / 2)).starts_with("is cut off after "));
    CHECK(fault(drawing.substr(0, 20)) ==
          "is cut off after 20 bytes of picture data: copy it again from the camera");
    for (std::string const& file : {bmp(bitmap), tiff(bitmap), webp(), animated_gif()}) {
        CHECK(fault(file.substr(0, 24)) != "");
        CHECK(fault(file.substr(0, file.size() / 3)) != "");
    }
}

TEST_CASE("a picture cut off anywhere is refused or shown, and nothing worse") {
    Bitmap halves = patches({40, 20}, {{red, blue}});
    for (std::string const& file :
         {png(halves), bmp(halves), tiff(halves), with_exif_orientation(jpeg(halves), 6), webp(),
          animated_gif(), heif(halves, false), heif(halves, true),
          pdf({{"/MediaBox[0 0 9 9]", "0 0 5 5 re f"}})}) {
        for (std::size_t length = 0; length < file.size(); length += 1 + length / 100) {
            (void)fault(file.substr(0, length));
        }
    }
}

// With the sanitizers looking on; what needs the helper's limits, hostile_test.cpp shows to it.
TEST_CASE("hostile files are shown or refused, and nothing worse") {
    for (auto const& family : all_hostile) {
        for (HostileFile const& file : family()) {
            if (file.is_bomb) continue;
            std::string said = fault(file.bytes);
            if (said.empty()) said = outcome::shown;
            CAPTURE(file.name);
            CAPTURE(said);
            CHECK(is_allowed(file, said));
            auto const found = inspected(file.bytes);
            std::string const seen = found ? std::string{outcome::shown} : found.error().what;
            CAPTURE(seen);
            CHECK((found || said != outcome::shown));
        }
    }
}

}
