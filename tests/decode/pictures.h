#pragma once
// Picture files made at test time, as bytes.

#include "base/bitmap.h"
#include "base/result.h"
#include "decode/framing.h"
#include "decode/inspection.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

inline constexpr std::uint32_t red = 0xFFFF0000, green = 0xFF00FF00, blue = 0xFF0000FF, yellow = 0xFFFFFF00,
                               white = 0xFFFFFFFF;

/// Patches of equal size, row by row.
Bitmap patches(Size size, std::vector<std::vector<std::uint32_t>> const& rows);

std::string png(Bitmap const&);
std::string bmp(Bitmap const&);
std::string tiff(Bitmap const&);
std::string jpeg(Bitmap const&, bool progressive = false);
/// Colours as Adobe's programs store them: inverted.
std::string cmyk_jpeg(Bitmap const&);
std::string with_exif_orientation(std::string const& jpeg, int orientation);
/// 20 x 20 pixels, red, then blue.
std::string animated_gif();
/// 40 x 20 pixels, the left half red, the right half blue.
std::string webp();

/// A number as a file stores it.
std::string little(std::uint32_t value, int bytes);
std::string big(std::uint32_t value, int bytes);

/// The bytes through decode_picture().
Result<Bitmap> decoded(std::string_view bytes, Framing const&);
/// The bytes through inspect_picture().
Result<Inspection> inspected(std::string_view bytes);
/// The error's sentence, or "" if it could be decoded.
std::string fault(std::string_view bytes, Framing const& = {.box = {40, 20}});
/// True if no channel is further off than a JPEG may be.
bool is_about(std::uint32_t pixel, std::uint32_t colour);

}
