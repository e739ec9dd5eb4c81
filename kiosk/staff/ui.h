#pragma once
// The overlay's own small set of widgets over ImGui: flat shapes, text at its real size, controls for
// fingers. Lives for one turn of the overlay, between ImGui's NewFrame and EndFrame.

#include "base/bitmap.h"
#include "staff/atlas.h"
#include "staff/words.h"
#include "view/theme.h"

#include <optional>
#include <vector>

namespace kiosk {

/// What pressing a control does.
struct Press {
    bool held = false;  ///< The finger is on it.
    bool done = false;  ///< The finger has been lifted from it.
};

/// How a block of text is set.
struct Ink {
    Cut cut = Cut::Body;
    Color color = palette::ink;
};

/// A picture that is laid over the finished frame: ImGui draws letters only.
struct LaidPicture {
    Bitmap const* bitmap = nullptr;
    Rect place, clip;
};

class Ui {
public:
    /// `dragged`: the finger scrolls, so nothing is pressed. Keeps references to all but the size.
    Ui(Atlas const& atlas, Words const& words, Size screen, bool dragged);

    Words const& words() const { return m_words; }
    Size screen() const { return m_screen; }
    bool portrait() const { return m_screen.h > m_screen.w; }
    /// A token in device pixels.
    int px(double token) const;

    // Painting.
    void fill(Rect, Color);
    void round(Rect, Round, Color);
    /// A white sheet with the one soft shadow.
    void card(Rect);
    /// How full something is, from 0 to 1.
    void meter(Rect, double share, Color);

    /// In the middle of the rectangle, whole; not kept, so it must live until the frame is painted.
    void picture(Rect, Bitmap const&);

    // Text, from `at` downwards, broken at `width`. Give how much room it takes.
    Size measure(Cut, std::string const&, int width = 0) const;
    int text(Point at, int width, Ink, std::string const&);
    /// On one line, in the middle of the rectangle's height; from its left, or in its middle.
    void label(Rect, Ink, std::string const&);
    void label_centred(Rect, Ink, std::string const&);

    // Controls; `id` is unique on the page.
    Press press(std::string const& id, std::string const& name, Rect, std::optional<Command> = {});
    /// A pill with its words in it; as wide as they need.
    int pill_width(std::string const& words) const;
    bool pill(std::string const& id, std::string const& words, Rect, Color ground, Color ink,
              std::optional<Command> = {});
    /// A switch with its state in words; asks for `turn` when it is pressed.
    void toggle(std::string const& id, std::string const& name, Rect, bool on, Command const& turn);

    /// Until end_clip(), nothing shows and nothing is pressed outside.
    void begin_clip(Rect);
    void end_clip();

    void ask(Command command) { m_commands.push_back(std::move(command)); }
    std::vector<Command> const& commands() const { return m_commands; }
    std::vector<Element> const& controls() const { return m_controls; }
    std::vector<LaidPicture> const& pictures() const { return m_pictures; }

private:
    /// Lays `part` of a disc, in its own pixels, over `rect`.
    void slice(Rect, Round, Rect part, Color);
    void corners(Rect, Round, Color);

    Atlas const& m_atlas;
    Words const& m_words;
    Size m_screen;
    bool m_dragged;
    Rect m_clip;
    std::vector<Command> m_commands;
    std::vector<Element> m_controls;
    std::vector<LaidPicture> m_pictures;
};

}
