#include "view/audit_parts.h"

#include "base/overloaded.h"
#include "content/markdown.h"

#include <algorithm>
#include <cstdio>

namespace kiosk {
namespace {

/// The colours that may lie under one point: one, or two extremes where a picture shows through.
using Colors = std::vector<Color>;

Colors covered(Colors const& below, Color over) {
    Colors colors;
    for (Color ground : below) colors.push_back(blend(over, ground));
    return colors;
}

std::uint8_t mix(std::uint8_t from, std::uint8_t to, double share) {
    return std::uint8_t(from + (to - from) * share + 0.5);
}

Color color_at(Panel const& panel, Point p) {
    if (panel.fade == Panel::Fade::None) return panel.fill;
    bool const right = panel.fade == Panel::Fade::Right;
    double const share =
        right ? double(p.x - panel.rect.x) / panel.rect.w : double(p.y - panel.rect.y) / panel.rect.h;
    Color const a = panel.fill, b = panel.fade_to;
    return {mix(a.r, b.r, share), mix(a.g, b.g, share), mix(a.b, b.b, share), mix(a.a, b.a, share)};
}

/// Even-odd: a line to the right of `p` crosses the outline an odd number of times.
bool is_inside(ShapePaint::Outline const& outline, Point p) {
    bool inside = false;
    auto const& points = outline.points;
    float const x = float(p.x), y = float(p.y);
    for (std::size_t i = 0, j = points.size() - 1; i < points.size(); j = i++) {
        PointF const a = points[i], b = points[j];
        if ((a.y > y) != (b.y > y) && x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x) inside = !inside;
    }
    return inside;
}

/// Lays `paint` over what was under `p`.
void cover(Colors& colors, Paint const& paint, Point p) {
    std::visit(overloaded{
                   [&](Panel const& panel) {
                       if (panel.rect.contains(p)) colors = covered(colors, color_at(panel, p));
                   },
                   [&](PicturePaint const& picture) {
                       // Nobody knows what an exhibitor's picture holds: the worst is reckoned with.
                       if (picture.rect.contains(p)) colors = {Color::rgb(0xFFFFFF), Color::rgb(0x000000)};
                   },
                   [&](QrPaint const& code) {
                       if (code.rect.contains(p)) colors = {Color::rgb(0xFFFFFF), Color::rgb(0x000000)};
                   },
                   [&](ShapePaint const& shape) {
                       if (!shape.rect.contains(p)) return;
                       for (auto const& outline : shape.outlines) {
                           if (outline.fill.a > 0 && is_inside(outline, p))
                               colors = covered(colors, outline.fill);
                       }
                   },
                   [](TextPaint const&) {},
               },
               paint);
}

/// Everything below `paint` at one point.
Colors below(Audit const& audit, TextPaint const& paint, Point p) {
    Colors colors{audit.scene.current.ground};
    for (Element const* element : audit.elements) {
        for (Paint const& other : element->paints) {
            if (std::get_if<TextPaint>(&other) == &paint) return colors;
            cover(colors, other, p);
        }
    }
    return colors;
}

/// WCAG's large text is 24 px, or 18.5 px if bold, on a screen at arm's length; the tokens are larger than
/// that.
bool is_large(Audit const& audit, TextStyle const& style) {
    return style.px >= audit.m.px(40) || (style.px >= audit.m.px(32) && style.weight >= Weight::Bold);
}

struct Worst {
    double ratio = 21;
    Color ground;
};

/// The least contrast over a grid of points across the letters.
Worst worst_contrast(Audit const& audit, TextPaint const& paint) {
    constexpr int across = 12, down = 6;
    Rect const r = letters(audit, paint);
    Worst worst;
    for (int i = 0; i <= across * down; ++i) {
        Point const p{r.x + (r.w - 1) * (i % across) / (across - 1),
                      r.y + (r.h - 1) * (i / across % down) / (down - 1)};
        for (Color ground : below(audit, paint, p)) {
            double const ratio = contrast(blend(paint.color, ground), ground);
            if (ratio < worst.ratio) worst = {ratio, ground};
        }
    }
    return worst;
}

std::string said(Color color) {
    char text[8];
    std::snprintf(text, sizeof text, "#%02X%02X%02X", color.r, color.g, color.b);
    return text;
}

void audit_paint(Audit& audit, Element const& element, TextPaint const& paint) {
    double const least = is_large(audit, paint.style) ? 3.0 : 4.5;
    Worst const worst = worst_contrast(audit, paint);
    if (worst.ratio >= least) return;
    char figures[64];
    std::snprintf(figures, sizeof figures, "%.1f:1 (least %.1f:1)", worst.ratio, least);
    audit.tell(element, "has a contrast of " + std::string(figures) + " where " + said(paint.color) +
                            " may stand on " + said(worst.ground) + ": “" + plain_text(paint.markup) + "”");
}

}

void audit_contrast(Audit& audit) {
    for (Element const* element : audit.elements) {
        for (Paint const& paint : element->paints) {
            if (auto const* text = std::get_if<TextPaint>(&paint)) audit_paint(audit, *element, *text);
        }
    }
}

}
