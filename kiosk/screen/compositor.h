#pragma once
// Turns scenes into frames while painting as little as possible. Layers are flattened into bitmaps and kept
// as long as they stay equal: the one shown, the one giving way, and the next in the loop. UI thread.

#include "screen/motion.h"
#include "screen/painter.h"

#include <array>

namespace kiosk {

class Compositor {
public:
    /// How much work there was, since the start.
    struct Stats {
        int flattened = 0;  ///< Layers painted whole.
        int repainted = 0;  ///< Layers painted in a few rectangles.
        int stickers = 0;   ///< Elements above the layers painted.
        int blended = 0;    ///< Frames of a change.
    };

    /// Keeps a reference to `painter`; `size` is that of every scene and target.
    Compositor(Painter& painter, Size size) : m_painter(painter), m_size(size) {}

    /// Brings the target, which still holds the frame before, up to date. Gives what has changed in it.
    std::vector<Rect> compose(Scene const&, PictureStore const&, Target);

    /// Flattens the first upcoming layer if its pictures are there, so that moving on costs nothing but the
    /// fade. Does nothing during a change. True if it painted.
    bool prepare(Scene const&, PictureStore const&);

    /// The target's content is lost or new: the next frame is written whole.
    void forget_frame() { m_frame = {}; }

    Stats const& stats() const { return m_stats; }

private:
    using Editions = std::vector<std::uint64_t>;

    /// An element as it was painted, with the editions of its pictures.
    struct Drawn {
        Element element;
        Editions editions;
        Rect bounds;
    };
    /// A layer as pixels.
    struct Sheet {
        Color ground;
        std::string id;
        std::vector<Drawn> drawn;
        Bitmap pixels;  ///< With a hole where a picture moves.
    };
    /// An element above the layers as pixels, premultiplied.
    struct Sticker {
        Drawn drawn;
        Bitmap pixels;  ///< Empty if nothing of it is on the screen.
    };
    /// What the target shows.
    struct Frame {
        Sheet const* sheet = nullptr;
        Sheet const* from = nullptr;
        double progress = 0;
        int slide_px = 0;
        std::optional<MovingPicture> moving = {}, leaving = {};  ///< Of `sheet` and `from`.

        bool blends() const { return from && from != sheet; }
        bool operator==(Frame const&) const = default;
    };

    static bool shows(Drawn const&, Element const&, PictureStore const&);
    static bool shows(Sheet const&, Layer const&, PictureStore const&);
    Sheet* find(Layer const&, PictureStore const&);
    Sheet& free_sheet(Layer const&, Scene const&, PictureStore const&);
    Sheet& sheet_for(Layer const&, Scene const&, PictureStore const&, std::vector<Rect>& damage);
    std::vector<Rect> repaint(Sheet&, Layer const&, PictureStore const&);
    std::vector<Rect> changes(std::vector<Drawn> const&, std::vector<Element> const&,
                              PictureStore const&) const;
    std::vector<Rect> renew_stickers(std::vector<Element> const&, PictureStore const&);
    std::vector<Rect> renewed(Frame const&, std::vector<Rect> damage) const;
    void draw(Frame const&, std::vector<Rect> const& damage, Target);
    Drawn drawn(Element const&, PictureStore const&) const;
    Rect screen() const { return {0, 0, m_size.w, m_size.h}; }

    Painter& m_painter;
    Size m_size;
    std::array<Sheet, 3> m_sheets;
    std::vector<Sticker> m_stickers;
    Frame m_frame;
    Stats m_stats;
};

}
