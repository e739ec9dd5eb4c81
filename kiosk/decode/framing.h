#pragma once
// How a picture is fitted into its place on the screen. Sizes are device pixels.

#include "base/geometry.h"

namespace kiosk {

struct Framing {
    enum class Fit {
        Cover,    ///< Fills the box; what sticks out is cut away, as far from the focus as can be.
        Contain,  ///< Shown whole, as large as the box allows.
    };

    Size box;
    Fit fit = Fit::Cover;
    double focus_x = 0.5, focus_y = 0.5;  ///< The point to keep in view, 0 to 1 from the top left corner.
};

/// The part of a picture that is shown, in the picture's own units, and the size it is shown at.
struct Excerpt {
    double x = 0, y = 0, w = 0, h = 0;
    Size shown;
};

/// What `framing` shows of a picture of w x h units; w, h and the box must be above 0.
Excerpt excerpt(double w, double h, Framing const& framing);

}
