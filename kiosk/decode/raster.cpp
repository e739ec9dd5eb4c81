#include "decode/decoders.h"
#include "decode/headers.h"
#include "decode/resize.h"

#include <memory>
#include <string>

#include <SDL_image.h>

namespace kiosk {

namespace {

struct FreeSurface {
    void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using Surface = std::unique_ptr<SDL_Surface, FreeSurface>;

char const* sdl_name(Format format) {
    switch (format) {
    case Format::Png:
        return "PNG";
    case Format::WebP:
        return "WEBP";
    case Format::Gif:
        return "GIF";
    case Format::Bmp:
        return "BMP";
    case Format::Tiff:
        return "TIF";
    case Format::Jpeg:
    case Format::Svg:
        break;
    }
    return "";
}

void premultiply(Bitmap& bitmap) {
    auto* bytes = reinterpret_cast<std::uint8_t*>(bitmap.row(0));
    for (std::size_t i = 0; i < bitmap.bytes(); i += 4) {
        unsigned alpha = bytes[i + 3];
        for (std::size_t c = i; c < i + 3; ++c) bytes[c] = std::uint8_t((bytes[c] * alpha + 127) / 255);
    }
}

/// Pixels of whatever kind SDL_image chose, as ours.
Result<Bitmap> to_bitmap(SDL_Surface* surface) {
    Bitmap bitmap{{surface->w, surface->h}};
    Surface target{SDL_CreateRGBSurfaceWithFormatFrom(bitmap.row(0), surface->w, surface->h, 32,
                                                      surface->w * 4, SDL_PIXELFORMAT_ARGB8888)};
    SDL_SetSurfaceBlendMode(surface, SDL_BLENDMODE_NONE);
    if (!target || SDL_BlitSurface(surface, nullptr, target.get(), nullptr) != 0) {
        return Error{Kind::Unavailable, std::string{"cannot be converted: "} + SDL_GetError()};
    }
    if (SDL_ISPIXELFORMAT_ALPHA(surface->format->format) || surface->format->palette) premultiply(bitmap);
    return bitmap;
}

}

Result<Inspection> inspect_raster(Format format, PictureBytes bytes) {
    Result<Size> size = header_size(format, bytes);
    if (!size) return size.error();
    return Inspection{format, *size};
}

Result<Bitmap> decode_raster(Format format, PictureBytes bytes, Framing const& framing) {
    Result<Size> size = header_size(format, bytes);
    if (!size) return size.error();
    SDL_RWops* memory = SDL_RWFromConstMem(bytes.data(), int(bytes.size()));
    Surface surface{IMG_LoadTyped_RW(memory, SDL_TRUE, sdl_name(format))};
    if (!surface) {
        return Error{Kind::Malformed,
                     std::string{"is damaged or cut off ("} + SDL_GetError() + "): export it again"};
    }
    if (Status allowed = check_pixels(std::uint32_t(surface->w), std::uint32_t(surface->h)); !allowed) {
        return allowed.error();
    }
    Result<Bitmap> bitmap = to_bitmap(surface.get());
    surface.reset();
    if (!bitmap) return bitmap;
    auto [w, h] = bitmap->size();
    return resize(*std::move(bitmap), excerpt(w, h, framing));
}

void warm_up_raster() { IMG_Init(IMG_INIT_PNG | IMG_INIT_WEBP | IMG_INIT_TIF); }

}
