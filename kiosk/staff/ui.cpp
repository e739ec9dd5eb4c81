#include "staff/ui.h"

#include <algorithm>
#include <cmath>

namespace kiosk {
namespace {

ImU32 packed(Color c) { return IM_COL32(c.r, c.g, c.b, c.a); }

ImVec2 vec(int x, int y) { return {float(x), float(y)}; }

/// Under a finger.
Color darker(Color ground) { return blend(palette::ink.with_alpha(0.18), ground); }

constexpr Color shadow = palette::falu_deep.with_alpha(0.12);

}

Ui::Ui(Atlas const& atlas, Words const& words, Size screen, bool dragged)
    : m_atlas(atlas),
      m_words(words),
      m_screen(screen),
      m_dragged(dragged),
      m_clip{0, 0, screen.w, screen.h} {}

int Ui::px(double token) const { return int(std::lround(token * std::min(m_screen.w, m_screen.h) / 1080.0)); }

void Ui::fill(Rect rect, Color color) {
    ImGui::GetWindowDrawList()->AddRectFilled(vec(rect.x, rect.y), vec(rect.right(), rect.bottom()),
                                              packed(color));
}

void Ui::slice(Rect rect, Round size, Rect part, Color color) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PrimReserve(6, 4);
    list.PrimRectUV(vec(rect.x, rect.y), vec(rect.right(), rect.bottom()),
                    m_atlas.disc_at(size, {part.x, part.y}),
                    m_atlas.disc_at(size, {part.right(), part.bottom()}), packed(color));
}

void Ui::corners(Rect rect, Round size, Color color) {
    int const r = m_atlas.radius(size);
    for (int right : {0, 1}) {
        for (int low : {0, 1})
            slice({right ? rect.right() - r : rect.x, low ? rect.bottom() - r : rect.y, r, r}, size,
                  {right * r, low * r, r, r}, color);
    }
}

void Ui::round(Rect rect, Round size, Color color) {
    int const r = m_atlas.radius(size);
    corners(rect, size, color);
    fill({rect.x + r, rect.y, rect.w - 2 * r, r}, color);
    fill({rect.x, rect.y + r, rect.w, rect.h - 2 * r}, color);
    fill({rect.x + r, rect.bottom() - r, rect.w - 2 * r, r}, color);
}

void Ui::card(Rect rect) {
    int const r = m_atlas.radius(Round::Shadow), reach = r - m_atlas.radius(Round::Card);
    Rect const soft = rect.inset(-reach).moved(0, px(8));
    corners(soft, Round::Shadow, shadow);
    slice({soft.x + r, soft.y, soft.w - 2 * r, r}, Round::Shadow, {r, 0, 1, r}, shadow);
    slice({soft.x + r, soft.bottom() - r, soft.w - 2 * r, r}, Round::Shadow, {r, r, 1, r}, shadow);
    slice({soft.x, soft.y + r, r, soft.h - 2 * r}, Round::Shadow, {0, r, r, 1}, shadow);
    slice({soft.right() - r, soft.y + r, r, soft.h - 2 * r}, Round::Shadow, {r, r, r, 1}, shadow);
    round(rect, Round::Card, palette::paper);
}

void Ui::meter(Rect rect, double share, Color color) {
    round(rect, Round::Meter, palette::sand_dark);
    int const width = int(std::lround(rect.w * std::clamp(share, 0.0, 1.0)));
    if (width > 0) round({rect.x, rect.y, std::max(width, rect.h), rect.h}, Round::Meter, color);
}

void Ui::picture(Rect rect, Bitmap const& bitmap) {
    auto const [w, h] = bitmap.size();
    double const scale = std::min(double(rect.w) / w, double(rect.h) / h);
    Size const size{int(std::lround(w * scale)), int(std::lround(h * scale))};
    Rect const place{rect.x + (rect.w - size.w) / 2, rect.y + (rect.h - size.h) / 2, size.w, size.h};
    fill(rect, palette::sand_dark);
    m_pictures.push_back({&bitmap, place, m_clip});
}

Size Ui::measure(Cut cut, std::string const& words, int width) const {
    ImFont const& font = *m_atlas.font(cut);
    ImVec2 const size =
        font.CalcTextSizeA(font.FontSize, 1e6f, float(width), words.data(), words.data() + words.size());
    return {int(std::ceil(size.x)), int(std::ceil(size.y))};
}

int Ui::text(Point at, int width, Ink ink, std::string const& words) {
    ImFont const* font = m_atlas.font(ink.cut);
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize, vec(at.x, at.y), packed(ink.color),
                                        words.data(), words.data() + words.size(), float(width));
    return measure(ink.cut, words, width).h;
}

void Ui::label(Rect rect, Ink ink, std::string const& words) {
    text({rect.x, rect.y + (rect.h - measure(ink.cut, words).h) / 2}, 0, ink, words);
}

void Ui::label_centred(Rect rect, Ink ink, std::string const& words) {
    int const margin = (rect.w - measure(ink.cut, words).w) / 2;
    label({rect.x + margin, rect.y, rect.w - margin, rect.h}, ink, words);
}

Press Ui::press(std::string const& id, std::string const& name, Rect rect, std::optional<Command> command) {
    ImGui::SetCursorScreenPos(vec(rect.x, rect.y));
    bool const released = ImGui::InvisibleButton(id.c_str(), vec(rect.w, rect.h));
    Press const press{ImGui::IsItemActive() && ImGui::IsItemHovered() && !m_dragged, released && !m_dragged};
    if (press.done && command) ask(*command);
    Rect const seen = rect.intersected(m_clip);
    if (seen.empty()) return press;
    Element control;
    control.id = id, control.role = Role::Button, control.name = name, control.language = m_words.language();
    control.rect = control.hit = seen;
    control.command = std::move(command);
    m_controls.push_back(std::move(control));
    return press;
}

int Ui::pill_width(std::string const& words) const { return measure(Cut::Strong, words).w + 2 * px(36); }

bool Ui::pill(std::string const& id, std::string const& words, Rect rect, Color ground, Color ink,
              std::optional<Command> command) {
    Press const pressed = press(id, words, rect, std::move(command));
    round(rect, Round::Pill, pressed.held ? darker(ground) : ground);
    label_centred(rect, {Cut::Strong, ink}, words);
    return pressed.done;
}

void Ui::toggle(std::string const& id, std::string const& name, Rect rect, bool on, Command const& turn) {
    std::string const& state = m_words.say(on ? "on" : "off");
    Press const pressed = press(id, name + ": " + state, rect, turn);
    int const height = 2 * m_atlas.radius(Round::Switch), width = px(100), knob = m_atlas.radius(Round::Knob);
    Rect const track{rect.right() - width, rect.y + (rect.h - height) / 2, width, height};
    Color const ground = on ? palette::spruce : Color::rgb(0xC9BEAE);
    round(track, Round::Switch, pressed.held ? darker(ground) : ground);
    int const gap = height / 2 - knob;
    int const left = on ? track.right() - gap - 2 * knob : track.x + gap;
    round({left, track.y + gap, 2 * knob, 2 * knob}, Round::Knob, palette::paper);
    label({track.x - px(24) - measure(Cut::Body, state).w, rect.y, 0, rect.h}, {Cut::Body, palette::stone},
          state);
}

void Ui::begin_clip(Rect rect) {
    m_clip = rect;
    ImGui::PushClipRect(vec(rect.x, rect.y), vec(rect.right(), rect.bottom()), true);
}

void Ui::end_clip() {
    ImGui::PopClipRect();
    m_clip = {0, 0, m_screen.w, m_screen.h};
}

}
