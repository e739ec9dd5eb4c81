#pragma once
// One function a family of formats, each in the one .cpp that includes its library. All behave as
// decode_picture() says; the sniffing has been done.

#include "decode/decode.h"
#include "decode/sniff.h"

namespace kiosk {

Result<Bitmap> decode_jpeg(PictureBytes, Framing const&);
Result<Inspection> inspect_jpeg(PictureBytes);
/// PNG, WebP, GIF, BMP, TIFF.
Result<Bitmap> decode_raster(Format, PictureBytes, Framing const&);
Result<Inspection> inspect_raster(Format, PictureBytes);

Result<Bitmap> decode_svg(PictureBytes, Framing const&);
Result<Inspection> inspect_svg(PictureBytes);

/// `page` counts from 0, people count from 1.
Error no_such_page(int page, int pages);

void warm_up_raster();

}
