#pragma once
// A picture that moves slowly under whatever else a layer shows. What is seen of it lies between its pixels,
// so that it glides; a whole pixel at a time it would judder. Pure; several threads may share a LayerRows.

#include "screen/blend.h"
#include "view/scene.h"

#include <optional>

namespace kiosk {

/// What a layer shows of its moving picture at one moment.
struct MovingPicture {
    Rect place;
    Bitmap const* pixels = nullptr;  ///< Larger than the place.
    Point rest;                      ///< Where the part begins on which it comes to rest.
    double progress = 0;             ///< From 0, the whole picture, to 1, that part.
    bool operator==(MovingPicture const&) const = default;
};

/// A layer row by row.
class LayerRows {
public:
    /// Room for one row, a thread's own.
    struct Scratch {
        std::vector<std::uint32_t> between, row;
    };

    /// Borrows both. The sheet has a hole where the picture is seen; without one, it is all there is.
    LayerRows(Bitmap const& sheet, std::optional<MovingPicture> const&);

    /// As wide as the sheet; valid until the next call with the same scratch.
    std::uint32_t const* row(int y, Scratch&) const;
    /// Writes what of a row lies in `part` to the target.
    void copy_row(int y, Rect part, Target, Scratch&) const;

private:
    Rect place() const { return m_moving ? m_moving->place : Rect{}; }
    void lay_beneath(int y, std::uint32_t* into, Scratch&) const;

    Bitmap const& m_sheet;
    std::optional<MovingPicture> m_moving;
    Stretch m_across;
    double m_top = 0, m_step = 1;  // Of the picture's rows.
};

}
