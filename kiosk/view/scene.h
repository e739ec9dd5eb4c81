#pragma once
// What the screen shows, as a value: elements in focus order, each with what it is, what it does and how it
// is painted. One list drives drawing, hit-testing, the UI dump and the audits. Device pixels throughout.

#include "base/color.h"
#include "base/geometry.h"
#include "base/localized.h"
#include "content/catalog.h"
#include "state/command.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kiosk {

/// A picture at the size at which it is shown. The decoder crops (Cover) around the focus.
struct PictureKey {
    std::filesystem::path file;
    Size box;
    Fit fit = Fit::Cover;
    Focus focus;
    int page = 0;             ///< Of a document, from 0.
    std::uint64_t stamp = 0;  ///< Of the file: one that changes is another picture.
    bool operator==(PictureKey const&) const = default;
};

/// Corner radii in pixels: top-left, top-right, bottom-right, bottom-left.
struct Corners {
    int tl = 0, tr = 0, br = 0, bl = 0;
    static Corners all(int r) { return {r, r, r, r}; }
    bool operator==(Corners const&) const = default;
};

enum class Face { Headline, Text };  ///< Vollkorn, Inter.
enum class Weight { Regular = 400, Medium = 500, SemiBold = 600, Bold = 700, ExtraBold = 800 };
enum class Align { Left, Center, Right };

struct TextStyle {
    Face face = Face::Text;
    Weight weight = Weight::Regular;
    int px = 34;
    double line_height = 1.35;  ///< Distance of baselines, in font sizes.
    double tracking = 0;        ///< Extra space between letters, in font sizes.
    bool operator==(TextStyle const&) const = default;
};

/// A rounded rectangle, filled with one colour or a linear gradient.
struct Panel {
    enum class Fade { None, Right, Down };
    Rect rect;
    Color fill;
    Corners corners;
    Fade fade = Fade::None;
    Color fade_to;  ///< Colour at the right or lower edge.
    Color border{0, 0, 0, 0};
    int border_px = 0;
    bool shadow = false;  ///< The one soft shadow of raised things.
    bool operator==(Panel const&) const = default;
};

/// While the picture is not there yet, `meanwhile` fills its place.
struct PicturePaint {
    Rect rect;  ///< Cover: rect.size() == key.box, or smaller: see come_to_rest(). Contain: centred inside.
    PictureKey key;
    Corners corners;
    Color meanwhile;
    bool spare = false;  ///< The layer is worth showing without it.
    bool moves = false;  ///< While Layer::drift grows less of it is seen, until it comes to rest.
    bool operator==(PicturePaint const&) const = default;
};

/// Text as Pango markup (escaped, <b> and <i> only), laid out in rect.w and set from rect's top.
struct TextPaint {
    Rect rect;
    std::string markup;
    TextStyle style;
    Color color;
    Align align = Align::Left;
    Language language;
    bool operator==(TextPaint const&) const = default;
};

/// Dark modules on white, drawn at a whole number of pixels a module, with its quiet zone inside rect.
struct QrPaint {
    Rect rect;
    std::string payload;
    int modules = 0;         ///< Along one side, without the quiet zone.
    std::vector<bool> dark;  ///< Row by row.
    bool operator==(QrPaint const&) const = default;
};

struct PointF {
    float x = 0, y = 0;
    bool operator==(PointF const&) const = default;
};

/// Polygons and lines: the map, icons, ornaments. Round joins and caps.
struct ShapePaint {
    struct Outline {
        std::vector<PointF> points;
        bool closed = true;
        Color fill{0, 0, 0, 0};
        Color stroke{0, 0, 0, 0};
        float stroke_px = 0;
        bool operator==(Outline const&) const = default;
    };
    Rect rect;  ///< Around everything, strokes included.
    std::vector<Outline> outlines;
    bool operator==(ShapePaint const&) const = default;
};

using Paint = std::variant<Panel, PicturePaint, TextPaint, QrPaint, ShapePaint>;

enum class Role { Heading, Text, Image, Button, QrCode, Meter, Dialog, Decoration };

struct Element {
    std::string id;  ///< Stable and unique in its layer: "bar.back", "card.work".
    Role role = Role::Decoration;
    std::string name;  ///< What speech says; empty only for decoration.
    Language language;
    Rect rect;  ///< Around all its paints (a shadow may reach beyond).
    Rect hit;   ///< Where a touch counts; at least `rect` if there is a command.
    std::optional<Command> command;
    bool enabled = true;
    std::vector<Paint> paints;  ///< Bottom to top.
    bool operator==(Element const&) const = default;
};

/// A full screen of elements on a ground. Layers are painted once and kept while they stay equal.
struct Layer {
    std::string id;  ///< What it shows: "item dalarna/3", "page home".
    Color ground{251, 247, 240, 255};
    std::vector<Element> elements;
    double drift = 0;  ///< How far its moving picture has come, 0 to 1. One picture at most moves.
    bool operator==(Layer const&) const = default;
};

/// One layer giving way to another.
struct Change {
    Layer from;
    Transition kind = Transition::Crossfade;
    double progress = 0;  ///< 0 to 1, eased.
    int slide_px = 0;     ///< Slide: how far the new layer still is to the right (negative: left).
    bool operator==(Change const&) const = default;
};

struct Scene {
    Size size;
    int text_percent = 100;  ///< Size of its text; see Model.
    std::string screen;      ///< "attract", "home", "topic work", "asking" …
    Language language;
    Layer current;
    std::optional<Change> change;
    std::vector<Element> above;   ///< Over the layers, not part of their change: the pill, dots, a dialog.
    std::vector<Layer> upcoming;  ///< Next in the loop; to be painted ahead while nothing moves.
    std::vector<PictureKey> prefetch;  ///< Pictures that the next touch may need.
    bool operator==(Scene const&) const = default;
};

/// Shifts the element with everything that it paints.
void move(Element&, int right, int down);

/// Where the part that is seen begins in a picture larger than its place: as near to the focus as it goes.
Point come_to_rest(PicturePaint const&);

/// The element that a touch at `at` reaches: the topmost with a command whose hit rectangle holds it.
Element const* hit(Scene const&, Point at);

/// Every picture that the scene shows now or next, most urgent first, each once.
std::vector<PictureKey> pictures(Scene const&);

/// What of `layer` needs a picture.
std::vector<PictureKey> pictures(Layer const&);
/// The same without those that may be missing.
std::vector<PictureKey> vital_pictures(Layer const&);

/// The scene as text, one element a line, for goldens and for people.
std::string dump(Scene const&);

}
