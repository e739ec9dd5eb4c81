#pragma once
// Small scenes for the tests of the screen.

#include "screen/compositor.h"

namespace kiosk::samples {

inline Element panel(std::string id, Rect rect, Color fill) {
    Element element;
    element.id = std::move(id);
    element.rect = element.hit = rect;
    element.paints = {Panel{rect, fill}};
    return element;
}

inline Layer layer(std::string id, Color ground, std::vector<Element> elements = {}) {
    return {std::move(id), ground, std::move(elements)};
}

inline PictureKey key(std::string file, Size box) {
    return {std::move(file), box, Fit::Cover, {}};
}

inline Element picture(std::string id, Rect rect, std::string file) {
    Element element;
    element.id = std::move(id);
    element.rect = rect;
    element.paints = {PicturePaint{rect, key(std::move(file), rect.size()), {}, Color::rgb(0x808080)}};
    return element;
}

inline Bitmap filled(Size size, std::uint32_t pixel) {
    Bitmap bitmap(size);
    for (int y = 0; y < size.h; ++y) std::fill_n(bitmap.row(y), size.w, pixel);
    return bitmap;
}

inline constexpr Size size{320, 200};
inline constexpr Rect whole{0, 0, 320, 200};

/// A compositor, a frame that it writes to and a store of pictures.
struct Stage {
    Fonts fonts;
    Painter painter{fonts, size};
    Compositor compositor{painter, size};
    PictureStore pictures{1 << 24};
    Bitmap frame = filled(size, 0xFFDEADFF);

    std::vector<Rect> show(Scene const& scene) {
        return compositor.compose(scene, pictures, target_of(frame));
    }
    std::uint32_t at(int x, int y) const { return frame.row(y)[x]; }
};

}
