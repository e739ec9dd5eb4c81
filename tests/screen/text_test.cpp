#include "screen/text.h"

#include "screen/draw.h"

#include <doctest/doctest.h>

namespace kiosk {

namespace {

TextStyle const body{Face::Text, Weight::Regular, 34, 1.35, 0};
TextStyle const headline{Face::Headline, Weight::ExtraBold, 96, 1.05, 0};

/// The rows of a bitmap in which anything dark was drawn.
struct InkRows {
    int first = -1, last = -1;
};

InkRows ink_rows(Fonts const& fonts, TextPaint const& paint) {
    Bitmap page({paint.rect.right() + 20, paint.rect.bottom() + 60});
    CairoSurface surface = surface_on(page);
    Cairo cr{cairo_create(surface.get())};
    set_color(cr.get(), Color::rgb(0xFFFFFF));
    cairo_paint(cr.get());
    draw_text(cr.get(), fonts, paint);
    InkRows rows;
    for (int y = 0; y < page.size().h; ++y)
        for (int x = 0; x < page.size().w; ++x)
            if ((page.row(y)[x] & 0xFF) < 0x80) {
                if (rows.first < 0) rows.first = y;
                rows.last = y;
            }
    return rows;
}

}

TEST_CASE("The product's fonts are installed here") {
    Fonts fonts;
    CHECK(fonts.any());
    CHECK(fonts.missing().empty());
}

TEST_CASE("A missing font is named with its remedy") {
    Fonts fonts("/nowhere");
    CHECK_FALSE(fonts.any());
    REQUIRE(fonts.missing().size() == 3);
    CHECK(fonts.missing()[0]
          == "font Inter is not installed: run apt-get install fonts-inter; text is set in another font "
             "until then");
    CHECK(fonts.missing()[1]
          == "font Vollkorn is not installed: run apt-get install fonts-vollkorn; headlines are set in Inter "
             "until then");
}

TEST_CASE("Without any font nothing is measured and nothing falls over") {
    Fonts fonts("/nowhere");
    CHECK(PangoRuler(fonts).measure("Dalarna", body, 400, "sv").lines == 0);
    InkRows rows = ink_rows(fonts, {{10, 10, 300, 60}, "Dalarna", body, Color::rgb(0), Align::Left, "sv"});
    CHECK(rows.first == -1);
}

TEST_CASE("If only other fonts are there, they are used") {
    Fonts fonts("/usr/share/fonts/truetype/dejavu");
    CHECK(fonts.any());
    CHECK(fonts.missing().size() == 3);
    CHECK(PangoRuler(fonts).measure("Dalarna", body, 400, "sv").lines == 1);
}

TEST_CASE("Lines break at words and the height grows by the line height") {
    Fonts fonts;
    PangoRuler ruler(fonts);
    std::string const text = "Välj ett ämne. Du bestämmer takten, och du kan alltid gå tillbaka.";
    TextExtent one = ruler.measure(text, body, 4000, "sv");
    TextExtent three = ruler.measure(text, body, 450, "sv");
    CHECK(one.lines == 1);
    CHECK(three.lines == 3);
    CHECK(three.size.w <= 450);
    CHECK(three.size.h - one.size.h == 92);  // Two steps of 34 * 1.35, rounded.
    CHECK_FALSE(three.broken_word);
}

TEST_CASE("Text set at its measured width has the same lines") {
    Fonts fonts;
    PangoRuler ruler(fonts);
    for (int width : {200, 333, 471, 700}) {
        std::string const text = "Stål, kraft och maskiner som hela världen använder";
        TextExtent const asked = ruler.measure(text, body, width, "sv");
        CHECK(ruler.measure(text, body, asked.size.w, "sv").lines == asked.lines);
    }
}

TEST_CASE("Swedish letters are in the fonts and not wider than plain ones") {
    Fonts fonts;
    PangoRuler ruler(fonts);
    for (TextStyle const& style : {body, headline}) {
        auto width = [&](char const* text) { return ruler.measure(text, style, 2000, "sv").size.w; };
        CHECK(width("ÅÄÖåäö") == width("AAOaao"));
    }
}

TEST_CASE("Widths scale evenly with the size") {
    Fonts fonts;
    PangoRuler ruler(fonts);
    TextStyle twice = body;
    twice.px *= 2;
    int const single = ruler.measure("Stål, kraft och maskiner", body, 4000, "sv").size.w;
    int const both = ruler.measure("Stål, kraft och maskiner", twice, 4000, "sv").size.w;
    CHECK(std::abs(both - 2 * single) <= 2);
}

TEST_CASE("Markup is obeyed, and shown as it is written if it is broken") {
    Fonts fonts;
    PangoRuler ruler(fonts);
    auto width = [&](char const* markup) { return ruler.measure(markup, body, 4000, "sv").size.w; };
    CHECK(width("<b>takten</b>") > width("takten"));
    CHECK(width("a &amp; b") < width("a &amp b"));
    CHECK(width("<b>takten") > width("takten") * 3 / 2);
}

TEST_CASE("A soft hyphen is where a long word breaks") {
    Fonts fonts;
    PangoRuler ruler(fonts);
    TextExtent soft = ruler.measure("arbetsmarknads\u00ADutbildning", body, 300, "sv");
    CHECK(soft.lines == 2);
    CHECK_FALSE(soft.broken_word);
    TextExtent hard = ruler.measure("arbetsmarknadsutbildning", body, 300, "sv");
    CHECK(hard.lines == 2);
    CHECK(hard.broken_word);
    CHECK(ruler.measure("arbetsmarknads\u00ADutbildning", body, 4000, "sv").size.w
          == ruler.measure("arbetsmarknadsutbildning", body, 4000, "sv").size.w);
}

TEST_CASE("Explicit lines and no-break spaces hold") {
    Fonts fonts;
    PangoRuler ruler(fonts);
    CHECK(ruler.measure("en\ntvå", body, 4000, "sv").lines == 2);
    TextExtent held = ruler.measure("cirka 6\u00A0000", body, 140, "sv");
    CHECK(held.lines == 2);
    CHECK_FALSE(held.broken_word);
}

TEST_CASE("Tracking widens") {
    Fonts fonts;
    PangoRuler ruler(fonts);
    TextStyle wide = body;
    wide.tracking = 0.1;
    CHECK(ruler.measure("VÄLKOMMEN", wide, 4000, "sv").size.w
          >= ruler.measure("VÄLKOMMEN", body, 4000, "sv").size.w + 27);
}

TEST_CASE("Headline figures are lining") {
    Fonts fonts;
    auto rows = [&](char const* text) {
        return ink_rows(fonts, {{10, 10, 600, 140}, text, headline, Color::rgb(0), Align::Left, "sv"});
    };
    CHECK(rows("3").last <= rows("1").last + 3);
    CHECK(rows("0").first <= rows("6").first + 3);
}

TEST_CASE("What is drawn lies inside what was measured") {
    Fonts fonts;
    PangoRuler ruler(fonts);
    for (TextStyle const& style : {body, headline}) {
        TextExtent box = ruler.measure("ÅÄÖ\ngjpqy", style, 900, "sv");
        Rect const rect{20, 30, box.size.w, box.size.h};
        InkRows rows = ink_rows(fonts, {rect, "ÅÄÖ\ngjpqy", style, Color::rgb(0), Align::Left, "sv"});
        CHECK(rows.first >= rect.y);
        CHECK(rows.first <= rect.y + style.px / 3);
        CHECK(rows.last < rect.bottom());
    }
}

TEST_CASE("Baselines are a line height apart") {
    Fonts fonts;
    auto last = [&](char const* text) {
        return ink_rows(fonts, {{10, 10, 600, 300}, text, body, Color::rgb(0), Align::Left, "sv"}).last;
    };
    CHECK(last("H\nH") - last("H") == 46);
    CHECK(last("H\nH\nH") - last("H") == 92);
}

TEST_CASE("A thousand questions do not pile up and stay right") {
    Fonts fonts;
    PangoRuler ruler(fonts);
    TextExtent const first = ruler.measure("Dalarna 0", body, 900, "sv");
    for (int i = 1; i < 1200; ++i) (void)ruler.measure("Dalarna " + std::to_string(i), body, 900, "sv");
    CHECK(ruler.measure("Dalarna 0", body, 900, "sv").size == first.size);
}

}
