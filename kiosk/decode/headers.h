#pragma once
// What the headers of picture files say, read before any decoder sees the file. Every read is bounds-checked;
// what is missing reads as 0 and is refused.

#include "decode/byte_reader.h"
#include "decode/sniff.h"

namespace kiosk {

/// Fails with Kind::Refused if a side is 0, a side is over 16384 pixels or there are over 64 megapixels.
Status check_pixels(std::uint32_t w, std::uint32_t h);

/// The pixel size of a PNG, WebP, GIF, BMP or TIFF. Fails as check_pixels() does, and with Kind::Refused for
/// an animated WebP and with Kind::Malformed for a file that ends within its header.
Result<Size> header_size(Format, PictureBytes);

/// The EXIF orientation of a JPEG, 1 (upright) to 8; 1 if there is none or it makes no sense.
int jpeg_orientation(PictureBytes);

/// What is missing, for a file that ends too early: "is cut off after 12 kB of picture data: …".
Error cut_off(PictureBytes);

}
