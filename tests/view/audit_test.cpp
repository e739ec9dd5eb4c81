// Each rule of the audits on the smallest scene that breaks it.

#include "view/audit.h"
#include "view/fixed_ruler.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

constexpr Color ink = Color::rgb(0x1C1B1A), paper = Color::rgb(0xFFFFFF);

Catalog words() {
    Catalog catalog;
    catalog.languages = {"sv", "en"};
    catalog.phrases["sv"] = {{"bar.back", "Tillbaka"}, {"bar.start", "Start"}, {"language.name", "Svenska"}};
    catalog.phrases["en"] = {{"bar.back", "Back"}, {"bar.start", "Start"}, {"language.name", "English"}};
    return catalog;
}

Element words_at(std::string id, std::string const& text, Rect rect, Color color = ink) {
    TextPaint paint{rect, text, {Face::Text, Weight::Regular, 30, 1.2, 0}, color, Align::Left, "en"};
    return {std::move(id), Role::Text, text, "en", rect, rect, {}, true, {paint}};
}

Element target_at(std::string id, Rect rect, Command command = GoBack{}) {
    return {std::move(id),
            Role::Button,
            "Press",
            "en",
            rect,
            rect,
            std::move(command),
            true,
            {Panel{.rect = rect, .fill = paper}}};
}

Element ground_at(Rect rect, Paint paint) {
    return {"ground", Role::Decoration, "", "", rect, rect, {}, true, {std::move(paint)}};
}

/// The findings on a 1920x1080 screen that shows `elements` on paper, without the place that all share.
std::string found(std::vector<Element> elements, std::vector<Element> above = {},
                  PictureSource* pictures = nullptr, Catalog const& catalog = words()) {
    Scene scene{.size = {1920, 1080}, .screen = "home", .language = "en"};
    scene.current = Layer{"page home", paper, std::move(elements)};
    scene.above = std::move(above);
    std::string lines;
    for (std::string const& finding : audit(scene, FixedRuler{}, catalog, pictures)) {
        std::string const place = "home 1920x1080 en: ";
        REQUIRE(finding.starts_with(place));
        lines += (lines.empty() ? "" : "\n") + finding.substr(place.size());
    }
    return lines;
}

/// Every picture is the same: as large as said, its pixels from a function.
class Screenful : public PictureSource {
public:
    Screenful(Size size, std::uint32_t (*pixel)(Point)) : m_bitmap(size) {
        for (int y = 0; y < size.h; ++y) {
            for (int x = 0; x < size.w; ++x) m_bitmap.row(y)[x] = pixel({x, y});
        }
    }
    Bitmap const* find(PictureKey const& key) override {
        asked = key.box;
        return &m_bitmap;
    }
    Size asked;

private:
    Bitmap m_bitmap;
};

// A letter of 30 px is 16 px wide to the fixed ruler; a line is 36 px high.
Rect const row{100, 100, 400, 36};

}

TEST_CASE("a sound screen has no findings") {
    CHECK(found({words_at("lead", "Hello there", row), target_at("bar.back", {100, 400, 88, 88})}) == "");
}

TEST_CASE("text that does not fit its box is found") {
    CHECK(found({words_at("lead", "Hello there", {100, 100, 100, 36})}) ==
          "lead is 72 px high in a box of 36 px: “Hello there”\nlead juts out of its own rectangle: "
          "“Hello there”");
    CHECK(found({words_at("lead", "Hellothere", {100, 100, 100, 72})}) ==
          "lead cuts a word in 100 px: “Hellothere”");
}

TEST_CASE("text beyond the screen or in the bar is found") {
    CHECK(found({words_at("lead", "Hello", {1880, 100, 100, 36})}) == "lead leaves the screen: “Hello”");
    Rect const bar{0, 948, 1920, 132};
    Element ground = ground_at(bar, Panel{.rect = bar, .fill = paper});
    ground.id = "bar";
    CHECK(found({words_at("lead", "Hello", {100, 940, 400, 36}), ground}) ==
          "lead reaches 28 px into the bar: “Hello”");
    CHECK(found({ground, words_at("bar.words", "Hello", {100, 960, 400, 36})}) == "");
}

TEST_CASE("text under 26 px at scale 1 is found") {
    Element small = words_at("lead", "Hello", row);
    std::get<TextPaint>(small.paints.front()).style.px = 25;
    CHECK(found({small}) == "lead is set at 25 px; the smallest is 26 px: “Hello”");
    Element heading = words_at("lead", "Hello", {100, 100, 400, 60});
    heading.role = Role::Heading;
    std::get<TextPaint>(heading.paints.front()).style.px = 39;
    CHECK(found({heading}) == "lead is set at 39 px; the smallest for a heading is 40 px: “Hello”");
}

TEST_CASE("words that overlap words or a target are found, unless they are a card's own") {
    CHECK(found({words_at("one", "Hello", row), words_at("two", "there", row.moved(40, 20))}) ==
          "one and the words of two overlap");
    CHECK(found({words_at("one", "Hello", row), words_at("two", "there", row.moved(200, 0))}) == "");
    CHECK(found({target_at("card", {100, 120, 300, 100}), words_at("lead", "Hello", row)}) ==
          "card runs into lead");
    Element card = target_at("card", {100, 100, 300, 100});
    card.paints.push_back(words_at("", "Hello", row).paints.front());
    CHECK(found({card}) == "");
}

TEST_CASE("what a dialog veils is not looked at") {
    Element veil = target_at("asking.ground", {0, 0, 1920, 1080}, Stay{});
    CHECK(found({words_at("one", "Hello", row), words_at("two", "there", row)},
                {veil, words_at("asking", "Stay", row)}) == "");
}

TEST_CASE("a small target is found unless a larger one does the same") {
    CHECK(found({target_at("dot", {100, 100, 52, 87})}) ==
          "dot is a target of 52x87 px; the least is 88x88 px");
    Open const mora{{Page::Kind::Map, "mora"}}, falun{{Page::Kind::Map, "falun"}};
    CHECK(found({target_at("dot", {100, 100, 52, 52}, mora), target_at("list", {500, 100, 88, 88}, mora)}) ==
          "");
    CHECK(found({target_at("dot", {100, 100, 52, 52}, mora), target_at("list", {500, 100, 88, 88}, falun)}) ==
          "dot is a target of 52x52 px; the least is 88x88 px");
}

TEST_CASE("targets that overlap or stand too near are found") {
    Rect const one{100, 100, 88, 88};
    CHECK(found({target_at("one", one), target_at("two", one.moved(80, 0))}) ==
          "one and two are targets that overlap");
    CHECK(found({target_at("one", one), target_at("two", one.moved(0, 97))}) ==
          "one is only 9 px from the target two; the least is 10 px");
    CHECK(found({target_at("one", one), target_at("two", one.moved(98, 0))}) == "");
    CHECK(found({target_at("slide", {0, 0, 1920, 1080}), target_at("two", one)}) == "");
}

TEST_CASE("faint words are found") {
    CHECK(found({words_at("lead", "Hello", row, Color::rgb(0x888888))}) ==
          "lead has a contrast of 3.5:1 (least 4.5:1) where #888888 may stand on #FFFFFF: “Hello”");
    Element large = words_at("lead", "Hello", {100, 100, 400, 48}, Color::rgb(0x888888));
    std::get<TextPaint>(large.paints.front()).style.px = 40;
    CHECK(found({large}) == "");
}

TEST_CASE("words on a picture need a ground between that holds for any picture") {
    Rect const screen{0, 0, 1920, 1080};
    Element const picture = ground_at(screen, PicturePaint{screen, {"a.svg", screen.size()}, {}, ink});
    CHECK(found({picture, words_at("lead", "Hello", row, paper)}) ==
          "lead has a contrast of 1.0:1 (least 4.5:1) where #FFFFFF may stand on #FFFFFF: “Hello”");
    Panel fading{
        .rect = {0, 0, 1000, 1080}, .fill = ink, .fade = Panel::Fade::Right, .fade_to = ink.with_alpha(0)};
    Element scrim = ground_at(fading.rect, fading);
    scrim.id = "scrim";
    CHECK(found({picture, scrim, words_at("lead", "Hello", row, paper)}) == "");
    CHECK(found({picture, scrim, words_at("lead", "Hello", row.moved(500, 0), paper)})
              .starts_with("lead has a contrast of 2."));
}

TEST_CASE("a text that is grey itself is not safe on any picture") {
    Rect const screen{0, 0, 1920, 1080};
    Element const picture = ground_at(screen, PicturePaint{screen, {"a.svg", screen.size()}, {}, ink});
    CHECK(found({picture, words_at("lead", "Hello", row, Color::rgb(0x757575))}) ==
          "lead has a contrast of 1.0:1 (least 4.5:1) where #757575 may stand on #757575: “Hello”");
}

TEST_CASE("words on a picture that can be looked at are measured on it") {
    Rect const screen{0, 0, 1920, 1080};
    Element const picture = ground_at(screen, PicturePaint{screen, {"media/a.svg", screen.size()}, {}, ink});
    // A copy of 480x270 is asked for: dark, but for its right half.
    Screenful pictures{{480, 270},
                       [](Point p) -> std::uint32_t { return p.x < 240 ? 0xFF202020 : 0xFFC0C0C0; }};
    CHECK(found({picture, words_at("lead", "Hello", row, paper)}, {}, &pictures) == "");
    CHECK(pictures.asked == Size{480, 270});
    CHECK(found({picture, words_at("lead", "Hello", row.moved(1000, 0), paper)}, {}, &pictures) ==
          "lead has a contrast of 1.8:1 (least 4.5:1) where #FFFFFF stands on #C0C0C0 in a.svg: “Hello”");
    // The last letter reaches into the bright half.
    CHECK(found({picture, words_at("lead", "Hello", {890, 100, 400, 36}, paper)}, {}, &pictures) ==
          "lead has a contrast of 1.8:1 (least 4.5:1) where #FFFFFF stands on #C0C0C0 in a.svg: “Hello”");
}

TEST_CASE("a scrim counts over the picture, and a clear pixel shows what is below") {
    Rect const screen{0, 0, 1920, 1080};
    Element const picture = ground_at(screen, PicturePaint{screen, {"media/a.svg", screen.size()}, {}, ink});
    Element scrim = ground_at(screen, Panel{.rect = screen, .fill = ink.with_alpha(0.6)});
    scrim.id = "scrim";
    Screenful pictures{{480, 270}, [](Point) -> std::uint32_t { return 0xFFC0C0C0; }};
    CHECK(found({picture, scrim, words_at("lead", "Hello", row, paper)}, {}, &pictures) == "");
    Screenful clear{{480, 270}, [](Point) -> std::uint32_t { return 0x00000000; }};
    CHECK(found({picture, words_at("lead", "Hello", row, ink)}, {}, &clear) == "");
}

TEST_CASE("a picture smaller than its place is looked at where it lies") {
    Rect const screen{0, 0, 1920, 1080};
    PicturePaint paint{screen, {"media/a.svg", screen.size()}, {}, ink};
    paint.key.fit = Fit::Contain;
    Screenful square{{270, 270},
                     [](Point) -> std::uint32_t { return 0xFF202020; }};  // 1080 px wide in the middle.
    CHECK(found({ground_at(screen, paint), words_at("lead", "Hello", row.moved(400, 0), paper)}, {},
                &square) == "");
    CHECK(found({ground_at(screen, paint), words_at("lead", "Hello", row, paper)}, {}, &square) ==
          "lead has a contrast of 1.0:1 (least 4.5:1) where #FFFFFF stands on #FFFFFF in a.svg: “Hello”");
}

TEST_CASE("a finding names the file that holds the words") {
    Catalog catalog = words();
    catalog.topics = {Topic{.id = "work",
                            .headline = LocalizedText{"Made here in Dalarna"},
                            .sections = {{.id = "growth", .title = LocalizedText{"Growing"}}}}};
    catalog.playlists = {
        Playlist{.id = "ours", .items = {Item{.id = "ours/3", .text = LocalizedText{"Come"}}}}};
    auto lines = [&](std::string const& text) {
        return found({words_at("lead", text, {1900, 100, 20, 36}, ink)}, {}, nullptr, catalog);
    };
    CHECK(lines("Made here\nin Dalarna").ends_with("; shorten key \"headline\" in media/pages/work.toml"));
    CHECK(
        lines("MADE HERE IN\u00A0DALARNA").ends_with("; shorten key \"headline\" in media/pages/work.toml"));
    CHECK(lines("Growing since 1878")
              .ends_with("; shorten section \"growth\", key \"title\" in media/pages/work.toml"));
    CHECK(lines("Come").ends_with("; shorten item 3, key \"text\" in playlists/ours/playlist.toml"));
    CHECK(lines("Start").ends_with("; shorten key \"bar.start\" in media/languages/en"));
    CHECK(lines("12.30").ends_with(": “12.30”"));
}

TEST_CASE("a shape counts where it is filled") {
    Rect const box{100, 90, 400, 60};
    std::vector<PointF> const corner{{100, 90}, {500, 90}, {500, 150}};
    Element shape = ground_at(box, ShapePaint{box, {{corner, true, ink, {}, 0}}});
    CHECK(found({shape, words_at("lead", "Hello", row.moved(300, 0))})
              .starts_with("lead has a contrast of 1.0:1"));
    CHECK(found({shape, words_at("lead", "Hello", row.moved(0, 20))}) == "");
}

TEST_CASE("what says nothing is found") {
    Element nameless = target_at("bar.back", {100, 100, 88, 88});
    nameless.name = "";
    CHECK(found({nameless}) == "bar.back has no name for speech");
    Element mute = words_at("lead", "Hello", row);
    mute.language = "";
    CHECK(found({mute}) == "lead is in the language “” on a screen in en");
    Element empty = words_at("lead", " ", row);
    empty.name = "Hello";
    CHECK(found({empty}) == "lead holds an empty text");
    CHECK(found({words_at("a", "Hello", row), words_at("a", "there", row.moved(0, 100))}) ==
          "a shares its id with another element");
}

TEST_CASE("keys, blanks and words of another language are found") {
    auto lines = [](std::string const& text) {
        Element element = words_at("lead", text, row);
        element.name = "Hello";
        return found({element});
    };
    CHECK(lines("bar.back") == "lead shows the key bar.back instead of its phrase");
    CHECK(lines("{seats} left") == "lead has a blank that was not filled in: “{seats} left”");
    CHECK(lines("Tillbaka") == "lead is not translated: “Tillbaka”");
    CHECK(lines("TILLBAKA") == "lead is not translated: “TILLBAKA”");
    CHECK(lines("Start") == "");
    CHECK(lines("Svenska") == "");
}

TEST_CASE("a notice may speak every language, each in its own words") {
    Scene scene{.size = {1920, 1080}, .screen = "notice", .language = "en"};
    auto lines = [&](std::string const& text, std::string const& language) {
        Element element = words_at("notice", text, row);
        element.language = language;
        scene.current = Layer{"notice", paper, {element}};
        std::string all;
        for (std::string const& finding : audit(scene, FixedRuler{}, words())) all += finding + "\n";
        return all;
    };
    CHECK(lines("Tillbaka", "sv") == "");
    CHECK(lines("Back", "sv") == "notice 1920x1080 en: notice is not translated: “Back”\n"
                                 "notice 1920x1080 en: notice is not translated: “Back”\n");
}

TEST_CASE("a picture shown twice is found") {
    Rect const one{0, 0, 400, 400}, two{500, 0, 300, 300};
    Element const first = ground_at(one, PicturePaint{one, {"media/a.svg", one.size()}, {}, ink});
    Element second = ground_at(two, PicturePaint{two, {"media/a.svg", two.size()}, {}, ink});
    second.id = "second";
    CHECK(found({first, second}) == "second shows a.svg, which is on this screen already");
}

TEST_CASE("a code that no camera reads is found") {
    auto code = [](int side, int modules) {
        Rect const rect{100, 100, side, side};
        return Element{
            "qr", Role::QrCode, "Scan", "en", rect, rect, {}, true, {QrPaint{rect, "x", modules, {}}}};
    };
    CHECK(found({code(164, 33)}) == "");
    CHECK(found({code(163, 33)}) == "qr has a QR code of 33 modules at 3 px each; a camera needs 4 px");
    CHECK(found({code(163, 0)}) == "qr has a QR code that holds nothing: its payload is too long");
    Element out = code(164, 33);
    out.rect = out.rect.inset(4);
    CHECK(found({out}) == "qr has a QR code that juts out, so its quiet zone is not sure");
}

TEST_CASE("a logo that is white on its white plate is found") {
    Rect const plate{0, 0, 160, 80};
    PicturePaint const logo{plate, {"logo.svg", plate.size(), Fit::Contain, {}}, {}, paper, true};
    Element const tab{"exhibitor", Role::Image, "Us",
                      "en",        plate,       plate,
                      {},          true,        {Panel{.rect = plate, .fill = paper}, logo}};
    Screenful pale({40, 20}, [](Point) { return 0xFFF4F4F4u; }), clear({40, 20}, [](Point) { return 0u; }),
        dark({40, 20}, [](Point p) { return p.x == 3 ? 0xFF1E4E79u : 0u; });
    CHECK(found({tab}, {}, &pale) == "exhibitor can't be seen: logo.svg is all but white and stands on "
                                     "white; use the logo for light grounds");
    CHECK(found({tab}, {}, &clear) != "");
    CHECK(found({tab}, {}, &dark) == "");
}

TEST_CASE("ornaments need no contrast") {
    Element mark = words_at("ornament", "?", row, Color::rgb(0xF0F0F0));
    CHECK(found({mark}) != "");
    mark.role = Role::Decoration;
    CHECK(found({mark}) == "");
}
