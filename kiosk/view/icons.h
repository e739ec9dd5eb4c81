#pragma once
// The few icons of the product, drawn as strokes in a square.

#include "view/scene.h"

namespace kiosk {

enum class Icon {
    None,
    Back,
    Forward,
    Start,
    Show,
    Code,
    Erase,
    Check,
    Pin,
    Pause,
    Clock,
    Calendar,
    Lock,
    NoEntry,
    Warning,
};

ShapePaint draw_icon(Icon, Rect square, Color);

}
