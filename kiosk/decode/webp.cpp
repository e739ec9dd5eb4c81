#include "decode/decoders.h"
#include "decode/headers.h"
#include "decode/show.h"

#include <memory>
#include <optional>

#include <webp/decode.h>
#include <webp/demux.h>

namespace kiosk {

namespace {

struct DeleteDemuxer {
    void operator()(WebPDemuxer* demuxer) const { WebPDemuxDelete(demuxer); }
};

/// The container of a WebP: its first frame and what is said about it.
struct Container {
    std::unique_ptr<WebPDemuxer, DeleteDemuxer> demuxer;
    PictureBytes frame;
    WebPBitstreamFeatures features{};
    Traits traits;
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
    bool is_whole = frame.complete != 0;
    WebPDemuxReleaseIterator(&frame);
    if (!is_whole) return cut_off(bytes);
    if (WebPGetFeatures(webp.frame.data(), webp.frame.size(), &webp.features) != VP8_STATUS_OK) {
        return damaged("no picture in it");
    }
    if (Status allowed =
            check_pixels(std::uint32_t(webp.features.width), std::uint32_t(webp.features.height));
        !allowed) {
        return allowed.error();
    }
    PictureBytes profile = chunk(webp.demuxer.get(), "ICCP");
    webp.traits.profile.assign(profile.begin(), profile.end());
    webp.traits.alpha = webp.features.has_alpha ? Alpha::Premultiplied : Alpha::None;
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
    return inspection(Format::WebP, {webp->features.width, webp->features.height}, webp->traits);
}

// Scaled while decoding where that loses nothing: the whole picture need not be in memory.
Result<Bitmap> decode_webp(PictureBytes bytes, Framing const& framing) {
    Result<Container> webp = open(bytes);
    if (!webp) return webp.error();
    Size size{webp->features.width, webp->features.height};
    int by = reduction(size, webp->traits.orientation, framing);
    Bitmap bitmap{{size.w / by, size.h / by}};
    WebPDecoderConfig config;
    WebPInitDecoderConfig(&config);
    config.options.use_scaling = by > 1;
    config.options.scaled_width = bitmap.size().w;
    config.options.scaled_height = bitmap.size().h;
    config.output.colorspace = MODE_bgrA;
    config.output.is_external_memory = 1;
    config.output.u.RGBA = {reinterpret_cast<std::uint8_t*>(bitmap.row(0)), bitmap.size().w * 4,
                            bitmap.bytes()};
    VP8StatusCode status = WebPDecode(webp->frame.data(), webp->frame.size(), &config);
    if (status != VP8_STATUS_OK) return failure(status, bytes);
    return show(std::move(bitmap), webp->traits, framing);
}

}
