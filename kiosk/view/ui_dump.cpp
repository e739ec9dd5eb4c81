#include "view/ui_dump.h"

#include <cmath>

#include <nlohmann/json.hpp>

namespace kiosk {
namespace {

using Json = nlohmann::ordered_json;

double tenths(double value) { return std::round(value * 10) / 10; }

char const* role_name(Role role) {
    constexpr char const* names[] = {"heading", "text",  "image",  "button",
                                     "qr",      "meter", "dialog", "decoration"};
    return names[int(role)];
}

/// What the eye sees of a code, so that a test can compare it with what a camera reads.
std::string payload(Element const& element) {
    for (Paint const& paint : element.paints) {
        if (auto const* code = std::get_if<QrPaint>(&paint)) return code->payload;
    }
    return "";
}

Json dump(Element const& element, Glass const& glass) {
    double const across = glass.width_mm / glass.px.w, down = glass.height_mm / glass.px.h;
    Rect const r = element.command ? element.hit : element.rect;
    Json json{{"id", element.id},
              {"role", role_name(element.role)},
              {"name", element.name},
              {"language", element.language}};
    json["rect"] = {{"x", r.x}, {"y", r.y}, {"w", r.w}, {"h", r.h}};
    json["rect_mm"] = {{"x", tenths(r.x * across)},
                       {"y", tenths(r.y * down)},
                       {"w", tenths(r.w * across)},
                       {"h", tenths(r.h * down)}};
    json["height_mm"] = tenths(glass.mount_mm + (glass.px.h - r.y - r.h / 2.0) * down);
    json["enabled"] = element.enabled;
    json["action"] = element.command ? describe(*element.command) : "";
    if (std::string const code = payload(element); !code.empty()) json["payload"] = code;
    return json;
}

}

std::string ui_dump(Scene const& scene, Glass const& glass) {
    Json json{{"screen", scene.screen},
              {"language", scene.language},
              {"size", {{"w", scene.size.w}, {"h", scene.size.h}}}};
    json["elements"] = Json::array();
    auto add = [&](std::vector<Element> const& elements) {
        for (Element const& element : elements) {
            if (element.role != Role::Decoration) json["elements"].push_back(dump(element, glass));
        }
    };
    add(scene.current.elements);
    add(scene.above);
    return json.dump(1) + "\n";
}

}
