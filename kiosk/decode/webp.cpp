#include "base/handle.h"
#include "decode/decoders.h"
#include "decode/headers.h"
#include "decode/show.h"

#include <algorithm>
#include <string>

#include <webp/decode.h>
#include <webp/demux.h>

namespace kiosk {

namespace {

/// The container of a WebP: its first frame, where that lies, and what is said about it.
struct Container {
    std::unique_ptr<WebPDemuxer, FreeWith<WebPDemuxDelete>> demuxer;
    PictureBytes frame;
    Size canvas;
    Rect place;  ///< Of the frame on the canvas; all of it, but for some animations.
    Traits traits;

    bool is_covered() const { return place.size() == canvas; }
};

PictureBytes chunk(WebPDemuxer* demuxer, char const* name) {
    WebPChunkIterator found;
    PictureBytes bytes;
    if (WebPDemuxGetChunk(demuxer, name, 1, &found) != 0) bytes = {found.chunk.bytes, found.chunk.size};
    WebPDemuxReleaseChunkIterator(&found);  // The bytes stay: they are the file's own.
    return bytes;
}

/// Some programs write what JPEG wants before EXIF data.
PictureBytes without_exif_prefix(PictureBytes exif) {
    return ByteReader{exif}.holds(0, {"Exif\0\0", 6}) ? exif.subspan(6) : exif;
}

Result<Container> open(PictureBytes bytes) {
    Container webp;
    WebPData const data{bytes.data(), bytes.size()};
    WebPDemuxState state = WEBP_DEMUX_PARSE_ERROR;
    webp.demuxer.reset(WebPDemuxPartial(&data, &state));
    WebPIterator frame;
    if (!webp.demuxer || WebPDemuxGetFrame(webp.demuxer.get(), 1, &frame) == 0) {
        return state == WEBP_DEMUX_PARSE_ERROR ? damaged("no picture in it") : cut_off(bytes);
    }
    webp.frame = {frame.fragment.bytes, frame.fragment.size};
    Point const corner{frame.x_offset, frame.y_offset};
    bool is_whole = frame.complete != 0;
    WebPDemuxReleaseIterator(&frame);
    if (!is_whole) return cut_off(bytes);
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(webp.frame.data(), webp.frame.size(), &features) != VP8_STATUS_OK) {
        return damaged("no picture in it");
    }
    webp.place = {corner.x, corner.y, features.width, features.height};
    webp.canvas = {int(WebPDemuxGetI(webp.demuxer.get(), WEBP_FF_CANVAS_WIDTH)),
                   int(WebPDemuxGetI(webp.demuxer.get(), WEBP_FF_CANVAS_HEIGHT))};
    if (Status allowed = check_pixels(webp.canvas); !allowed) return allowed.error();
    if (!Rect{0, 0, webp.canvas.w, webp.canvas.h}.contains(webp.place)) {
        return damaged("its picture lies outside");
    }
    PictureBytes profile = chunk(webp.demuxer.get(), "ICCP");
    webp.traits.profile.assign(profile.begin(), profile.end());
    webp.traits.alpha = features.has_alpha || !webp.is_covered() ? Alpha::Premultiplied : Alpha::None;
    PictureBytes exif = chunk(webp.demuxer.get(), "EXIF");
    webp.traits.orientation = exif_orientation(without_exif_prefix(exif));
    return webp;
}

Error failure(VP8StatusCode status, PictureBytes bytes) {
    switch (status) {
    case VP8_STATUS_OUT_OF_MEMORY:
        return too_much_memory();
    case VP8_STATUS_NOT_ENOUGH_DATA:
    case VP8_STATUS_SUSPENDED:
        return cut_off(bytes);
    default:
        return damaged("WebP error " + std::to_string(status));
    }
}

}

Result<Inspection> inspect_webp(PictureBytes bytes) {
    Result<Container> webp = open(bytes);
    if (!webp) return webp.error();
    return inspection(Format::WebP, webp->canvas, webp->traits);
}

// Scaled while decoding where that loses nothing; of a lossy picture the whole is then never in memory. A
// frame that does not cover its canvas lies on a transparent one, as of a GIF.
Result<Bitmap> decode_webp(PictureBytes bytes, Framing const& framing) {
    Result<Container> webp = open(bytes);
    if (!webp) return webp.error();
    int by = webp->is_covered() ? reduction(webp->canvas, webp->traits.orientation, framing) : 1;
    auto const [w, h] = Size{webp->canvas.w / by, webp->canvas.h / by};
    Bitmap bitmap{{w, h}};
    for (int y = 0; !webp->is_covered() && y < h; ++y) std::fill_n(bitmap.row(y), w, 0u);
    WebPDecoderConfig config;
    WebPInitDecoderConfig(&config);
    config.options.use_scaling = by > 1;
    config.options.scaled_width = w;
    config.options.scaled_height = h;
    config.output.colorspace = MODE_bgrA;
    config.output.is_external_memory = 1;
    std::size_t const before = std::size_t(webp->place.y) * std::size_t(w) + std::size_t(webp->place.x);
    config.output.u.RGBA = {reinterpret_cast<std::uint8_t*>(bitmap.row(0) + before), w * 4,
                            bitmap.bytes() - before * 4};
    VP8StatusCode status = WebPDecode(webp->frame.data(), webp->frame.size(), &config);
    if (status != VP8_STATUS_OK) return failure(status, bytes);
    return show(std::move(bitmap), webp->traits, framing);
}

}
