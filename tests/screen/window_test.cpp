#include "screen/window.h"

#include "screen/input.h"

#include <cstdlib>
#include <ctime>
#include <doctest/doctest.h>
#include <thread>

namespace kiosk {

namespace {

using Phase = PointerEvent::Phase;

Result<ScreenWindow> open(Size size = {640, 360}) {
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    WindowOptions options;
    options.size = size;
    return ScreenWindow::create(options);
}

void finger(Uint32 type, SDL_FingerID id, float x, float y) {
    SDL_Event event{};
    event.type = type;
    event.tfinger.touchId = 7;
    event.tfinger.fingerId = id;
    event.tfinger.x = x;
    event.tfinger.y = y;
    SDL_PushEvent(&event);
}

void mouse(Uint32 type, int x, int y, Uint8 button = SDL_BUTTON_LEFT, Uint32 which = 0) {
    SDL_Event event{};
    event.type = type;
    event.button.which = which;
    event.button.button = button;
    event.button.x = x;
    event.button.y = y;
    SDL_PushEvent(&event);
}

void key(Uint32 type, SDL_Keycode code, Uint8 repeat = 0, Uint16 mod = 0) {
    SDL_Event event{};
    event.type = type;
    event.key.state = type == SDL_KEYDOWN ? SDL_PRESSED : SDL_RELEASED;
    event.key.repeat = repeat;
    event.key.keysym.sym = code;
    event.key.keysym.mod = mod;
    SDL_PushEvent(&event);
}

/// Without what opening the window brings.
std::vector<InputEvent> next(ScreenWindow& window) {
    return window.wait(Millis{200});
}

void settle(ScreenWindow& window) {
    while (!window.wait(Millis{20}).empty()) {}
}

}

TEST_CASE("A frame can be painted and shown") {
    auto window = open();
    REQUIRE(window);
    CHECK(window->size() == Size{640, 360});
    CHECK(window->description() == "software frames on dummy");
    auto target = window->begin();
    REQUIRE(target);
    CHECK(target->size == Size{640, 360});
    target->row(359)[639] = 0xFF8B1A1A;
    CHECK(window->present({{0, 0, 640, 360}}));
    auto again = window->begin();
    REQUIRE(again);
    CHECK(again->row(359)[639] == 0xFF8B1A1A);
    CHECK(window->present({}));
}

TEST_CASE("Fingers become pointers in pixels") {
    auto window = open();
    REQUIRE(window);
    settle(*window);
    finger(SDL_FINGERDOWN, 3, 0.5f, 0.25f);
    finger(SDL_FINGERDOWN, 4, 1.0f, 1.0f);
    finger(SDL_FINGERUP, 3, 0, 0);
    CHECK(next(*window)
          == std::vector<InputEvent>{PointerEvent{3, Phase::Down, {320, 90}},
                                     PointerEvent{4, Phase::Down, {639, 359}},
                                     PointerEvent{3, Phase::Up, {0, 0}}});
}

TEST_CASE("Of many moves of one finger the last one counts") {
    auto window = open();
    REQUIRE(window);
    settle(*window);
    finger(SDL_FINGERDOWN, 3, 0, 0);
    for (int i = 0; i < 20; ++i) finger(SDL_FINGERMOTION, 3, 0.1f + 0.01f * float(i), 0.5f);
    finger(SDL_FINGERMOTION, 4, 0, 0);
    CHECK(next(*window).size() == 3);
}

TEST_CASE("The left button is a pointer, other buttons and made-up events are not") {
    auto window = open();
    REQUIRE(window);
    settle(*window);
    mouse(SDL_MOUSEBUTTONDOWN, 10, 20);
    mouse(SDL_MOUSEBUTTONUP, 11, 20);
    mouse(SDL_MOUSEBUTTONDOWN, 10, 20, SDL_BUTTON_RIGHT);
    mouse(SDL_MOUSEBUTTONDOWN, 10, 20, SDL_BUTTON_LEFT, SDL_TOUCH_MOUSEID);
    CHECK(next(*window)
          == std::vector<InputEvent>{PointerEvent{PointerEvent::mouse, Phase::Down, {10, 20}},
                                     PointerEvent{PointerEvent::mouse, Phase::Up, {11, 20}}});
}

TEST_CASE("A mouse that moves without its button says nothing") {
    SDL_Event event{};
    event.type = SDL_MOUSEMOTION;
    event.motion.x = 5;
    CHECK_FALSE(input_of(event, {640, 360}));
    event.motion.state = SDL_BUTTON_LMASK;
    CHECK(input_of(event, {640, 360}) == InputEvent{PointerEvent{PointerEvent::mouse, Phase::Move, {5, 0}}});
}

TEST_CASE("Keys are told once, with shift") {
    auto window = open();
    REQUIRE(window);
    settle(*window);
    key(SDL_KEYDOWN, SDLK_TAB, 0, KMOD_LSHIFT);
    key(SDL_KEYDOWN, SDLK_TAB, 1);
    key(SDL_KEYUP, SDLK_KP_7);
    key(SDL_KEYDOWN, SDLK_F12);
    key(SDL_KEYDOWN, SDLK_a);
    CHECK(next(*window)
          == std::vector<InputEvent>{KeyEvent{Key::Tab, true, true}, KeyEvent{Key::Digit7, false, false},
                                     KeyEvent{Key::F12, true, false}});
}

TEST_CASE("Every digit of both rows is its own key") {
    for (int digit = 0; digit <= 9; ++digit) {
        SDL_Event event{};
        event.type = SDL_KEYDOWN;
        event.key.state = SDL_PRESSED;
        Key const expected = Key(int(Key::Digit0) + digit);
        event.key.keysym.sym = SDLK_0 + digit;
        CHECK(input_of(event, {1, 1}) == InputEvent{KeyEvent{expected, true, false}});
        event.key.keysym.sym = digit == 0 ? SDLK_KP_0 : SDLK_KP_1 + digit - 1;
        CHECK(input_of(event, {1, 1}) == InputEvent{KeyEvent{expected, true, false}});
    }
}

TEST_CASE("Closing is told, not obeyed") {
    auto window = open();
    REQUIRE(window);
    settle(*window);
    SDL_Event event{};
    event.type = SDL_QUIT;
    SDL_PushEvent(&event);
    CHECK(next(*window) == std::vector<InputEvent>{Closed{}});
}

TEST_CASE("Another thread ends the waiting") {
    auto window = open();
    REQUIRE(window);
    settle(*window);
    std::thread other([&] { window->wake(); });
    auto const before = std::chrono::steady_clock::now();
    CHECK(window->wait(Millis{5000}).empty());
    other.join();
    CHECK(std::chrono::steady_clock::now() - before < Millis{2500});
    window->wake();
    window->wake();
    CHECK(window->wait(Millis{5000}).empty());
}

TEST_CASE("A resized window has a frame of the new size") {
    auto window = open();
    REQUIRE(window);
    REQUIRE(window->begin());
    settle(*window);
    SDL_SetWindowSize(SDL_GetWindowFromID(1), 320, 200);
    CHECK(next(*window) == std::vector<InputEvent>{Resized{{320, 200}}});
    auto target = window->begin();
    REQUIRE(target);
    CHECK(target->size == Size{320, 200});
    CHECK(window->present({{0, 0, 320, 200}}));
}

TEST_CASE("No display is a sentence with a remedy") {
    setenv("SDL_VIDEODRIVER", "no-such-driver", 1);
    auto window = ScreenWindow::create({});
    REQUIRE_FALSE(window);
    CHECK(window.error().kind == Kind::Unavailable);
    CHECK(window.error().what
          == "there is no display (no-such-driver not available); start the kiosk in a graphical session, "
             "or set DISPLAY");
}

}
