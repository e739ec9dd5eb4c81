#include "decode/encoders.h"

#include "decode/colour.h"

#include <cstring>
#include <functional>
#include <utility>

#include <lcms2.h>
#include <libheif/heif.h>
#include <png.h>
#include <tiffio.h>
#include <webp/encode.h>
#include <webp/mux.h>

namespace kiosk {

namespace {

std::uint8_t channel(std::uint32_t pixel, int shift) { return std::uint8_t(pixel >> shift); }

/// Channels of a row, each of one or two bytes; two are alike, which is the same share of the whole.
std::string row_of(Bitmap const& bitmap, int y, std::vector<int> const& shifts, int bytes) {
    std::string row;
    for (int x = 0; x < bitmap.size().w; ++x) {
        for (int shift : shifts) row.append(std::size_t(bytes), char(channel(bitmap.row(y)[x], shift)));
    }
    return row;
}

std::string exif(int orientation) {
    return "II" + little(42, 2) + little(8, 4) + little(1, 2) + little(0x0112, 2) + little(3, 2) +
           little(1, 4) + little(std::uint32_t(orientation), 4) + little(0, 4);
}

png_bytep bytes_of(std::string const& text) {
    return reinterpret_cast<png_bytep>(const_cast<char*>(text.data()));
}

/// What `prepare` and the rows make of it.
std::string written_png(std::function<void(png_structp, png_infop)> const& prepare,
                        std::vector<std::string> rows) {
    std::string file;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(
        png, &file,
        [](png_structp to, png_bytep bytes, std::size_t size) {
            static_cast<std::string*>(png_get_io_ptr(to))->append(reinterpret_cast<char*>(bytes), size);
        },
        nullptr);
    prepare(png, info);
    std::vector<png_bytep> pointers;
    for (std::string& row : rows) pointers.push_back(bytes_of(row));
    png_set_rows(png, info, pointers.data());
    png_write_png(png, info, PNG_TRANSFORM_IDENTITY, nullptr);
    png_destroy_write_struct(&png, &info);
    return file;
}

void set_profile(png_structp png, png_infop info, std::string const& profile) {
    if (!profile.empty()) png_set_iCCP(png, info, "p", 0, bytes_of(profile), png_uint_32(profile.size()));
}

void set_comment(png_structp png, png_infop info, std::string comment) {
    png_text text{.compression = PNG_TEXT_COMPRESSION_NONE};
    char key[] = "Author";
    text.key = key;
    text.text = comment.data();
    text.text_length = comment.size();
    png_set_text(png, info, &text, 1);
}

std::string saved(cmsHPROFILE profile) {
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile, nullptr, &size);
    std::string bytes(size, '\0');
    cmsSaveProfileToMem(profile, bytes.data(), &size);
    cmsCloseProfile(profile);
    return bytes;
}

}

std::string png_with(Bitmap const& bitmap, PngOptions const& options) {
    std::vector<int> shifts{16, 8, 0};
    if (options.has_alpha) shifts.push_back(24);
    std::vector<std::string> rows;
    for (int y = 0; y < bitmap.size().h; ++y)
        rows.push_back(row_of(bitmap, y, shifts, options.is_16_bit ? 2 : 1));
    return written_png(
        [&](png_structp png, png_infop info) {
            png_set_IHDR(png, info, png_uint_32(bitmap.size().w), png_uint_32(bitmap.size().h),
                         options.is_16_bit ? 16 : 8,
                         options.has_alpha ? PNG_COLOR_TYPE_RGBA : PNG_COLOR_TYPE_RGB,
                         options.is_interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
                         PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
            set_profile(png, info, options.profile);
            if (!options.comment.empty()) set_comment(png, info, options.comment);
            std::string turn = exif(options.orientation);
            if (options.orientation != 1) png_set_eXIf_1(png, info, png_uint_32(turn.size()), bytes_of(turn));
        },
        std::move(rows));
}

std::string png(Bitmap const& bitmap) { return png_with(bitmap, {}); }

std::string grey_png(Bitmap const& bitmap, std::string const& profile) {
    std::vector<std::string> rows;
    for (int y = 0; y < bitmap.size().h; ++y) rows.push_back(row_of(bitmap, y, {16}, 2));
    return written_png(
        [&](png_structp png, png_infop info) {
            png_set_IHDR(png, info, png_uint_32(bitmap.size().w), png_uint_32(bitmap.size().h), 16,
                         PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                         PNG_FILTER_TYPE_DEFAULT);
            set_profile(png, info, profile);
        },
        std::move(rows));
}

std::string palette_png(Size size, std::uint32_t colour) {
    std::string left_half(std::size_t(size.w) / 2, '\0'), right_half(std::size_t(size.w) / 2, '\1');
    return written_png(
        [&](png_structp png, png_infop info) {
            png_set_IHDR(png, info, png_uint_32(size.w), png_uint_32(size.h), 8, PNG_COLOR_TYPE_PALETTE,
                         PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
            png_color colours[] = {{channel(colour, 16), channel(colour, 8), channel(colour, 0)}, {0, 0, 0}};
            png_set_PLTE(png, info, colours, 2);
            png_byte alphas[] = {255, 0};
            png_set_tRNS(png, info, alphas, 2, nullptr);
        },
        std::vector<std::string>(std::size_t(size.h), left_half + right_half));
}

namespace {

/// A file in memory for libtiff to write.
struct Growing {
    std::string bytes;
    std::size_t at = 0;
};

tmsize_t read_back(thandle_t handle, void* to, tmsize_t size) {
    auto& file = *static_cast<Growing*>(handle);
    std::size_t got = std::min(std::size_t(size), file.bytes.size() - std::min(file.at, file.bytes.size()));
    if (got > 0) std::memcpy(to, file.bytes.data() + file.at, got);
    file.at += got;
    return tmsize_t(got);
}

tmsize_t write(thandle_t handle, void* from, tmsize_t size) {
    auto& file = *static_cast<Growing*>(handle);
    file.bytes.resize(std::max(file.bytes.size(), file.at + std::size_t(size)));
    std::memcpy(file.bytes.data() + file.at, from, std::size_t(size));
    file.at += std::size_t(size);
    return size;
}

toff_t seek(thandle_t handle, toff_t to, int whence) {
    auto& file = *static_cast<Growing*>(handle);
    return file.at = to + (whence == SEEK_CUR ? file.at : whence == SEEK_END ? file.bytes.size() : 0);
}

std::string written_tiff(Bitmap const& bitmap, TiffOptions const& options, int photometric,
                         std::vector<int> const& shifts) {
    Growing file;
    TIFF* tiff = TIFFClientOpen(
        "", "w", &file, read_back, write, seek, [](thandle_t) { return 0; },
        [](thandle_t handle) { return toff_t(static_cast<Growing*>(handle)->bytes.size()); }, nullptr,
        nullptr);
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, bitmap.size().w);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, bitmap.size().h);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, options.bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, int(shifts.size()));
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, photometric);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, options.compression);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, options.orientation);
    if (options.rows_a_strip != 0) TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, options.rows_a_strip);
    std::uint16_t straight[] = {EXTRASAMPLE_UNASSALPHA};
    if (options.has_alpha) TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, straight);
    if (!options.profile.empty()) {
        TIFFSetField(tiff, TIFFTAG_ICCPROFILE, std::uint32_t(options.profile.size()), options.profile.data());
    }
    for (int y = 0; y < bitmap.size().h; ++y) {
        std::string row = row_of(bitmap, y, shifts, options.bits / 8);
        TIFFWriteScanline(tiff, row.data(), std::uint32_t(y));
    }
    TIFFClose(tiff);
    return file.bytes;
}

}

std::string tiff_with(Bitmap const& bitmap, TiffOptions const& options) {
    std::vector<int> shifts{16, 8, 0};
    if (options.has_alpha) shifts.push_back(24);
    return written_tiff(bitmap, options, PHOTOMETRIC_RGB, shifts);
}

std::string cmyk_tiff(Bitmap const& inks, TiffOptions const& options) {
    return written_tiff(inks, options, PHOTOMETRIC_SEPARATED, {0, 8, 16, 24});
}

namespace {

std::string lossless_webp(Bitmap const& bitmap) {
    std::uint8_t* bytes = nullptr;
    std::size_t size = WebPEncodeLosslessBGRA(reinterpret_cast<std::uint8_t const*>(bitmap.row(0)),
                                              bitmap.size().w, bitmap.size().h, bitmap.size().w * 4, &bytes);
    std::string file{reinterpret_cast<char*>(bytes), size};
    WebPFree(bytes);
    return file;
}

WebPData data_of(std::string const& bytes) { return {bytes_of(bytes), bytes.size()}; }

std::string assembled(WebPMux* mux) {
    WebPData data{};
    WebPMuxAssemble(mux, &data);
    std::string file{reinterpret_cast<char const*>(data.bytes), data.size};
    WebPDataClear(&data);
    WebPMuxDelete(mux);
    return file;
}

}

std::string webp_with(Bitmap const& bitmap, std::string const& profile, int orientation) {
    std::string picture = lossless_webp(bitmap), turn = exif(orientation);
    WebPMux* mux = WebPMuxNew();
    WebPData const picture_data = data_of(picture), profile_data = data_of(profile),
                   turn_data = data_of(turn);
    WebPMuxSetImage(mux, &picture_data, 1);
    if (!profile.empty()) WebPMuxSetChunk(mux, "ICCP", &profile_data, 1);
    if (orientation != 1) WebPMuxSetChunk(mux, "EXIF", &turn_data, 1);
    return assembled(mux);
}

std::string animated_webp(std::vector<Bitmap> const& frames, Point place, Size canvas) {
    WebPMux* mux = WebPMuxNew();
    WebPMuxAnimParams const endless{0xFFFFFFFF, 0};
    WebPMuxSetAnimationParams(mux, &endless);
    WebPMuxSetCanvasSize(mux, canvas.w, canvas.h);
    for (Bitmap const& bitmap : frames) {
        std::string picture = lossless_webp(bitmap);
        WebPMuxFrameInfo frame{};
        frame.bitstream = data_of(picture);
        frame.x_offset = place.x;
        frame.y_offset = place.y;
        frame.duration = 100;
        frame.id = WEBP_CHUNK_ANMF;
        WebPMuxPushFrame(mux, &frame, 1);
    }
    return assembled(mux);
}

std::string heif(Bitmap const& bitmap, bool is_avif, std::string const& profile, int orientation) {
    heif_context* context = heif_context_alloc();
    heif_encoder* encoder = nullptr;
    heif_context_get_encoder_for_format(context, is_avif ? heif_compression_AV1 : heif_compression_HEVC,
                                        &encoder);
    heif_encoder_set_lossy_quality(encoder, 90);
    if (is_avif) heif_encoder_set_parameter_integer(encoder, "speed", 9);
    heif_image* image = nullptr;
    auto [w, h] = bitmap.size();
    heif_image_create(w, h, heif_colorspace_RGB, heif_chroma_interleaved_RGB, &image);
    heif_image_add_plane(image, heif_channel_interleaved, w, h, 8);
    int pitch = 0;
    std::uint8_t* pixels = heif_image_get_plane(image, heif_channel_interleaved, &pitch);
    for (int y = 0; y < h; ++y, pixels += pitch) {
        std::string row = row_of(bitmap, y, {16, 8, 0}, 1);
        std::memcpy(pixels, row.data(), row.size());
    }
    if (!profile.empty()) heif_image_set_raw_color_profile(image, "prof", profile.data(), profile.size());
    heif_encoding_options* options = heif_encoding_options_alloc();
    options->image_orientation = heif_orientation(orientation);
    heif_context_encode_image(context, image, encoder, options, nullptr);
    heif_encoding_options_free(options);
    std::string file;
    heif_writer writer{1, [](heif_context*, void const* bytes, std::size_t size, void* to) {
                           static_cast<std::string*>(to)->assign(static_cast<char const*>(bytes), size);
                           return heif_error{heif_error_Ok, heif_suberror_Unspecified, ""};
                       }};
    heif_context_write(context, &writer, &file);
    heif_image_release(image);
    heif_encoder_release(encoder);
    heif_context_free(context);
    return file;
}

std::string with_profile(std::string const& jpeg, std::string const& profile) {
    constexpr std::size_t most_a_part = 1000;  // So that there are several.
    std::size_t const parts = (profile.size() + most_a_part - 1) / most_a_part;
    std::string segments;
    for (std::size_t i = 0; i < parts; ++i) {
        std::string part = std::string{"ICC_PROFILE\0", 12} + char(i + 1) + char(parts) +
                           profile.substr(i * most_a_part, most_a_part);
        segments += "\xFF\xE2" + big(std::uint32_t(part.size() + 2), 2) + part;
    }
    return jpeg.substr(0, 2) + segments + jpeg.substr(2);
}

std::string p3_profile() {
    auto bytes = rgb_profile(display_p3);
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

std::string print_profile() {
    cmsHPROFILE profile = cmsCreateProfilePlaceholder(nullptr);
    cmsSetProfileVersion(profile, 4.3);
    cmsSetDeviceClass(profile, cmsSigOutputClass);
    cmsSetColorSpace(profile, cmsSigCmykData);
    cmsSetPCS(profile, cmsSigLabData);
    cmsStage* grid = cmsStageAllocCLut16bit(nullptr, 2, 4, 3, nullptr);
    auto sample = [](cmsUInt16Number const in[], cmsUInt16Number out[], void*) {
        cmsCIELab lab{100, 0, 0};
        if (in[0] > 32768) lab = {30, 68, -112};
        if (in[1] > 32768) lab = {54, 80, 70};
        if (in[2] > 32768) lab = {87, -79, 81};
        if (in[3] > 32768) lab = {0, 0, 0};
        cmsFloat2LabEncoded(out, &lab);
        return 1;
    };
    cmsStageSampleCLut16bit(grid, sample, nullptr, 0);
    cmsPipeline* pipeline = cmsPipelineAlloc(nullptr, 4, 3);
    cmsPipelineInsertStage(pipeline, cmsAT_END, cmsStageAllocToneCurves(nullptr, 4, nullptr));
    cmsPipelineInsertStage(pipeline, cmsAT_END, grid);
    cmsPipelineInsertStage(pipeline, cmsAT_END, cmsStageAllocToneCurves(nullptr, 3, nullptr));
    for (cmsTagSignature tag : {cmsSigAToB0Tag, cmsSigAToB1Tag}) cmsWriteTag(profile, tag, pipeline);
    cmsWriteTag(profile, cmsSigMediaWhitePointTag, cmsD50_XYZ());
    cmsPipelineFree(pipeline);
    return saved(profile);
}

std::string adobe_profile() {
    cmsCIExyY const daylight{0.3127, 0.3290, 1};
    cmsCIExyYTRIPLE const places{{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}};
    cmsToneCurve* curve = cmsBuildGamma(nullptr, 2.19921875);
    cmsToneCurve* curves[] = {curve, curve, curve};
    cmsHPROFILE profile = cmsCreateRGBProfile(&daylight, &places, curves);
    cmsFreeToneCurve(curve);
    return saved(profile);
}

namespace {

std::string grey_profile(cmsToneCurve* curve) {
    cmsHPROFILE profile = cmsCreateGrayProfile(cmsD50_xyY(), curve);
    cmsFreeToneCurve(curve);
    return saved(profile);
}

}

std::string linear_grey_profile() { return grey_profile(cmsBuildGamma(nullptr, 1)); }

std::string white_profile() {
    cmsUInt16Number const all_white[] = {65535, 65535};
    return grey_profile(cmsBuildTabulatedToneCurve16(nullptr, 2, all_white));
}

std::string pdf(std::vector<PdfPage> const& pages, std::string const& more_objects) {
    std::string file = "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n", kids, objects;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        std::string number = std::to_string(100 + 2 * i), content = std::to_string(101 + 2 * i);
        kids += number + " 0 R ";
        objects += number + " 0 obj <</Type/Page/Parent 2 0 R/Contents " + content + " 0 R" + pages[i].keys +
                   ">> endobj\n" + content + " 0 obj <</Length " + std::to_string(pages[i].content.size()) +
                   ">> stream\n" + pages[i].content + "\nendstream endobj\n";
    }
    return file + "2 0 obj <</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages.size()) +
           ">> endobj\n" + objects + more_objects + "trailer <</Root 1 0 R/Size 9999>>\n";
}

}
