#pragma once
// The parts that pages are made of. A widget is a function that returns an element (or fills a layer).

#include "view/icons.h"
#include "view/typeset.h"

namespace kiosk {

/// A text element. Headings, kickers, paragraphs.
Element text(Context const&, std::string id, Role, TextPaint);

/// A plain or gradient area without meaning of its own.
Element area(std::string id, Panel);

/// A picture of the library that covers `rect`; nothing if `image` is null.
std::optional<Element> picture(Context const&, std::string id, Image const*, Rect rect, Corners = {});

/// What a picture is decoded to when it covers `size`.
PictureKey picture_key(Image const&, Size size);

enum class Look {
    Quiet,   ///< Sand: back, start, language.
    Main,    ///< Falu: the page's one main action.
    OnDark,  ///< White on a dark ground.
    Chosen,  ///< Ink: what is shown already, among Quiet ones.
};

struct ButtonText {
    std::string label;
    Icon icon = Icon::None;
    std::string name = {};  ///< Spoken instead of the label, if given.
};

/// How wide a button of the bar's height must be for its text.
int button_width(Context const&, ButtonText const&);
Element button(Context const&, std::string id, Rect, ButtonText const&, Look, Command);

/// A raised white panel that can be pressed; what stands on it is added to its paints.
Element raised(Context const&, std::string id, std::string name, Rect, Command);

/// A picture hides the panel that shows a press: then it darkens, and the border goes around it too.
void show_press_over(Context const&, Element& card, Rect picture, Corners);

/// The largest side, at most `most`, of a panel that a code of `payload` fills without a rim of white.
int qr_panel_side(Context const&, std::string const& payload, int most);
/// A white panel with a QR code that fills it.
Element qr_panel(Context const&, std::string id, std::string name, std::string const& payload, Rect);

/// A horizontal bar, `done` of it filled.
Element meter(Context const&, std::string id, std::string name, Rect, double done, Color fill, Color ground);

/// A square with day and month.
Element date_block(Context const&, std::string id, ZonedTime const&, Rect, Color = palette::falu);

/// The address that the workshop's QR code holds, or "" while the service is away or takes no sign-ups.
std::string signup_address(Model const&, std::string const& workshop);

/// Stacks texts from the top of an area downwards.
class Column {
public:
    Column(Context const& context, Layer& layer, Rect area)
        : m_context(context), m_layer(layer), m_area(area) {}

    /// Adds a text as wide as the column, at most `height` high; moves on by what it took. Empty text:
    /// nothing.
    void add(std::string id, Role, std::string const& text, Setting, int height);
    void skip(int pixels) { m_area.y += pixels, m_area.h -= pixels; }
    /// What is left below.
    Rect rest() const { return m_area; }
    /// Takes a strip of `height` off the top.
    Rect take(int height);

private:
    Context const& m_context;
    Layer& m_layer;
    Rect m_area;
};

/// `area` cut into a grid of cells with `gap` between them; row by row.
std::vector<Rect> grid(Rect area, int columns, int rows, int gap);

}
