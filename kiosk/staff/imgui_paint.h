#pragma once
// Draws ImGui's draw lists into 32-bit memory with SDL's software renderer. UI thread. Needs no window.

#include "base/geometry.h"

struct ImDrawData;
struct SDL_Renderer;
struct SDL_Surface;
struct SDL_Texture;

namespace kiosk {

class ImGuiPainter {
public:
    ImGuiPainter() = default;
    ~ImGuiPainter();
    ImGuiPainter(ImGuiPainter const&) = delete;
    ImGuiPainter& operator=(ImGuiPainter const&) = delete;

    /// Over what the target holds; `pitch` bytes a row. Makes its renderer and font texture anew when the target is
    /// another one than before. A target that SDL refuses stays as it was.
    void paint(ImDrawData const&, void* pixels, int pitch, Size);

private:
    bool attach(void* pixels, int pitch, Size);
    void detach();

    void* m_pixels = nullptr;
    SDL_Surface* m_surface = nullptr;
    SDL_Renderer* m_renderer = nullptr;
    SDL_Texture* m_font = nullptr;
};

}
