#pragma once
// What slides are made of: grounds, hills, pills, codes in the corner, words set from below.

#include "view/widgets.h"

namespace kiosk {

struct GroundColors {
    Color ground, kicker, words;
};
GroundColors colors_of(Ground);

/// The slide as one target that leads to `page`; first, so that everything else lies on it.
void add_target(Context const&, Layer&, Page page);

/// Ridges one behind the other, nearer ones darker, with a few trees: large quiet shapes in the ground's own
/// colour.
void add_hills(Context const&, Layer&);
/// An evening sun, low on the right. Before the hills.
void add_sun(Context const&, Layer&);

/// The ground on one side, the picture on the other, a slanted edge between them.
void add_slanted_picture(Context const&, Layer&, Image const*);

/// Where a touch on the item leads.
Page leads_to(Context const&, Item const&);
/// What the hint says of that.
std::string const& touch_hint(Context const&, Item const&);

/// What a touch does. It looks like a button, but the whole slide is the target.
void add_hint(Context const&, Layer&, std::string const& label, Look);

/// How high the row of dots is that tells which item is shown.
inline int dots_height(Metrics const& m) { return m.px(14) + 2 * m.px(20); }

/// A code in the corner with what it is for; nothing while that workshop takes no sign-ups.
void add_corner_code(Context const&, Layer&, std::string const& workshop);

/// A tab at the top left that says whose slide it is: the logo on white, the name beside it. It ends above
/// words_area(). Nothing for a playlist that names no exhibitor.
void add_exhibitor(Context const&, Layer&, Playlist const&);

/// Where the words of a slide may stand: above the hint, `share` of the width.
Rect words_area(Context const&, double share);
/// The same beside or below a slanted picture.
Rect beside_picture(Context const&);

struct SlideWords {
    std::string kicker, headline;
    std::string lead = {};
    std::string by = {};     ///< Who said it: after a short rule.
    std::string quote = {};  ///< A quotation mark, set large above the headline.
};
/// Set from the bottom of `box` upwards.
void add_words_low(Context const&, Layer&, SlideWords const&, Rect box, GroundColors const&, TextStyle);

/// What of `box` lies below `top`.
Rect below(Rect box, int top);
/// Moves the elements from `first` on down, if `drop` is positive.
void move_down(Layer&, std::size_t first, int drop);
/// Around all elements.
Rect bounds(Layer const&);

}
