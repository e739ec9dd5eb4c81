#include "decode/fuzz_seeds.h"

#include "decode/encoders.h"
#include "decode/hostile.h"

namespace kiosk {

std::vector<std::string> fuzz_seeds() {
    Bitmap const picture = patches({40, 24}, {{red, 0xC0208040}, {0x80808080, yellow}});
    std::string const p3 = p3_profile();
    std::vector<std::string> seeds = {
        jpeg(picture),
        jpeg(picture, true),
        cmyk_jpeg(picture),
        with_profile(with_exif_orientation(jpeg(picture), 6), p3),
        png_with(picture, {.profile = p3, .orientation = 6}),
        png_with(picture, {.is_16_bit = true, .is_interlaced = true}),
        palette_png({40, 24}, green),
        webp_with(picture, p3, 6),
        animated_gif(),
        bmp(picture),
        tiff_with(picture, {.has_alpha = true, .profile = p3}),
        cmyk_tiff(picture, {.bits = 16}),
        tiff_with(picture, {.compression = 8}),
        heif(picture, false, p3),
        heif(picture, true),
        pdf({{"/MediaBox[0 0 30 10]/TrimBox[1 1 29 9]", "1 0 0 rg 0 0 9 9 re f"}}),
    };
    for (auto const& family : all_hostile) {
        for (HostileFile& file : family()) {
            constexpr std::size_t longest = 20'000;
            if (!file.is_bomb && file.bytes.size() > 1 && file.bytes.size() < longest) {
                seeds.push_back(std::move(file.bytes));
            }
        }
    }
    return seeds;
}

}
