#include "decode/decoders.h"
#include "decode/headers.h"
#include "decode/show.h"

#include <memory>
#include <string>

#include <libheif/heif.h>

namespace kiosk {

namespace {

struct Release {
    void operator()(heif_context* context) const { heif_context_free(context); }
    void operator()(heif_image_handle* handle) const { heif_image_handle_release(handle); }
    void operator()(heif_image* image) const { heif_image_release(image); }
    void operator()(heif_decoding_options* options) const { heif_decoding_options_free(options); }
    void operator()(heif_color_profile_nclx* colours) const { heif_nclx_color_profile_free(colours); }
};
template <class T> using Owned = std::unique_ptr<T, Release>;

/// The main picture of a file. The context stays as long as it.
struct Main {
    Owned<heif_context> context;
    Owned<heif_image_handle> handle;
    Size size;
    Traits traits;
};

Error failure(heif_error const& error, PictureBytes bytes) {
    if (error.code == heif_error_Memory_allocation_error ||
        error.subcode == heif_suberror_Security_limit_exceeded) {
        return too_much_memory();
    }
    if (error.subcode == heif_suberror_End_of_data) return cut_off(bytes);
    return damaged(error.message);
}

/// The file's profile, or one made of the numbers that stand for a few well-known colour spaces.
std::vector<std::uint8_t> profile_of(heif_image_handle const* handle) {
    std::vector<std::uint8_t> profile(heif_image_handle_get_raw_color_profile_size(handle));
    if (!profile.empty()) {
        if (heif_image_handle_get_raw_color_profile(handle, profile.data()).code != heif_error_Ok)
            profile.clear();
        return profile;
    }
    heif_color_profile_nclx* numbers = nullptr;
    if (heif_image_handle_get_nclx_color_profile(handle, &numbers).code != heif_error_Ok) return {};
    Owned<heif_color_profile_nclx> owned{numbers};
    switch (numbers->color_primaries) {
    case heif_color_primaries_SMPTE_EG_432_1:
        return rgb_profile(display_p3);
    case heif_color_primaries_ITU_R_BT_2020_2_and_2100_0:
        return rgb_profile(bt2020);
    default:
        return {};
    }
}

Result<Main> open(PictureBytes bytes) {
    Main main{.context = Owned<heif_context>{heif_context_alloc()}};
    // The codecs start threads enough of their own; the helper's whole process gives way to the screen.
    heif_context_set_max_decoding_threads(main.context.get(), 0);
    heif_error error =
        heif_context_read_from_memory_without_copy(main.context.get(), bytes.data(), bytes.size(), nullptr);
    if (error.code != heif_error_Ok) return failure(error, bytes);
    heif_image_handle* handle = nullptr;
    error = heif_context_get_primary_image_handle(main.context.get(), &handle);
    main.handle.reset(handle);
    if (error.code != heif_error_Ok) return failure(error, bytes);
    main.size = {heif_image_handle_get_width(handle), heif_image_handle_get_height(handle)};
    if (Status allowed = check_pixels(main.size); !allowed) return allowed.error();
    main.traits.channels = Channels::Rgba;
    if (heif_image_handle_has_alpha_channel(handle) != 0) main.traits.alpha = Alpha::Premultiplied;
    main.traits.profile = profile_of(handle);
    return main;
}

Result<Owned<heif_image>> decode(Main const& main, PictureBytes bytes) {
    Owned<heif_decoding_options> options{heif_decoding_options_alloc()};
    options->convert_hdr_to_8bit = 1;
    options->strict_decoding = 1;
    bool const has_alpha = main.traits.alpha != Alpha::None;
    heif_image* image = nullptr;
    heif_error error = heif_decode_image(
        main.handle.get(), &image, heif_colorspace_RGB,
        has_alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, options.get());
    Owned<heif_image> owned{image};
    if (error.code != heif_error_Ok) return failure(error, bytes);
    return owned;
}

/// Three bytes a pixel become four.
void spread(std::vector<std::uint8_t>& row, std::uint8_t const* from) {
    for (std::size_t to = 0; to < row.size(); to += 4, from += 3) {
        row[to] = from[0], row[to + 1] = from[1], row[to + 2] = from[2];
    }
}

}

Result<Inspection> inspect_heif(Format format, PictureBytes bytes) {
    Result<Main> main = open(bytes);
    if (!main) return main.error();
    Inspection found = inspection(format, main->size, main->traits);
    // The library turns pictures itself; a half turn alone leaves no trace, nor does the turn of a square.
    Size const stored{heif_image_handle_get_ispe_width(main->handle.get()),
                      heif_image_handle_get_ispe_height(main->handle.get())};
    found.turned = stored.w != stored.h && Size{stored.h, stored.w} == main->size;
    return found;
}

Result<Bitmap> decode_heif(PictureBytes bytes, Framing const& framing) {
    Result<Main> main = open(bytes);
    if (!main) return main.error();
    auto image = decode(*main, bytes);
    if (!image) return image.error();
    int w = heif_image_get_width(image->get(), heif_channel_interleaved),
        h = heif_image_get_height(image->get(), heif_channel_interleaved);
    if (Status allowed = check_pixels({w, h}); !allowed) return allowed.error();
    bool const has_alpha = main->traits.alpha != Alpha::None;
    bool const is_straight = has_alpha && heif_image_is_premultiplied_alpha(image->get()) == 0;
    int pitch = 0;
    std::uint8_t const* pixels =
        heif_image_get_plane_readonly(image->get(), heif_channel_interleaved, &pitch);
    if (!pixels) return damaged("no pixels");
    RowSink sink{{w, h}, std::move(main->traits), framing};
    std::vector<std::uint8_t> row(std::size_t(w) * 4, 0xFF);
    for (int y = 0; y < h; ++y, pixels += pitch) {
        if (has_alpha) {
            std::copy_n(pixels, row.size(), row.begin());
        } else {
            spread(row, pixels);
        }
        if (is_straight) premultiply(row.data(), w);
        sink.add(row.data());
    }
    return std::move(sink).finish();
}

}
