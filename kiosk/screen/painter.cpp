#include "screen/painter.h"

#include "base/overloaded.h"
#include "screen/draw.h"
#include "screen/text.h"

#include <cmath>
#include <numbers>

namespace kiosk {

namespace {

constexpr Color ink = Color::rgb(0x1C1B1A);

// 8x8 Bayer thresholds, in 64ths. They hide the steps of long dark gradients; where a colour is a whole
// number, as at both ends, it stays exact.
constexpr std::uint8_t thresholds[8][8] = {
    {0, 32, 8, 40, 2, 34, 10, 42},  {48, 16, 56, 24, 50, 18, 58, 26}, {12, 44, 4, 36, 14, 46, 6, 38},
    {60, 28, 52, 20, 62, 30, 54, 22}, {3, 35, 11, 43, 1, 33, 9, 41},  {51, 19, 59, 27, 49, 17, 57, 25},
    {15, 47, 7, 39, 13, 45, 5, 37}, {63, 31, 55, 23, 61, 29, 53, 21}};

struct Premultiplied {
    double a, r, g, b;
};

Premultiplied premultiply(Color c) {
    double const a = c.a / 255.0;
    return {double(c.a), c.r * a, c.g * a, c.b * a};
}

std::uint32_t mixed(Premultiplied const& from, Premultiplied const& to, double t, double threshold) {
    auto channel = [&](double x, double y) {
        return std::uint32_t(std::min(255.0, x + (y - x) * t + threshold));
    };
    return channel(from.a, to.a) << 24 | channel(from.r, to.r) << 16 | channel(from.g, to.g) << 8
           | channel(from.b, to.b);
}

/// A strip of the gradient, eight pixels wide across it, to be repeated.
Bitmap gradient_strip(Panel const& panel) {
    bool const right = panel.fade == Panel::Fade::Right;
    int const length = right ? panel.rect.w : panel.rect.h;
    Premultiplied const from = premultiply(panel.fill), to = premultiply(panel.fade_to);
    Bitmap strip(right ? Size{length, 8} : Size{8, length});
    for (int y = 0; y < strip.size().h; ++y)
        for (int x = 0; x < strip.size().w; ++x) {
            double const t = length > 1 ? double(right ? x : y) / (length - 1) : 0;
            strip.row(y)[x] = mixed(from, to, t, thresholds[y % 8][x % 8] / 64.0);
        }
    return strip;
}

void paint_gradient(cairo_t* cr, Panel const& panel) {
    Bitmap const strip = gradient_strip(panel);
    CairoSurface const surface = surface_on(strip);
    cairo_set_source_surface(cr, surface.get(), panel.rect.x, panel.rect.y);
    cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_REPEAT);
    add_rounded(cr, panel.rect, panel.corners);
    cairo_fill(cr);
    // The strip's memory ends here, so the source must not outlive it.
    set_color(cr, ink);
}

void paint_picture(cairo_t* cr, PicturePaint const& paint, PictureStore const& pictures) {
    Bitmap const* picture = pictures.find_or_older(paint.key);
    if (!picture) {
        set_color(cr, paint.meanwhile);
        add_rounded(cr, paint.rect, paint.corners);
        cairo_fill(cr);
        return;
    }
    if (paint.moves) {  // It shows through from beneath; see screen/motion.h.
        cairo_set_operator(cr, CAIRO_OPERATOR_CLEAR);
        add_rounded(cr, paint.rect, {});
        cairo_fill(cr);
        cairo_set_operator(cr, CAIRO_OPERATOR_OVER);
        return;
    }
    Size const size = picture->size();
    bool const whole = paint.key.fit == Fit::Contain;
    Point const middle{(size.w - paint.rect.w) / 2, (size.h - paint.rect.h) / 2};
    Point const begins = whole ? middle : come_to_rest(paint);
    Rect const at{paint.rect.x - begins.x, paint.rect.y - begins.y, size.w, size.h};
    CairoSurface const surface = surface_on(*picture);
    cairo_set_source_surface(cr, surface.get(), at.x, at.y);
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_NEAREST);
    add_rounded(cr, at.intersected(paint.rect), paint.corners);
    cairo_fill(cr);
    set_color(cr, ink);
}

void paint_qr(cairo_t* cr, QrPaint const& qr) {
    constexpr int quiet = 4;  // Modules; ISO 18004 demands them on every side.
    cairo_set_antialias(cr, CAIRO_ANTIALIAS_NONE);
    set_color(cr, Color::rgb(0xFFFFFF));
    cairo_rectangle(cr, qr.rect.x, qr.rect.y, qr.rect.w, qr.rect.h);
    cairo_fill(cr);
    int const module = std::min(qr.rect.w, qr.rect.h) / (qr.modules + 2 * quiet);
    int const left = qr.rect.x + (qr.rect.w - module * qr.modules) / 2;
    int const top = qr.rect.y + (qr.rect.h - module * qr.modules) / 2;
    set_color(cr, Color::rgb(0x000000));
    for (int y = 0; y < qr.modules; ++y)
        for (int x = 0; x < qr.modules; ++x)
            if (qr.dark[std::size_t(y * qr.modules + x)])
                cairo_rectangle(cr, left + x * module, top + y * module, module, module);
    cairo_fill(cr);
    cairo_set_antialias(cr, CAIRO_ANTIALIAS_DEFAULT);
}

void paint_outline(cairo_t* cr, ShapePaint::Outline const& outline) {
    for (PointF p : outline.points) cairo_line_to(cr, p.x, p.y);
    if (outline.closed) cairo_close_path(cr);
    if (outline.fill.a > 0) {
        set_color(cr, outline.fill);
        cairo_fill_preserve(cr);
    }
    if (outline.stroke.a > 0 && outline.stroke_px > 0) {
        set_color(cr, outline.stroke);
        cairo_set_line_width(cr, outline.stroke_px);
        cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
        cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
        cairo_stroke_preserve(cr);
    }
    cairo_new_path(cr);
}

Rect rect_of(Paint const& paint) {
    return std::visit([](auto const& p) { return p.rect; }, paint);
}

Cairo cairo_on(CairoSurface const& surface, Rect clip) {
    Cairo cr{cairo_create(surface.get())};
    cairo_rectangle(cr.get(), clip.x, clip.y, clip.w, clip.h);
    cairo_clip(cr.get());
    return cr;
}

}

void add_rounded(cairo_t* cr, Rect const& rect, Corners const& corners, double inset) {
    constexpr double right_angle = std::numbers::pi / 2;
    double const left = rect.x + inset, top = rect.y + inset;
    double const right = rect.right() - inset, bottom = rect.bottom() - inset;
    if (corners == Corners{}) {
        cairo_rectangle(cr, left, top, right - left, bottom - top);
        return;
    }
    double const most = std::min(right - left, bottom - top) / 2;
    auto corner = [&](int radius, bool on_right, bool on_bottom, int turn) {
        double const r = std::clamp(radius - inset, 0.0, most);
        double const x = on_right ? right - r : left + r, y = on_bottom ? bottom - r : top + r;
        cairo_arc(cr, x, y, r, turn * right_angle, (turn + 1) * right_angle);
    };
    cairo_new_sub_path(cr);
    corner(corners.tl, false, false, 2);
    corner(corners.tr, true, false, 3);
    corner(corners.br, true, true, 0);
    corner(corners.bl, false, true, 1);
    cairo_close_path(cr);
}

Painter::Painter(Fonts const& fonts, Size screen)
    : m_fonts(fonts), m_shadows(std::min(screen.w, screen.h) / 1080.0) {}

Rect Painter::bounds(Element const& element) const {
    Rect all;
    for (Paint const& paint : element.paints) {
        all = all.united(rect_of(paint));
        if (auto const* panel = std::get_if<Panel>(&paint); panel && panel->shadow)
            all = all.united(m_shadows.reach(panel->rect));
        // Letters may reach a little beyond the rectangle in which they are set.
        if (auto const* text = std::get_if<TextPaint>(&paint))
            all = all.united(text->rect.inset(-text->style.px / 4));
    }
    return all;
}

void Painter::paint(std::vector<Element> const& elements, Color ground, Rect clip, Bitmap& into,
                    PictureStore const& pictures) {
    CairoSurface const surface = surface_on(into);
    Cairo const cr = cairo_on(surface, clip);
    set_color(cr.get(), ground);
    cairo_set_operator(cr.get(), CAIRO_OPERATOR_SOURCE);
    cairo_paint(cr.get());
    cairo_set_operator(cr.get(), CAIRO_OPERATOR_OVER);
    for (Element const& element : elements)
        if (bounds(element).overlaps(clip)) paint_element(cr.get(), element, pictures);
}

Bitmap Painter::paint_alone(Element const& element, Rect part, PictureStore const& pictures) {
    Bitmap result(part.size());
    CairoSurface const surface = surface_on(result);
    cairo_surface_set_device_offset(surface.get(), -part.x, -part.y);
    Cairo const cr = cairo_on(surface, part);
    cairo_set_operator(cr.get(), CAIRO_OPERATOR_CLEAR);
    cairo_paint(cr.get());
    cairo_set_operator(cr.get(), CAIRO_OPERATOR_OVER);
    paint_element(cr.get(), element, pictures);
    return result;
}

void Painter::paint_element(cairo_t* cr, Element const& element, PictureStore const& pictures) {
    for (Paint const& paint : element.paints)
        std::visit(overloaded{
                       [&](Panel const& panel) { paint_panel(cr, panel); },
                       [&](PicturePaint const& picture) { paint_picture(cr, picture, pictures); },
                       [&](TextPaint const& text) { draw_text(cr, m_fonts, text); },
                       [&](QrPaint const& qr) { paint_qr(cr, qr); },
                       [&](ShapePaint const& shape) {
                           for (auto const& outline : shape.outlines) paint_outline(cr, outline);
                       },
                   },
                   paint);
}

void Painter::paint_panel(cairo_t* cr, Panel const& panel) {
    if (panel.rect.empty()) return;
    if (panel.shadow) m_shadows.draw(cr, panel.rect, panel.corners, ink);
    if (panel.fade != Panel::Fade::None) {
        paint_gradient(cr, panel);
    } else if (panel.fill.a > 0) {
        set_color(cr, panel.fill);
        add_rounded(cr, panel.rect, panel.corners);
        cairo_fill(cr);
    }
    if (panel.border_px > 0 && panel.border.a > 0) {
        set_color(cr, panel.border);
        cairo_set_line_width(cr, panel.border_px);
        add_rounded(cr, panel.rect, panel.corners, panel.border_px / 2.0);
        cairo_stroke(cr);
    }
}

}
