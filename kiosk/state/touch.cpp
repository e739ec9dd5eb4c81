#include "state/pin.h"
#include "state/visit.h"

#include <cstdlib>

namespace kiosk {
namespace {

/// A finger whose lifting was lost (unplugged screen) must not block the next one.
constexpr Millis lost_finger{15'000};

int short_side(Glass const& glass) { return std::min(glass.px.w, glass.px.h); }

/// The hidden gesture's corners: a ninth of the short side, at the top left and right.
bool in_top_corner(Glass const& glass, Point p) {
    int side = short_side(glass) / 9;
    return p.y < side && (p.x < side || p.x >= glass.px.w - side);
}

/// -1 or 1 if the finger moved sideways far enough to browse, else 0.
int swipe(Finger const& finger, Glass const& glass) {
    int dx = finger.at.x - finger.down.x, dy = finger.at.y - finger.down.y;
    if (std::abs(dx) < short_side(glass) / 10 || std::abs(dx) < 2 * std::abs(dy)) return 0;
    return dx < 0 ? 1 : -1;
}

void put_down(Model& model, Touched const& touch, Now const& now) {
    if (model.finger && now.steady - model.finger->since < lost_finger) return;
    // What has just come in is not meant by a tap that was aimed at what was there before.
    bool changing = model.leaving && now.steady - model.leaving->since < page_change;
    model.finger =
        Finger{touch.finger, touch.at, touch.at, now.steady, touch.element, touch.command, true, changing};
}

Effects lift(Model& model, Finger const& finger, Now const& now) {
    if (finger.spent) return {};
    if (std::holds_alternative<Attract>(model.display)) {
        if (int step = swipe(finger, model.glass)) return on_command(model, Browse{step}, now);
        if (finger.holds && now.steady - finger.since >= slow_tap) {
            model.show.due = std::max(model.show.due, now.steady + after_hold);
            return {};
        }
    }
    if (!finger.inside || !finger.command) return {};
    return on_command(model, *finger.command, now);
}

}

Effects on_touch(Model& model, Touched const& touch, Now const& now) {
    model.last_touch = now.steady;
    if (touch.phase == Touched::Phase::Down) {
        put_down(model, touch, now);
        return {};
    }
    if (!model.finger || model.finger->id != touch.finger) return {};
    model.finger->at = touch.at;
    model.finger->inside = touch.element == model.finger->element;
    if (touch.phase == Touched::Phase::Move) return {};
    Finger const finger = *model.finger;
    model.finger.reset();
    return lift(model, finger, now);
}

void watch_corner(Model& model, Now const& now) {
    if (!model.finger || model.finger->spent || now.steady - model.finger->since < corner_hold) return;
    if (!in_top_corner(model.glass, model.finger->down) || !in_top_corner(model.glass, model.finger->at))
        return;
    if (std::holds_alternative<PinPad>(model.display) || std::holds_alternative<Staff>(model.display)) return;
    model.finger->spent = true;
    open_pin_pad(model, now);
}

void watch_hold(Model& model, Now const& now) {
    if (!model.finger || model.finger->spent || !std::holds_alternative<Attract>(model.display)) return;
    Finger& finger = *model.finger;
    bool const rests = now.steady - finger.since >= slide_hold && swipe(finger, model.glass) == 0;
    finger.holds = finger.holds || rests;
    if (finger.holds) model.show.due = std::max(model.show.due, now.steady + after_hold);
}

}
