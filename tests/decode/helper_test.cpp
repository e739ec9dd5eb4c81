// The confined helper as it is built, with the limits that go with that.

#include "decode/helper_process.h"

#include "content/temp_folder.h"
#include "decode/encoders.h"
#include "decode/hostile.h"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/eventfd.h>

namespace kiosk {

namespace {

/// A helper, and a file for it.
struct Helper {
    TempFolder folder;
    Fd stop{eventfd(0, EFD_CLOEXEC)};
    Patience patience{Millis{5'000}, stop.get()};
    Result<HelperProcess> process = HelperProcess::start(DECODE_HELPER);

    OpenPicture picture(std::string const& bytes) const {
        folder.write("picture", bytes);
        return {Fd{open((folder.path() / "picture").c_str(), O_RDONLY)}, "picture"};
    }
    /// The error's sentence, or "".
    std::string fault(std::string const& bytes) {
        auto bitmap = process->decode(picture(bytes), {.box = {400, 200}}, 0, patience);
        return bitmap ? "" : bitmap.error().what;
    }
};

std::vector<std::string> every_format() {
    Bitmap const halves = patches({40, 20}, {{red, blue}});
    std::string const drawing = R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200">
        <defs><filter id="f"><feGaussianBlur stdDeviation="9"/><feTurbulence baseFrequency="0.1"/></filter>
        <radialGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></radialGradient></defs>
        <rect width="300" height="200" fill="url(#g)" filter="url(#f)"/></svg>)svg";
    std::string const text = pdf(
        {{"/MediaBox[0 0 90 90]/Resources<</Font<</F <</Type/Font/Subtype/Type1/BaseFont/Times-Bold>> >> >>",
          "BT /F 14 Tf 9 9 Td (Falun) Tj ET"}});
    return {png(halves),  bmp(halves),        tiff(halves),
            jpeg(halves), jpeg(halves, true), cmyk_jpeg(halves),
            webp(),       animated_gif(),     with_exif_orientation(jpeg(halves), 6),
            drawing,      heif(halves, true), heif(halves, false, p3_profile()),
            text,         webp_with(halves),  cmyk_tiff(halves, {.profile = print_profile()})};
}

}

TEST_CASE_FIXTURE(Helper, "the confined helper decodes every format, also a PDF with a shelved font") {
    REQUIRE(process);
    for (std::string const& file : every_format()) {
        CHECK(fault(file) == "");
        CHECK(process->inspect(picture(file), patience).has_value());
    }
    CHECK(process->is_usable());
}

TEST_CASE_FIXTURE(Helper, "a helper that lacked memory does not go on") {
    REQUIRE(process);
    auto const files = hostile_heifs();
    auto const huge = std::ranges::find(files, "65535 a side.heic", &HostileFile::name);
    REQUIRE(huge != files.end());
    CHECK(fault(huge->bytes) == "picture: needs more memory than a picture may have: export it smaller");
    CHECK(!process->is_usable());
}

}
