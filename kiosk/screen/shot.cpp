#include "screen/shot.h"

#include <cerrno>
#include <cstring>
#include <vector>

#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

namespace kiosk {

Status write_png(Bitmap const& bitmap, std::filesystem::path const& file) {
    if (bitmap.empty())
        return Error{Kind::Refused, file.string() + ": there is no picture to write; paint one first"};
    auto const [width, height] = bitmap.size();
    std::vector<std::uint8_t> rgb;
    rgb.reserve(std::size_t(width) * std::size_t(height) * 3);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int shift : {16, 8, 0}) rgb.push_back(std::uint8_t(bitmap.row(y)[x] >> shift));
    errno = 0;
    if (!stbi_write_png(file.c_str(), width, height, 3, rgb.data(), width * 3))
        return Error{Kind::Unreadable, file.string() + ": cannot be written (" + std::strerror(errno)
                                           + "); choose a folder that exists and may be written to"};
    return {};
}

}
