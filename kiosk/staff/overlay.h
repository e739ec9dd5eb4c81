#pragma once
// What the staff see behind the PIN, drawn with Dear ImGui: the model goes in, commands come out. Which page
// is open, the scroll position and the finger are its own; everything else is the model's. UI thread only.
// Device pixels. Needs no window and no SDL_Init.

#include "base/bitmap.h"
#include "state/action.h"
#include "view/scene.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace kiosk {

class Overlay {
public:
    /// `screen` is the size of every target. Reads Inter and Vollkorn from below `fonts`; letters are drawn
    /// with the first frame. Fails with Kind::NotFound or Kind::Malformed, naming the file and its Debian
    /// package.
    static Result<Overlay> create(Size screen, std::filesystem::path const& fonts = "/usr/share/fonts");
    ~Overlay();
    Overlay(Overlay&&) noexcept;
    Overlay& operator=(Overlay&&) noexcept;

    /// Shows the first page again, from its top: the import's if there is one, else the status. Call it when
    /// the overlay opens.
    void reset();

    /// Small pictures of the files of the survey that the model is about to hold; kept while it is offered.
    void set_previews(std::vector<Bitmap>);

    /// The screen has another size from now on.
    void resize(Size screen);

    /// A finger or the mouse. Kept until the next frame(): a tap that is over by then is not lost.
    void pointer(Touched::Phase, Point);

    /// Takes in what the pointer did since the last call and gives what it asked for, in order. Carry the
    /// commands out and call it once more, or what is painted is a frame behind.
    std::vector<Command> frame(Model const&, Now const&);

    /// Everything that can be pressed in the last frame: role, name, visible rectangle, command if it gives
    /// one. Ids: "nav.playlists", "close", "language.sv", "playlist.NAME", "leave.yes", "leave.no",
    /// "import.approve", "import.decline", "import.stop", "import.close", "import.look.1", "import.again".
    std::vector<Element> const& controls() const;

    /// The last frame as the UI dump, in the format of the pages (view/ui_dump.h).
    std::string ui_dump(Model const&) const;

    /// Draws the last frame over the whole target: native-endian 0xFFRRGGBB, `pitch` bytes a row.
    void paint(std::uint32_t* pixels, std::size_t pitch, Size);

private:
    struct State;
    explicit Overlay(std::unique_ptr<State>);
    std::unique_ptr<State> m_state;
};

}
