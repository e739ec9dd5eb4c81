#include "base/handle.h"
#include "decode/decoders.h"
#include "decode/headers.h"
#include "decode/show.h"

#include <string>
#include <string_view>

#include <turbojpeg.h>

namespace kiosk {

namespace {

using Decompressor = std::unique_ptr<void, FreeWith<tjDestroy>>;

struct JpegHeader {
    int w = 0, h = 0, subsampling = 0, colours = 0;
    bool is_print() const { return colours == TJCS_CMYK || colours == TJCS_YCCK; }
};

/// A complaint that leaves the picture whole: some cameras put padding where none belongs.
bool is_harmless(std::string_view complaint) { return complaint.find("extraneous bytes") != complaint.npos; }

Error failure(void* handle, PictureBytes bytes) {
    std::string_view complaint = tjGetErrorStr2(handle);
    if (complaint.find("nsufficient memory") != complaint.npos) return too_much_memory();
    for (std::string_view end :
         {"Premature end", "ends prematurely", "Empty input", "Not a JPEG file: starts"}) {
        if (complaint.find(end) != complaint.npos) return cut_off(bytes);
    }
    return {Kind::Malformed, "is damaged (" + std::string{complaint} + "): copy it again from the camera"};
}

Result<JpegHeader> read_header(void* handle, PictureBytes bytes) {
    JpegHeader header;
    if (tjDecompressHeader3(handle, bytes.data(), bytes.size(), &header.w, &header.h, &header.subsampling,
                            &header.colours) != 0) {
        return failure(handle, bytes);
    }
    // The decoder is content with a file that ends before it says a size.
    if (header.w == 0 || header.h == 0) return cut_off(bytes);
    if (Status allowed = check_pixels({header.w, header.h}); !allowed) return allowed.error();
    return header;
}

Result<Bitmap> decompress(void* handle, PictureBytes bytes, JpegHeader const& header, int reduce_by) {
    tjscalingfactor factor{1, reduce_by};
    Bitmap bitmap{{TJSCALED(header.w, factor), TJSCALED(header.h, factor)}};
    auto* pixels = reinterpret_cast<unsigned char*>(bitmap.row(0));
    // A hostile progressive file can hold thousands of scans of the whole picture.
    int failed = tjDecompress2(handle, bytes.data(), bytes.size(), pixels, bitmap.size().w, 0,
                               bitmap.size().h, header.is_print() ? TJPF_CMYK : TJPF_BGRA, TJFLAG_LIMITSCANS);
    if (failed && !(tjGetErrorCode(handle) == TJERR_WARNING && is_harmless(tjGetErrorStr2(handle)))) {
        return failure(handle, bytes);
    }
    return bitmap;
}

Traits traits_of(JpegHeader const& header, JpegMarkers markers) {
    Channels print = markers.has_adobe ? Channels::InvertedCmyk : Channels::Cmyk;
    return {header.is_print() ? print : Channels::Bgra, Alpha::None, markers.orientation,
            std::move(markers.profile)};
}

}

Result<Inspection> inspect_jpeg(PictureBytes bytes) {
    Decompressor handle{tjInitDecompress()};
    Result<JpegHeader> header = read_header(handle.get(), bytes);
    if (!header) return header.error();
    return inspection(Format::Jpeg, {header->w, header->h}, traits_of(*header, jpeg_markers(bytes)));
}

Result<Bitmap> decode_jpeg(PictureBytes bytes, Framing const& framing) {
    Decompressor handle{tjInitDecompress()};
    Result<JpegHeader> header = read_header(handle.get(), bytes);
    if (!header) return header.error();
    Traits traits = traits_of(*header, jpeg_markers(bytes));
    int reduce_by = reduction({header->w, header->h}, traits.orientation, framing);
    Result<Bitmap> bitmap = decompress(handle.get(), bytes, *header, reduce_by);
    if (!bitmap) return bitmap;
    return show(*std::move(bitmap), traits, framing);
}

}
