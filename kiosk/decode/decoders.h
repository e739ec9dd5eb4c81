#pragma once
// One function a family of formats, each in the one .cpp that includes its library. All behave as
// decode_picture() says; the sniffing has been done.

#include "decode/decode.h"
#include "decode/sniff.h"

namespace kiosk {

Result<Bitmap> decode_jpeg(PictureBytes, Framing const&);
Result<Inspection> inspect_jpeg(PictureBytes);

Result<Bitmap> decode_png(PictureBytes, Framing const&);
Result<Inspection> inspect_png(PictureBytes);

/// Of an animation the first frame, as of a GIF.
Result<Bitmap> decode_webp(PictureBytes, Framing const&);
Result<Inspection> inspect_webp(PictureBytes);

Result<Bitmap> decode_tiff(PictureBytes, Framing const&);
Result<Inspection> inspect_tiff(PictureBytes);

/// AVIF and HEIC.
Result<Bitmap> decode_heif(PictureBytes, Framing const&);
Result<Inspection> inspect_heif(Format, PictureBytes);

/// Of an animation the first frame.
Result<Bitmap> decode_gif(PictureBytes, Framing const&);
Result<Inspection> inspect_gif(PictureBytes);

Result<Bitmap> decode_bmp(PictureBytes, Framing const&);
Result<Inspection> inspect_bmp(PictureBytes);

Result<Bitmap> decode_svg(PictureBytes, Framing const&);
Result<Inspection> inspect_svg(PictureBytes);

Result<Bitmap> decode_pdf(PictureBytes, Framing const&, int page);
Result<Inspection> inspect_pdf(PictureBytes);
void warm_up_pdf();

/// `page` counts from 0, people count from 1.
Error no_such_page(int page, int pages);

}
