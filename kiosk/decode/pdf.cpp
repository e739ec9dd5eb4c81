#include "base/utf8.h"
#include "decode/decoders.h"
#include "decode/fonts.h"
#include "decode/headers.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include <poppler-document.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

namespace kiosk {

namespace {

/// What of a page is shown, from the upper left corner of what the library draws; points.
struct Sheet {
    double left = 0, top = 0, w = 0, h = 0;
};

struct Margins {
    double left = 0, top = 0, right = 0, bottom = 0;
};

/// The margins of the page in the file's own sense, after the page is turned as the file wants it.
Margins turned(Margins m, poppler::page::orientation_enum orientation) {
    switch (orientation) {
    case poppler::page::landscape:
        return {m.bottom, m.left, m.top, m.right};
    case poppler::page::upside_down:
        return {m.right, m.bottom, m.left, m.top};
    case poppler::page::seascape:
        return {m.top, m.right, m.bottom, m.left};
    default:
        return m;
    }
}

bool lies_on_side(poppler::page::orientation_enum orientation) {
    return orientation == poppler::page::landscape || orientation == poppler::page::seascape;
}

/// The page as it is after trimming: files for print have bleed and crop marks around it.
Sheet sheet_of(poppler::page const& page) {
    poppler::rectf all = page.page_rect(poppler::crop_box), kept = page.page_rect(poppler::trim_box);
    bool is_inside = kept.left() >= all.left() && kept.right() <= all.right() && kept.top() >= all.top() &&
                     kept.bottom() <= all.bottom();
    bool is_most = kept.width() > all.width() / 2 && kept.height() > all.height() / 2;
    if (!is_inside || !is_most) kept = all;
    // In the file y goes upwards, so its "bottom" is the larger y.
    Margins cut = turned({kept.left() - all.left(), all.bottom() - kept.bottom(), all.right() - kept.right(),
                          kept.top() - all.top()},
                         page.orientation());
    Sheet sheet{cut.left, cut.top, kept.width(), kept.height()};
    if (lies_on_side(page.orientation())) std::swap(sheet.w, sheet.h);
    return sheet;
}

Error unreadable() { return {Kind::Malformed, "is a damaged PDF document: export it again"}; }

/// Readers set a font that a document lacks in another, but then it looks like something else, and a logo
/// must not.
Status check_fonts(poppler::document const& document, int page) {
    std::unique_ptr<poppler::font_iterator> fonts{document.create_font_iterator(page)};
    if (!fonts || !fonts->has_next()) return {};
    for (poppler::font_info const& font : fonts->next()) {
        if (font.is_embedded() || has_substitute(font.name())) continue;
        return Error{Kind::Refused, "is a PDF document that uses the font " + shown_safely(font.name()) +
                                        " but does not hold it: export it again with all fonts embedded"};
    }
    return {};
}

Result<std::unique_ptr<poppler::document>> open(PictureBytes bytes) {
    poppler::set_debug_error_function([](std::string const&, void*) {}, nullptr);
    std::unique_ptr<poppler::document> document{poppler::document::load_from_raw_data(
        reinterpret_cast<char const*>(bytes.data()), int(bytes.size()))};
    if (!document) return unreadable();
    if (document->is_locked()) {
        return Error{Kind::Refused, "is a PDF document with a password: export it again without one"};
    }
    int const pages = document->pages();
    if (pages < 1) return unreadable();
    if (pages > most_pages) {
        return Error{Kind::Refused, "has " + std::to_string(pages) + " pages; at most " +
                                        std::to_string(most_pages) + " are shown: export fewer"};
    }
    return document;
}

/// Drawn at the size shown, on white paper.
Result<Bitmap> render(poppler::page const& page, Sheet const& sheet, Excerpt const& part) {
    poppler::page_renderer renderer;
    renderer.set_render_hints(poppler::page_renderer::antialiasing |
                              poppler::page_renderer::text_antialiasing);
    renderer.set_image_format(poppler::image::format_argb32);
    double across = part.shown.w / part.w, down = part.shown.h / part.h;
    constexpr double points_an_inch = 72;
    auto pixels = [](double length) { return int(std::lround(length)); };
    poppler::image image = renderer.render_page(
        &page, across * points_an_inch, down * points_an_inch, pixels((sheet.left + part.x) * across),
        pixels((sheet.top + part.y) * down), part.shown.w, part.shown.h);
    if (!image.is_valid() || image.width() != part.shown.w || image.height() != part.shown.h) {
        return unreadable();
    }
    Bitmap bitmap{part.shown};
    for (int y = 0; y < part.shown.h; ++y) {
        std::memcpy(bitmap.row(y), image.const_data() + std::ptrdiff_t(y) * image.bytes_per_row(),
                    std::size_t(part.shown.w) * 4);
    }
    return bitmap;
}

}

Result<Inspection> inspect_pdf(PictureBytes bytes) {
    auto document = open(bytes);
    if (!document) return document.error();
    std::unique_ptr<poppler::page> first{(*document)->create_page(0)};
    if (!first) return unreadable();
    Sheet sheet = sheet_of(*first);
    return Inspection{.format = Format::Pdf,
                      .size = {whole_units(sheet.w), whole_units(sheet.h)},
                      .pages = (*document)->pages(),
                      .scalable = true};
}

Result<Bitmap> decode_pdf(PictureBytes bytes, Framing const& framing, int number) {
    auto document = open(bytes);
    if (!document) return document.error();
    int const pages = (*document)->pages();
    if (number < 0 || number >= pages) return no_such_page(number, pages);
    if (Status fonts = check_fonts(**document, number); !fonts) return fonts.error();
    std::unique_ptr<poppler::page> page{(*document)->create_page(number)};
    if (!page) return unreadable();
    Sheet sheet = sheet_of(*page);
    if (!(sheet.w > 0) || !(sheet.h > 0)) return unreadable();
    return render(*page, sheet, excerpt(sheet.w, sheet.h, framing));
}

// What poppler reads from its own files it forgets with the last document, so this one stays.
void warm_up_pdf() {
    static constexpr std::string_view example = R"pdf(%PDF-1.4
1 0 obj <</Type/Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type/Pages /Kids[3 0 R] /Count 1>> endobj
3 0 obj <</Type/Page /Parent 2 0 R /MediaBox[0 0 9 9] /Contents 4 0 R
/Resources<</Font<</F <</Type/Font /Subtype/Type1 /BaseFont/Helvetica>> >> >> >> endobj
4 0 obj <</Length 21>> stream
BT /F 9 Tf (a) Tj ET
endstream endobj
trailer <</Root 1 0 R /Size 5>>)pdf";
    static auto const document =
        open({reinterpret_cast<std::uint8_t const*>(example.data()), example.size()});
    if (!document) return;
    std::unique_ptr<poppler::page> page{(*document)->create_page(0)};
    if (page) (void)render(*page, {0, 0, 9, 9}, {0, 0, 9, 9, {9, 9}}).has_value();
}

}
