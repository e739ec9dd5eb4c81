#include "view/widgets.h"

#include "content/markdown.h"
#include "view/qr.h"
#include "view/words.h"

namespace kiosk {
namespace {

Color button_fill(Look look, bool is_pressed) {
    switch (look) {
    case Look::Quiet:
        return is_pressed ? palette::sand_dark : palette::sand;
    case Look::Main:
        return is_pressed ? palette::falu_deep : palette::falu;
    case Look::Chosen:
        return palette::ink;
    case Look::OnDark:
        break;
    }
    return is_pressed ? palette::sand : palette::paper;
}

Color button_ink(Look look) {
    switch (look) {
    case Look::Quiet:
        return palette::ink;
    case Look::Main:
    case Look::Chosen:
        return palette::paper;
    case Look::OnDark:
        break;
    }
    return palette::falu;
}

int label_width(Context const& c, std::string const& label) {
    constexpr int endless = 1 << 20;
    return c.ruler.measure(escape_markup(label), type::label(c.m), endless, c.language).size.w;
}

}

Element text(Context const& c, std::string id, Role role, TextPaint paint) {
    Rect const rect = paint.rect;
    return {std::move(id),     role, plain_text(paint.markup), c.language, rect, rect, {}, true,
            {std::move(paint)}};
}

Element area(std::string id, Panel panel) {
    Rect const rect = panel.rect;
    return {std::move(id), Role::Decoration, "", "", rect, rect, {}, true, {std::move(panel)}};
}

PictureKey picture_key(Image const& image, Size size) {
    return {image.file, size, Fit::Cover, image.focus, image.page, image.stamp};
}

std::optional<Element> picture(Context const& c, std::string id, Image const* image, Rect rect,
                               Corners corners) {
    if (!image) return std::nullopt;
    PicturePaint paint{rect, picture_key(*image, rect.size()), corners, palette::sand_dark};
    Role role = image->decorative ? Role::Decoration : Role::Image;
    return Element{std::move(id),     role, c.in(image->alt), c.language, rect, rect, {}, true,
                   {std::move(paint)}};
}

int button_width(Context const& c, ButtonText const& words) {
    int const text = words.label.empty() ? 0 : label_width(c, words.label);
    int const icon = words.icon == Icon::None ? 0 : c.m.type(32);
    int const between = text > 0 && icon > 0 ? c.m.px(16) : 0;
    int const beside = c.m.px(words.label.empty() ? 24 : 40);
    return std::max(c.m.target(), text + icon + between + 2 * beside);
}

Element button(Context const& c, std::string id, Rect rect, ButtonText const& words, Look look,
               Command command) {
    bool const down = pressed(c.model) == id;
    Color const ink = button_ink(look);
    std::vector<Paint> paints{
        Panel{.rect = rect, .fill = button_fill(look, down), .corners = Corners::all(rect.h / 2)}};
    int const icon = words.icon == Icon::None ? 0 : c.m.type(32);
    int const between = icon > 0 && !words.label.empty() ? c.m.px(16) : 0;
    int const label =
        words.label.empty() ? 0 : std::min(label_width(c, words.label), rect.w - c.m.px(32) - icon - between);
    int const x = rect.x + (rect.w - icon - between - label) / 2;
    bool const behind = words.icon == Icon::Forward;  // An arrow stands where it points to.
    int const icon_x = behind ? x + label + between : x, label_x = behind ? x : x + icon + between;
    if (icon > 0)
        paints.push_back(draw_icon(words.icon, {icon_x, rect.y + (rect.h - icon) / 2, icon, icon}, ink));
    if (label > 0) {
        Setting const setting{type::label(c.m), ink, Align::Left};
        paints.push_back(set_line(c, words.label, setting, {label_x, rect.y, label, rect.h}));
    }
    return {std::move(id),      Role::Button, words.name.empty() ? words.label : words.name,
            c.language,         rect,         rect,
            std::move(command), true,         std::move(paints)};
}

Element raised(Context const& c, std::string id, std::string name, Rect rect, Command command) {
    bool const down = pressed(c.model) == id;
    Panel panel{.rect = rect,
                .fill = down ? palette::sand : palette::paper,
                .corners = Corners::all(card_radius(c.m))};
    panel.shadow = !down;
    if (down) panel.border = palette::falu, panel.border_px = c.m.px(4);
    return {std::move(id),      Role::Button, std::move(name), c.language, rect, rect,
            std::move(command), true,         {panel}};
}

void show_press_over(Context const& c, Element& card, Rect picture, Corners corners) {
    if (pressed(c.model) != card.id) return;
    card.paints.push_back(Panel{.rect = picture, .fill = palette::ink.with_alpha(0.35), .corners = corners});
    Panel border = std::get<Panel>(card.paints.front());
    border.fill = palette::none;
    card.paints.push_back(border);
}

int qr_panel_side(Context const& c, std::string const& payload, int most) {
    constexpr int quiet = 4;  // Modules on every side; see kiosk/screen.
    int const around = 2 * c.m.px(8), modules = make_qr(payload, {}).modules + 2 * quiet;
    return (most - around) / modules * modules + around;
}

Element qr_panel(Context const& c, std::string id, std::string name, std::string const& payload, Rect rect) {
    Panel ground{.rect = rect, .fill = palette::paper, .corners = Corners::all(card_radius(c.m))};
    QrPaint code = make_qr(payload, rect.inset(c.m.px(8)));
    return {std::move(id),
            Role::QrCode,
            std::move(name),
            c.language,
            rect,
            rect,
            {},
            true,
            {ground, std::move(code)}};
}

Element meter(Context const& c, std::string id, std::string name, Rect rect, double done, Color fill,
              Color ground) {
    Corners const round = Corners::all(rect.h / 2);
    std::vector<Paint> paints{Panel{.rect = rect, .fill = ground, .corners = round}};
    int const width = int(rect.w * std::clamp(done, 0.0, 1.0));
    if (width >= rect.h)
        paints.push_back(Panel{.rect = {rect.x, rect.y, width, rect.h}, .fill = fill, .corners = round});
    return {std::move(id), Role::Meter, std::move(name), c.language, rect, rect, {}, true, std::move(paints)};
}

Element date_block(Context const& c, std::string id, ZonedTime const& at, Rect rect, Color ground) {
    std::vector<Paint> paints{Panel{.rect = rect, .fill = ground, .corners = Corners::all(card_radius(c.m))}};
    TextStyle day = type::title(c.m), month = type::label(c.m);
    day.px = rect.h * 45 / 100;
    day.line_height = 1;
    month.px = std::max(type::smallest(c.m), rect.h * 15 / 100);
    month.tracking = 0.06;
    Rect const upper{rect.x, rect.y + rect.h * 8 / 100, rect.w, rect.h * 56 / 100};
    Rect const lower{rect.x, rect.y + rect.h * 64 / 100, rect.w, rect.h * 24 / 100};
    paints.push_back(
        set_line(c, std::to_string(local_time(at).day), {day, palette::paper, Align::Center}, upper));
    paints.push_back(set_line(c, say_month_short(c, at), {month, palette::paper, Align::Center}, lower));
    return {std::move(id), Role::Text, say_day(c, at), c.language, rect, rect, {}, true, std::move(paints)};
}

std::string signup_address(Model const& model, std::string const& workshop) {
    auto seats = model.seats.find(workshop);
    if (!model.service_up || seats == model.seats.end() || seats->second.status != "open") return "";
    return model.signup_base + "/w/" + workshop + "?t=" + seats->second.token;
}

void Column::add(std::string id, Role role, std::string const& words, Setting setting, int height) {
    if (words.empty()) return;
    TextPaint paint = set_text(m_context, words, setting, {m_area.x, m_area.y, m_area.w, height});
    skip(paint.rect.h);
    m_layer.elements.push_back(text(m_context, std::move(id), role, std::move(paint)));
}

Rect Column::take(int height) {
    Rect const strip{m_area.x, m_area.y, m_area.w, height};
    skip(height);
    return strip;
}

std::vector<Rect> grid(Rect area, int columns, int rows, int gap) {
    std::vector<Rect> cells;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            // Edges are computed, not sizes: no pixel is lost to rounding.
            int left = area.x + column * (area.w + gap) / columns,
                right = area.x + (column + 1) * (area.w + gap) / columns;
            int top = area.y + row * (area.h + gap) / rows,
                bottom = area.y + (row + 1) * (area.h + gap) / rows;
            cells.push_back({left, top, right - gap - left, bottom - gap - top});
        }
    }
    return cells;
}

}
