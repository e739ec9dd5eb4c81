#pragma once
// The window: a frame to paint into, and what people do to it. The only place that talks to the display.
// UI thread, except wake(). Coordinates are device pixels of the frame.

#include "base/result.h"
#include "base/target.h"
#include "base/time.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kiosk {

/// Auto takes the GPU if there is a real one, and memory otherwise: without a GPU that is ten times faster.
enum class RendererChoice { Auto, Software, OpenGl };

struct WindowOptions {
    std::string title = "Dalakiosk";
    std::optional<Size> size;   ///< None: the whole display.
    bool fullscreen = true;     ///< Without a border and on top. With a size: an ordinary window if false.
    RendererChoice renderer = RendererChoice::Auto;
    bool show_cursor = false;   ///< For developers.
};

/// A finger, or the left mouse button as finger `mouse`. Moves come only while it touches, the latest of each
/// wait(); every Down is followed by an Up.
struct PointerEvent {
    enum class Phase { Down, Move, Up };
    static constexpr std::int64_t mouse = -1;
    std::int64_t id = mouse;
    Phase phase = Phase::Down;
    Point at;
    bool operator==(PointerEvent const&) const = default;
};

enum class Key {
    Left, Right, Up, Down, Tab, Enter, Space, Escape, Backspace, Home, End, PageUp, PageDown,
    Digit0, Digit1, Digit2, Digit3, Digit4, Digit5, Digit6, Digit7, Digit8, Digit9,
    F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12
};

/// Held keys do not repeat; keys that are not in Key are not told.
struct KeyEvent {
    Key key = Key::Enter;
    bool down = false;
    bool shift = false;
    bool operator==(KeyEvent const&) const = default;
};

/// The frame has a new size and no content.
struct Resized {
    Size size;
    bool operator==(Resized const&) const = default;
};

/// The window manager or the session asks the window to close.
struct Closed {
    bool operator==(Closed const&) const = default;
};

using InputEvent = std::variant<PointerEvent, KeyEvent, Resized, Closed>;

class ScreenWindow {
public:
    /// Opens the window. Fails with Kind::Unavailable if there is no display, or if the wanted renderer does
    /// not work.
    static Result<ScreenWindow> create(WindowOptions const&);
    ~ScreenWindow();
    ScreenWindow(ScreenWindow&&) noexcept;
    ScreenWindow& operator=(ScreenWindow&&) noexcept;

    Size size() const;
    /// For the log: "software frames on x11", "opengl (Mesa Intel …) on wayland".
    std::string const& description() const;

    /// The frame as it was left. Valid until the next wait(). Fails with Kind::Unavailable if the display
    /// gives no memory for it.
    Result<Target> begin();
    /// Shows what was changed; with a GPU returns after the display took the frame. Fails with
    /// Kind::Unavailable if the display refuses it.
    Status present(std::vector<Rect> const& damage);

    /// Sleeps until something happens, wake() is called or the time is over; no longer than a day.
    std::vector<InputEvent> wait(Millis timeout);
    /// Ends wait() at once, or the next one if none is going on. Any thread, while the window lives.
    void wake() const;

private:
    struct State;
    explicit ScreenWindow(std::unique_ptr<State>);
    std::unique_ptr<State> m_state;
};

}
