#include "staff/imgui_paint.h"

#include "base/log.h"

#include <string>

#include <SDL.h>
#include <imgui.h>

namespace kiosk {
namespace {

SDL_Texture* font_texture(SDL_Renderer* renderer) {
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    ImGui::GetIO().Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
    SDL_Texture* texture = SDL_CreateTexture(renderer, SDL_PIXELFORMAT_ABGR8888, SDL_TEXTUREACCESS_STATIC, width, height);
    if (!texture) return nullptr;
    SDL_UpdateTexture(texture, nullptr, pixels, width * 4);
    SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
    return texture;
}

void draw(SDL_Renderer* renderer, ImDrawList const& list, ImDrawCmd const& command) {
    ImVec4 const& clip = command.ClipRect;
    SDL_Rect const area{int(clip.x), int(clip.y), int(clip.z - clip.x), int(clip.w - clip.y)};
    if (area.w <= 0 || area.h <= 0) return;
    SDL_RenderSetClipRect(renderer, &area);
    ImDrawVert const* vertices = list.VtxBuffer.Data + command.VtxOffset;
    SDL_RenderGeometryRaw(renderer, static_cast<SDL_Texture*>(command.GetTexID()), &vertices->pos.x, sizeof(ImDrawVert),
                          reinterpret_cast<SDL_Color const*>(&vertices->col), sizeof(ImDrawVert), &vertices->uv.x,
                          sizeof(ImDrawVert), list.VtxBuffer.Size - int(command.VtxOffset),
                          list.IdxBuffer.Data + command.IdxOffset, int(command.ElemCount), sizeof(ImDrawIdx));
}

}

ImGuiPainter::~ImGuiPainter() { detach(); }

void ImGuiPainter::detach() {
    if (m_font) SDL_DestroyTexture(m_font);
    if (m_renderer) SDL_DestroyRenderer(m_renderer);
    if (m_surface) SDL_FreeSurface(m_surface);
    m_font = nullptr, m_renderer = nullptr, m_surface = nullptr, m_pixels = nullptr;
}

bool ImGuiPainter::attach(void* pixels, int pitch, Size size) {
    bool const same = m_surface && m_pixels == pixels && m_surface->pitch == pitch && m_surface->w == size.w && m_surface->h == size.h;
    if (same) return true;
    detach();
    m_pixels = pixels;
    m_surface = SDL_CreateRGBSurfaceWithFormatFrom(pixels, size.w, size.h, 32, pitch, SDL_PIXELFORMAT_ARGB8888);
    m_renderer = m_surface ? SDL_CreateSoftwareRenderer(m_surface) : nullptr;
    m_font = m_renderer ? font_texture(m_renderer) : nullptr;
    if (!m_font) {
        log_error(std::string("the overlay can't be drawn: ") + SDL_GetError());
        detach();
        return false;
    }
    SDL_SetRenderDrawBlendMode(m_renderer, SDL_BLENDMODE_BLEND);
    ImGui::GetIO().Fonts->SetTexID(m_font);
    return true;
}

void ImGuiPainter::paint(ImDrawData const& data, void* pixels, int pitch, Size size) {
    if (!attach(pixels, pitch, size)) return;
    for (int i = 0; i < data.CmdListsCount; ++i) {
        ImDrawList const& list = *data.CmdLists[i];
        for (ImDrawCmd const& command : list.CmdBuffer) {
            // The texture was not made yet when the lists of the first frame were filled.
            ImDrawCmd with_font = command;
            with_font.TextureId = m_font;
            draw(m_renderer, list, with_font);
        }
    }
    SDL_RenderSetClipRect(m_renderer, nullptr);
    SDL_RenderFlush(m_renderer);
}

}
