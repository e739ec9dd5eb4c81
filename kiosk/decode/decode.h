#pragma once
// The bytes of a picture file become pixels of the size shown. Called by the confined helper, by tests and by
// fuzzers, never by the kiosk itself: the bytes may be hostile. Any thread; blocks for up to seconds.

#include "base/bitmap.h"
#include "base/result.h"
#include "decode/framing.h"
#include "decode/inspection.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace kiosk {

using PictureBytes = std::span<std::uint8_t const>;

/// Larger files are not read at all.
inline constexpr std::size_t most_picture_bytes = 64 * 1024 * 1024;

/// JPEG, PNG, WebP, GIF (the first frame of both), BMP, TIFF, AVIF, HEIC, SVG or PDF, recognised by content.
/// For Cover the bitmap is exactly the box, for Contain it touches the box from inside. `page` counts from 0;
/// only documents have more than one. Fails with Kind::Malformed (cut off, damaged) or Kind::Refused (not a
/// picture, a format not shown, too many pixels); `what` says what the file is and what to do, and goes on
/// from the file's name and a colon.
Result<Bitmap> decode_picture(PictureBytes, Framing const&, int page = 0);

/// Reads the headers only: what is damaged further on is found by decoding it. Fails as decode_picture()
/// does.
Result<Inspection> inspect_picture(PictureBytes);

/// Makes the libraries load now what they otherwise load at first use. To be called before confine().
void warm_up_decoders();

}
