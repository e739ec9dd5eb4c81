#include "view/audit_parts.h"

#include "base/overloaded.h"

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

/// A pixel with its alpha taken out of the colour again.
Color straight(std::uint32_t pixel) {
    std::uint32_t const a = pixel >> 24;
    auto channel = [&](int shift) {
        return a == 0 ? std::uint8_t(0) : std::uint8_t(((pixel >> shift & 0xFF) * 255 + a / 2) / a);
    };
    return {channel(16), channel(8), channel(0), std::uint8_t(a)};
}

/// The colour of `picture` at a point of the screen, where `copy` stands for it in some other size.
Color color_at(Bitmap const& copy, PicturePaint const& picture, Point p) {
    Size const size = copy.size();
    Rect const rect = picture.rect;
    double across = double(rect.w) / size.w, down = double(rect.h) / size.h;
    if (picture.key.fit == Fit::Contain) across = down = std::min(across, down);
    double const x = (p.x + 0.5 - rect.x - (rect.w - size.w * across) / 2) / across;
    double const y = (p.y + 0.5 - rect.y - (rect.h - size.h * down) / 2) / down;
    bool const beside = x < 0 || y < 0 || x >= size.w || y >= size.h;
    return beside ? Color{0, 0, 0, 0} : straight(copy.row(int(y))[int(x)]);
}

/// As wide as the strokes of small letters: what is finer in a picture harms no word.
int stroke(Audit const& audit) { return std::max(1, audit.m.px(4)); }

/// The picture with one pixel for each stroke's width; null if it is not to be looked at.
Bitmap const* copy_of(Audit const& audit, PicturePaint const& picture) {
    if (!audit.pictures) return nullptr;
    PictureKey key = picture.key;
    key.box = {std::max(1, key.box.w / stroke(audit)), std::max(1, key.box.h / stroke(audit))};
    return audit.pictures->find(key);
}

/// Whether pictures are looked at, or may hold anything.
enum class Pictures { Any, AsTheyAre };

/// Lays `paint` over what was under `p`.
void cover(Colors& colors, Paint const& paint, Point p, Audit const& audit, Pictures pictures) {
    std::visit(overloaded{
                   [&](Panel const& panel) {
                       if (panel.rect.contains(p)) colors = covered(colors, color_at(panel, p));
                   },
                   [&](PicturePaint const& picture) {
                       if (!picture.rect.contains(p)) return;
                       Bitmap const* copy =
                           pictures == Pictures::AsTheyAre ? copy_of(audit, picture) : nullptr;
                       if (copy)
                           colors = covered(colors, color_at(*copy, picture, p));
                       else
                           colors = {Color::rgb(0xFFFFFF), Color::rgb(0x000000)};
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
Colors below(Audit const& audit, TextPaint const& paint, Point p, Pictures pictures) {
    Colors colors{audit.scene.current.ground};
    for (Element const* element : audit.elements) {
        for (Paint const& other : element->paints) {
            if (std::get_if<TextPaint>(&other) == &paint) return colors;
            cover(colors, other, p, audit, pictures);
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
    Point at;
};

/// Between two extremes lies every shade, also the text's own.
bool lies_between(Color text, Colors const& grounds) {
    auto light = [](Color color) { return contrast(color, Color::rgb(0x000000)); };
    auto const [low, high] = std::ranges::minmax(grounds, {}, light);
    return light(low) < light(text) && light(text) < light(high);
}

/// The least contrast over a grid of points across the letters.
Worst worst_contrast(Audit const& audit, TextPaint const& paint, Size grid, Pictures pictures) {
    Rect const r = letters(audit, paint);
    Worst worst;
    for (int i = 0; i < grid.w * grid.h; ++i) {
        Point const p{r.x + (r.w - 1) * (i % grid.w) / (grid.w - 1),
                      r.y + (r.h - 1) * (i / grid.w) / (grid.h - 1)};
        Colors const grounds = below(audit, paint, p, pictures);
        for (Color ground : grounds) {
            double const ratio = contrast(blend(paint.color, ground), ground);
            if (ratio < worst.ratio) worst = {ratio, ground, p};
        }
        if (lies_between(paint.color, grounds)) worst = {1, paint.color, p};
    }
    return worst;
}

/// The file of the uppermost picture at `p`; "" where there is none.
std::string picture_at(Audit const& audit, Point p) {
    std::string file;
    for (Element const* element : audit.elements) {
        for (Paint const& paint : element->paints) {
            auto const* picture = std::get_if<PicturePaint>(&paint);
            if (picture && picture->rect.contains(p)) file = picture->key.file.filename().string();
        }
    }
    return file;
}

std::string said(Color color) {
    char text[8];
    std::snprintf(text, sizeof text, "#%02X%02X%02X", color.r, color.g, color.b);
    return text;
}

void audit_paint(Audit& audit, Element const& element, TextPaint const& paint) {
    double const least = is_large(audit, paint.style) ? 3.0 : 4.5;
    Worst worst = worst_contrast(audit, paint, {12, 7}, Pictures::Any);
    if (worst.ratio >= least) return;
    std::string const picture = audit.pictures ? picture_at(audit, worst.at) : "";
    if (!picture.empty()) {
        Size const dense{std::max(2, paint.rect.w / stroke(audit)),
                         std::max(2, paint.rect.h / stroke(audit))};
        worst = worst_contrast(audit, paint, dense, Pictures::AsTheyAre);
        if (worst.ratio >= least) return;
    }
    char figures[64];
    std::snprintf(figures, sizeof figures, "%.1f:1 (least %.1f:1)", worst.ratio, least);
    std::string const where = " where " + said(paint.color) +
                              (picture.empty() ? " may stand on " : " stands on ") + said(worst.ground) +
                              (picture.empty() ? "" : " in " + picture);
    audit.tell(element, "has a contrast of " + std::string(figures) + where, paint,
               picture.empty() ? "see"
                               : "show a calmer part of the picture (focus) or another one, or change");
}

/// A picture that the layer can do without is a logo. It stands on white; the version for dark grounds would
/// not be seen there.
void audit_logo(Audit& audit, Element const& element, PicturePaint const& logo) {
    constexpr double least = 3;
    Bitmap const* copy = copy_of(audit, logo);
    if (!copy) return;
    Color const plate = palette::paper;
    for (int y = 0; y < copy->size().h; ++y) {
        for (int x = 0; x < copy->size().w; ++x) {
            if (contrast(blend(straight(copy->row(y)[x]), plate), plate) >= least) return;
        }
    }
    audit.tell(element, "can't be seen: " + logo.key.file.filename().string() +
                            " is all but white and stands on white; use the logo for light grounds");
}

}

void audit_contrast(Audit& audit) {
    for (Element const* element : audit.elements) {
        if (element->role == Role::Decoration && !element->command) continue;  // Nothing that must be read.
        for (Paint const& paint : element->paints) {
            if (auto const* text = std::get_if<TextPaint>(&paint)) audit_paint(audit, *element, *text);
            auto const* picture = std::get_if<PicturePaint>(&paint);
            if (picture && picture->spare) audit_logo(audit, *element, *picture);
        }
    }
}

}
