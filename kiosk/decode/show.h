#pragma once
// The last steps that every picture made of pixels takes: from what its decoder hands over to what is shown.
// Any thread.

#include "decode/colour.h"
#include "decode/framing.h"
#include "decode/inspection.h"

#include <vector>

namespace kiosk {

/// What a file says about its pixels.
struct Traits {
    Channels channels = Channels::Bgra;
    Alpha alpha = Alpha::None;
    int orientation = 1;                ///< As EXIF counts: 1 is upright, to 8.
    std::vector<std::uint8_t> profile;  ///< ICC; empty if there is none.
};

/// Orientations 5 to 8 lie on their side: what is across in the file is down on the screen.
inline bool lies_on_side(int orientation) { return orientation >= 5; }

/// The size of a picture once it is turned.
Size upright_size(Size stored, int orientation);

/// The framing to apply to the picture as it lies in the file, so that only the small result must be turned.
Framing before_turning(Framing, int orientation);

/// How many times smaller (1, 2, 4 or 8) a stored picture may be made with a pixel left for each one shown.
/// Not the steps between: libjpeg's are slower than those of the next larger power of two.
int reduction(Size stored, int orientation, Framing const&);

/// What these traits mean for people.
Inspection inspection(Format, Size stored, Traits const&);

/// Fits a picture, or a reduced one, into its place; makes its colours ours; turns it upright.
Bitmap show(Bitmap stored, Traits const&, Framing const&);

/// Takes a picture row by row and keeps no more of it than the screen can show.
class RowSink {
public:
    /// `size` as stored; at most 64 megapixels. Throws std::bad_alloc.
    RowSink(Size size, Traits traits, Framing const& framing);
    /// The next row from the top, four bytes a pixel. Not more rows than there are.
    void add(std::uint8_t const* row);
    /// What is to be shown, after the last row.
    Bitmap finish() &&;

private:
    void store_reduced();

    int m_width;
    Traits m_traits;
    Framing m_framing;
    int m_by;
    Bitmap m_bitmap;
    std::vector<std::uint16_t> m_sums;  ///< Of each channel of the rows since the last one stored.
    int m_added = 0;
};

}
