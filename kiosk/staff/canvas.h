#pragma once
// Draws ImGui's frame into memory, by SDL's software renderer. UI thread; needs a current ImGui context.

#include "base/bitmap.h"
#include "base/color.h"
#include "base/geometry.h"

#include <cstddef>
#include <cstdint>
#include <memory>

struct ImDrawData;

namespace kiosk {

class Canvas {
public:
    Canvas();
    ~Canvas();
    Canvas(Canvas&&) noexcept;
    Canvas& operator=(Canvas&&) noexcept;

    /// The letters have changed: takes the texture from ImGui anew with the next paint().
    void forget();

    /// Fills the target with `ground` and draws over it. The renderer is kept as long as the target is the
    /// same memory, whose content may change in between.
    void paint(ImDrawData const&, Color ground, std::uint32_t* pixels, std::size_t pitch, Size);

    /// Lays a picture over what was painted, scaled to its place; what is outside `clip` does not show.
    static void lay(Bitmap const&, Rect place, Rect clip, std::uint32_t* pixels, std::size_t pitch, Size);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}
