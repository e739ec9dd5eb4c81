#include "screen/input.h"

#include <algorithm>

namespace kiosk {

namespace {

using Phase = PointerEvent::Phase;

std::optional<InputEvent> finger(SDL_TouchFingerEvent const& e, Phase phase, Size frame) {
    // A mouse as a touch device would tell every click twice.
    if (e.touchId == SDL_MOUSE_TOUCHID) return std::nullopt;
    auto pixel = [](float part, int length) { return std::clamp(int(part * float(length)), 0, length - 1); };
    return PointerEvent{e.fingerId, phase, {pixel(e.x, frame.w), pixel(e.y, frame.h)}};
}

std::optional<InputEvent> button(SDL_MouseButtonEvent const& e, Phase phase) {
    if (e.which == SDL_TOUCH_MOUSEID || e.button != SDL_BUTTON_LEFT) return std::nullopt;
    return PointerEvent{PointerEvent::mouse, phase, {e.x, e.y}};
}

std::optional<InputEvent> motion(SDL_MouseMotionEvent const& e) {
    if (e.which == SDL_TOUCH_MOUSEID || !(e.state & SDL_BUTTON_LMASK)) return std::nullopt;
    return PointerEvent{PointerEvent::mouse, Phase::Move, {e.x, e.y}};
}

struct KeyName {
    SDL_Keycode code;
    Key key;
};

constexpr KeyName names[] = {
    {SDLK_LEFT, Key::Left},         {SDLK_RIGHT, Key::Right},   {SDLK_UP, Key::Up},
    {SDLK_DOWN, Key::Down},         {SDLK_TAB, Key::Tab},       {SDLK_RETURN, Key::Enter},
    {SDLK_KP_ENTER, Key::Enter},    {SDLK_SPACE, Key::Space},   {SDLK_ESCAPE, Key::Escape},
    {SDLK_BACKSPACE, Key::Backspace}, {SDLK_HOME, Key::Home},   {SDLK_END, Key::End},
    {SDLK_PAGEUP, Key::PageUp},     {SDLK_PAGEDOWN, Key::PageDown}, {SDLK_KP_0, Key::Digit0},
};

/// The key `last - first` places after `start`, if the code lies in that row of keys.
std::optional<Key> in_row(SDL_Keycode code, SDL_Keycode first, SDL_Keycode last, Key start) {
    if (code < first || code > last) return std::nullopt;
    return Key(int(start) + int(code - first));
}

std::optional<Key> key_of(SDL_Keycode code) {
    for (KeyName const& name : names)
        if (name.code == code) return name.key;
    if (auto digit = in_row(code, SDLK_0, SDLK_9, Key::Digit0)) return digit;
    if (auto digit = in_row(code, SDLK_KP_1, SDLK_KP_9, Key::Digit1)) return digit;
    return in_row(code, SDLK_F1, SDLK_F12, Key::F1);
}

std::optional<InputEvent> pressed(SDL_KeyboardEvent const& e) {
    auto const key = key_of(e.keysym.sym);
    if (!key || e.repeat) return std::nullopt;
    return KeyEvent{*key, e.state == SDL_PRESSED, (e.keysym.mod & KMOD_SHIFT) != 0};
}

}

std::optional<InputEvent> input_of(SDL_Event const& event, Size frame) {
    switch (event.type) {
    case SDL_FINGERDOWN: return finger(event.tfinger, Phase::Down, frame);
    case SDL_FINGERMOTION: return finger(event.tfinger, Phase::Move, frame);
    case SDL_FINGERUP: return finger(event.tfinger, Phase::Up, frame);
    case SDL_MOUSEBUTTONDOWN: return button(event.button, Phase::Down);
    case SDL_MOUSEBUTTONUP: return button(event.button, Phase::Up);
    case SDL_MOUSEMOTION: return motion(event.motion);
    case SDL_KEYDOWN:
    case SDL_KEYUP: return pressed(event.key);
    case SDL_QUIT: return Closed{};
    case SDL_WINDOWEVENT:
        if (event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED)
            return Resized{{event.window.data1, event.window.data2}};
        return std::nullopt;
    default: return std::nullopt;
    }
}

void append(std::vector<InputEvent>& events, InputEvent const& next) {
    auto const* now = std::get_if<PointerEvent>(&next);
    auto* before = events.empty() ? nullptr : std::get_if<PointerEvent>(&events.back());
    if (now && before && now->id == before->id && now->phase == Phase::Move && before->phase == Phase::Move)
        *before = *now;
    else
        events.push_back(next);
}

}
