#include "staff/canvas.h"

#include "base/check.h"

#include <SDL.h>
#include <imgui.h>

namespace kiosk {
namespace {

struct Destroy {
    void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
    void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
    void operator()(SDL_Texture* texture) const { SDL_DestroyTexture(texture); }
};
using Surface = std::unique_ptr<SDL_Surface, Destroy>;
using Renderer = std::unique_ptr<SDL_Renderer, Destroy>;
using Texture = std::unique_ptr<SDL_Texture, Destroy>;

/// ImGui's texture holds coverage only; SDL wants white with alpha.
Texture make_texture(SDL_Renderer* renderer) {
    ImFontAtlas const& atlas = *ImGui::GetIO().Fonts;
    Texture texture{SDL_CreateTexture(renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STREAMING,
                                      atlas.TexWidth, atlas.TexHeight)};
    void* pixels = nullptr;
    int pitch = 0;
    KIOSK_CHECK(texture && SDL_LockTexture(texture.get(), nullptr, &pixels, &pitch) == 0);
    for (int y = 0; y < atlas.TexHeight; ++y) {
        unsigned char const* from = atlas.TexPixelsAlpha8 + y * atlas.TexWidth;
        auto* to = reinterpret_cast<Uint32*>(static_cast<char*>(pixels) + y * pitch);
        for (int x = 0; x < atlas.TexWidth; ++x) to[x] = Uint32(from[x]) << 24 | 0xFFFFFF;
    }
    SDL_UnlockTexture(texture.get());
    SDL_SetTextureBlendMode(texture.get(), SDL_BLENDMODE_BLEND);
    return texture;
}

void draw(SDL_Renderer* renderer, SDL_Texture* texture, ImDrawList const& list) {
    for (ImDrawCmd const& command : list.CmdBuffer) {
        SDL_Rect const clip{int(command.ClipRect.x), int(command.ClipRect.y),
                            int(command.ClipRect.z - command.ClipRect.x),
                            int(command.ClipRect.w - command.ClipRect.y)};
        if (clip.w <= 0 || clip.h <= 0) continue;
        SDL_RenderSetClipRect(renderer, &clip);
        ImDrawVert const* first = list.VtxBuffer.Data + command.VtxOffset;
        int const stride = sizeof(ImDrawVert), count = list.VtxBuffer.Size - int(command.VtxOffset);
        SDL_RenderGeometryRaw(renderer, texture, &first->pos.x, stride,
                              reinterpret_cast<SDL_Color const*>(&first->col), stride, &first->uv.x, stride,
                              count, list.IdxBuffer.Data + command.IdxOffset, int(command.ElemCount),
                              sizeof(ImDrawIdx));
    }
}

}

struct Canvas::State {
    void attach(std::uint32_t* to, std::size_t bytes, Size area) {
        if (to == pixels && bytes == pitch && area == size && renderer) return;
        texture.reset();
        renderer.reset();
        pixels = to, pitch = bytes, size = area;
        surface.reset(SDL_CreateRGBSurfaceWithFormatFrom(pixels, size.w, size.h, 32, int(pitch),
                                                         SDL_PIXELFORMAT_ARGB8888));
        renderer.reset(surface ? SDL_CreateSoftwareRenderer(surface.get()) : nullptr);
        KIOSK_CHECK(renderer);
    }

    std::uint32_t* pixels = nullptr;
    std::size_t pitch = 0;
    Size size;
    Surface surface;
    Renderer renderer;  // Before its texture, which must go first.
    Texture texture;
};

Canvas::Canvas() : m_state(std::make_unique<State>()) {}
Canvas::~Canvas() = default;
Canvas::Canvas(Canvas&&) noexcept = default;
Canvas& Canvas::operator=(Canvas&&) noexcept = default;

void Canvas::forget() { m_state->texture.reset(); }

void Canvas::paint(ImDrawData const& frame, Color ground, std::uint32_t* pixels, std::size_t pitch,
                   Size size) {
    m_state->attach(pixels, pitch, size);
    SDL_Renderer* renderer = m_state->renderer.get();
    if (!m_state->texture) m_state->texture = make_texture(renderer);
    SDL_RenderSetClipRect(renderer, nullptr);
    SDL_SetRenderDrawColor(renderer, ground.r, ground.g, ground.b, 255);
    SDL_RenderClear(renderer);
    for (int i = 0; i < frame.CmdListsCount; ++i) draw(renderer, m_state->texture.get(), *frame.CmdLists[i]);
    SDL_RenderFlush(renderer);
}

void Canvas::lay(Bitmap const& bitmap, Rect place, Rect clip, std::uint32_t* pixels, std::size_t pitch,
                 Size size) {
    Rect const seen = place.intersected(clip).intersected({0, 0, size.w, size.h});
    auto const [w, h] = bitmap.size();
    for (int y = seen.y; y < seen.bottom(); ++y) {
        std::uint32_t const* from = bitmap.row((y - place.y) * h / place.h);
        auto* to = reinterpret_cast<std::uint32_t*>(reinterpret_cast<char*>(pixels) + std::size_t(y) * pitch);
        for (int x = seen.x; x < seen.right(); ++x) {
            std::uint32_t const pixel = from[(x - place.x) * w / place.w], rest = 255 - (pixel >> 24);
            auto const over = [&](int shift) {
                return ((pixel >> shift & 255) + (to[x] >> shift & 255) * rest / 255) << shift;
            };
            to[x] = 0xFF000000 | over(16) | over(8) | over(0);
        }
    }
}

}
