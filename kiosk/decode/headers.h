#pragma once
// What the headers of picture files say, read before any decoder sees the file. Every read is bounds-checked;
// what is missing reads as 0 and is refused.

#include "decode/byte_reader.h"
#include "decode/sniff.h"

#include <vector>

namespace kiosk {

/// Fails with Kind::Refused if a side is 0, a side is over 16384 pixels or there are over 64 megapixels.
Status check_pixels(std::uint32_t w, std::uint32_t h);
inline Status check_pixels(Size size) { return check_pixels(std::uint32_t(size.w), std::uint32_t(size.h)); }

/// A side of what is scalable, in its own units: at least 1 and at most a million, whatever the file says.
int whole_units(double length);

/// The pixel size of a GIF or BMP. Fails as check_pixels() does, and with Kind::Malformed for a file that
/// ends within its header.
Result<Size> header_size(Format, PictureBytes);

/// The orientation in EXIF data, 1 (upright) to 8; 1 if there is none or it makes no sense.
int exif_orientation(PictureBytes exif);

/// A TIFF in which the camera keeps what its sensor saw, with a small picture in front.
bool is_camera_raw(PictureBytes tiff);

/// What a JPEG says before its pixels.
struct JpegMarkers {
    int orientation = 1;
    bool has_adobe = false;             ///< Then its inks are stored inverted.
    std::vector<std::uint8_t> profile;  ///< ICC; empty if there is none, or not all of it.
};
JpegMarkers jpeg_markers(PictureBytes);

/// What is missing, for a file that ends too early: "is cut off after 12 kB of picture data: …".
Error cut_off(PictureBytes);

/// With what the library says, for what it cannot read.
Error damaged(std::string_view complaint);

/// For a picture whose decoder ran into the helper's limit.
Error too_much_memory();

}
