#include "view/scene.h"

#include "base/overloaded.h"
#include "content/markdown.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace kiosk {
namespace {

Element const* hit(std::vector<Element> const& elements, Point at) {
    for (auto it = elements.rbegin(); it != elements.rend(); ++it) {
        if (it->command && it->enabled && it->hit.contains(at)) return &*it;
    }
    return nullptr;
}

constexpr auto any = [](PicturePaint const&) { return true; };

/// Adds the pictures that are `wanted`, each once.
template <class Wanted = decltype(any)>
void collect(std::vector<Element> const& elements, std::vector<PictureKey>& keys, Wanted wanted = any) {
    for (Element const& element : elements) {
        for (Paint const& paint : element.paints) {
            auto const* picture = std::get_if<PicturePaint>(&paint);
            if (picture && wanted(*picture) && std::ranges::find(keys, picture->key) == keys.end())
                keys.push_back(picture->key);
        }
    }
}

std::string dump(Rect r) {
    return std::to_string(r.x) + "," + std::to_string(r.y) + " " + std::to_string(r.w) + "x" +
           std::to_string(r.h);
}

std::string dump(Color c) {
    char out[16];
    std::snprintf(out, sizeof out, "#%02x%02x%02x%02x", c.r, c.g, c.b, c.a);
    return out;
}

std::string dump(Paint const& paint) {
    return std::visit(overloaded{
                          [](Panel const& p) {
                              return "panel " + dump(p.rect) + " " + dump(p.fill) +
                                     (p.shadow ? " raised" : "");
                          },
                          [](PicturePaint const& p) {
                              return "picture " + dump(p.rect) + " " + p.key.file.filename().string() +
                                     (p.key.page > 0 ? " page " + std::to_string(p.key.page + 1) : "");
                          },
                          [](TextPaint const& p) {
                              return "text " + dump(p.rect) + " " + std::to_string(p.style.px) + "px " +
                                     dump(p.color) + " “" + p.markup + "”";
                          },
                          [](QrPaint const& p) {
                              return "qr " + dump(p.rect) + " " + p.payload.substr(0, p.payload.find('?'));
                          },
                          [](ShapePaint const& p) {
                              return "shape " + dump(p.rect) + " of " + std::to_string(p.outlines.size());
                          },
                      },
                      paint);
}

void dump(std::vector<Element> const& elements, std::string& out) {
    constexpr char const* roles[] = {"heading", "text",  "image",  "button",
                                     "qr",      "meter", "dialog", "decoration"};
    for (Element const& element : elements) {
        out += "  " + element.id + " [" + roles[int(element.role)] + "] " + dump(element.rect);
        if (!element.name.empty() && element.role != Role::Text) out += " “" + element.name + "”";
        if (element.command) out += " → " + describe(*element.command);
        out += "\n";
        for (Paint const& paint : element.paints) out += "    " + dump(paint) + "\n";
    }
}

}

void move(Element& element, int right, int down) {
    auto shift = [&](Rect& rect) { rect.x += right, rect.y += down; };
    shift(element.rect);
    shift(element.hit);
    for (Paint& paint : element.paints) {
        std::visit([&](auto& any) { shift(any.rect); }, paint);
        if (auto* shape = std::get_if<ShapePaint>(&paint)) {
            for (ShapePaint::Outline& outline : shape->outlines) {
                for (PointF& point : outline.points) point.x += float(right), point.y += float(down);
            }
        }
    }
}

Point come_to_rest(PicturePaint const& picture) {
    auto begins = [](int size, int seen, double focus) {
        return std::clamp(int(std::lround(focus * size - seen / 2.0)), 0, std::max(0, size - seen));
    };
    PictureKey const& key = picture.key;
    return {begins(key.box.w, picture.rect.w, key.focus.x), begins(key.box.h, picture.rect.h, key.focus.y)};
}

Element const* hit(Scene const& scene, Point at) {
    if (Element const* element = hit(scene.above, at)) return element;
    return hit(scene.current.elements, at);
}

std::vector<PictureKey> pictures(Layer const& layer) {
    std::vector<PictureKey> keys;
    collect(layer.elements, keys);
    return keys;
}

std::vector<PictureKey> vital_pictures(Layer const& layer) {
    std::vector<PictureKey> keys;
    collect(layer.elements, keys, [](PicturePaint const& picture) { return !picture.spare; });
    return keys;
}

std::vector<PictureKey> pictures(Scene const& scene) {
    std::vector<PictureKey> keys;
    collect(scene.current.elements, keys);
    collect(scene.above, keys);
    if (scene.change) collect(scene.change->from.elements, keys);
    for (Layer const& layer : scene.upcoming) collect(layer.elements, keys);
    return keys;
}

std::string dump(Scene const& scene) {
    std::string out = scene.screen + " " + scene.language + " " + std::to_string(scene.size.w) + "x" +
                      std::to_string(scene.size.h) + "\n";
    out += scene.current.id + " on " + dump(scene.current.ground) + "\n";
    dump(scene.current.elements, out);
    if (!scene.above.empty()) out += "above\n";
    dump(scene.above, out);
    return out;
}

}
