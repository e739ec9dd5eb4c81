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

}
