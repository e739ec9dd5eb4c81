#include "base/handle.h"
#include "decode/decoders.h"
#include "decode/headers.h"
#include "decode/show.h"

#include <string>

#include <SDL.h>

namespace kiosk {

namespace {

using Surface = std::unique_ptr<SDL_Surface, FreeWith<SDL_FreeSurface>>;

/// Pixels of whatever kind SDL chose, as ours.
Result<Bitmap> to_bitmap(SDL_Surface* surface) {
    Bitmap bitmap{{surface->w, surface->h}};
    Surface target{SDL_CreateRGBSurfaceWithFormatFrom(bitmap.row(0), surface->w, surface->h, 32,
                                                      surface->w * 4, SDL_PIXELFORMAT_ARGB8888)};
    SDL_SetSurfaceBlendMode(surface, SDL_BLENDMODE_NONE);
    if (!target || SDL_BlitSurface(surface, nullptr, target.get(), nullptr) != 0) {
        return Error{Kind::Unavailable, std::string{"cannot be converted: "} + SDL_GetError()};
    }
    return bitmap;
}

}

Result<Inspection> inspect_bmp(PictureBytes bytes) {
    Result<Size> size = header_size(Format::Bmp, bytes);
    if (!size) return size.error();
    // Of transparency the headers do not tell.
    return inspection(Format::Bmp, *size, {});
}

Result<Bitmap> decode_bmp(PictureBytes bytes, Framing const& framing) {
    Result<Size> size = header_size(Format::Bmp, bytes);
    if (!size) return size.error();
    Surface surface{SDL_LoadBMP_RW(SDL_RWFromConstMem(bytes.data(), int(bytes.size())), SDL_TRUE)};
    if (!surface) return damaged(SDL_GetError());
    if (Status allowed = check_pixels({surface->w, surface->h}); !allowed) return allowed.error();
    Result<Bitmap> bitmap = to_bitmap(surface.get());
    surface.reset();
    if (!bitmap) return bitmap;
    for (int y = 0; y < bitmap->size().h; ++y) {
        premultiply(reinterpret_cast<std::uint8_t*>(bitmap->row(y)), bitmap->size().w);
    }
    return show(*std::move(bitmap), {.alpha = Alpha::Premultiplied}, framing);
}

}
