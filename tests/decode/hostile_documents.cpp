#include "decode/encoders.h"
#include "decode/hostile.h"

namespace kiosk {

using namespace outcome;

namespace {

std::string svg(std::string const& content, std::string const& keys = "viewBox='0 0 100 100'") {
    return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' " + keys +
           ">" + content + "</svg>";
}

/// "a" to "j", each ten times the one before.
std::string laughs() {
    std::string entities = "<!ENTITY a 'ha'>";
    for (char name = 'b'; name <= 'j'; ++name) {
        entities += std::string{"<!ENTITY "} + name + " '" +
                    times(10, std::string{"&"} + char(name - 1) + ";") + "'>";
    }
    return "<!DOCTYPE svg [" + entities + "]>" + svg("<desc>&j;</desc>");
}

std::string multiplied_uses() {
    std::string groups = "<g id='g0'><path d='M0 0h9v9z'/></g>";
    for (int i = 1; i < 12; ++i) {
        std::string use = "<use xlink:href='#g" + std::to_string(i - 1) + "'/>";
        groups += "<g id='g" + std::to_string(i) + "'>" + times(10, use) + "</g>";
    }
    return svg(groups);
}

std::string filtered(std::string const& effects) {
    return svg("<filter id='f' x='-10' y='-10' width='21' height='21'>" + effects +
               "</filter><rect width='100' height='100' filter='url(#f)'/>");
}

std::string painted_with_itself() {
    return svg("<pattern id='p' width='1' height='1' patternUnits='userSpaceOnUse'>"
               "<rect width='9' height='9' fill='url(#p)'/></pattern><rect width='100' height='100' "
               "fill='url(#p)'/>");
}

std::string base64(std::string const& bytes) {
    static constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i + 2 < bytes.size(); i += 3) {
        auto byte = [&](std::size_t at) { return std::uint32_t(std::uint8_t(bytes[at])); };
        std::uint32_t group = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
        for (int shift : {18, 12, 6, 0}) text += letters[group >> shift & 63];
    }
    return text;
}

std::string with_picture(std::string const& address) {
    return svg("<image width='100' height='100' xlink:href='" + address + "'/>");
}

/// A picture within, with a comment as drawing programs leave it.
std::string with_commented_picture() {
    std::string const picture = png_with(patches({40, 20}, {{red, blue}}), {.comment = "\xC5sa"});
    return with_picture("data:image/png;base64," + base64(picture));
}

/// A picture within, of a size that only its header claims.
std::string with_huge_picture() {
    std::string picture = png(patches({40, 20}, {{red, blue}}));
    picture.replace(16, 8, big(30000, 4) + big(30000, 4));
    return with_picture("data:image/png;base64," + base64(picture));
}

std::vector<HostileFile> drawings_that_lead_out() {
    std::string const entity = "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>";
    return {
        {"a file as an entity.svg", entity + svg("<desc>&x;</desc>"), {shown, bad_svg}},
        {"a file as a picture.svg", with_picture("file:///etc/passwd"), {shown}},
        {"a device as a picture.svg", with_picture("/dev/zero"), {shown}},
        {"a page as a picture.svg", with_picture("http://127.0.0.1:1/x.png"), {shown}},
        {"a file as a style.svg", svg("<style>@import url(file:///etc/passwd);</style>"), {shown}},
        {"a style sheet.svg", "<?xml-stylesheet href='file:///etc/passwd'?>" + svg(""), {shown}},
        {"a file within.svg",
         svg("<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='/etc/passwd' parse='text'/>"),
         {shown}},
        {"a picture with a comment.svg", with_commented_picture(), {shown}},
        {"a script.svg", svg("<script>while(1);</script>", "onload='while(1);'"), {shown}},
        {"words as an entity.svg",
         "<!DOCTYPE svg [<!ENTITY x '<te"
         "xt y=\"50\">words</te"
         "xt>'>]>" +
             svg("&x;"),
         {"is an SVG drawing with text", shown, bad_svg}},
    };
}

std::vector<HostileFile> drawings_without_end() {
    std::string const dashes = "<path d='M0 0L1e9 1e9' stroke='red' stroke-dasharray='1e-3'/>";
    return {
        {"billion laughs.svg", laughs(), {bad_svg}},
        {"uses of uses.svg", multiplied_uses(), {bad_svg, slow}},
        {"use of itself.svg", svg("<g id='g'><use xlink:href='#g'/></g>"), {shown, bad_svg}},
        {"a pattern of itself.svg", painted_with_itself(), {shown, bad_svg}},
        {"a mask of itself.svg",
         svg("<mask id='m' mask='url(#m)'><rect width='9' height='9' mask='url(#m)'/></mask><rect width='99' "
             "height='99' mask='url(#m)'/>"),
         {shown, bad_svg}},
        {"a wide blur.svg", filtered("<feGaussianBlur stdDeviation='1e9'/>"), {shown, slow}},
        {"endless turbulence.svg",
         filtered("<feTurbulence baseFrequency='9' numOctaves='999999999'/>"),
         {shown, slow},
         true},
        {"a wide smear.svg", filtered("<feMorphology operator='dilate' radius='1e9'/>"), {shown, slow}, true},
        {"twenty effects.svg",
         filtered(times(20, "<feGaussianBlur stdDeviation='20'/>")),
         {shown, slow},
         true},
        {"endless dashes.svg", svg(dashes), {shown, slow, memory, ended}, true},
        {"a million groups.svg", svg(times(1'000'000, "<g>")), {bad_svg}},
        {"groups in groups.svg",
         svg(times(100'000, "<g>") + times(100'000, "</g>")),
         {bad_svg, shown, ended},
         true},
        {"half a million curves.svg",
         svg("<path d='M0 0" + times(500'000, "c9 9 8-8 1 1") + "'/>"),
         {shown, slow, memory},
         true},
        {"no end of width.svg", svg("<path d='M0 0h9v9z'/>", "width='1e30' height='1e30'"), {shown, bad_svg}},
        {"a size that is none.svg", svg("", "width='NaN' height='-5' viewBox='0 0 0 inf'"), {shown, bad_svg}},
        {"a huge picture within.svg", with_huge_picture(), {shown, bad_svg}, true},
        {"cut off.svg", svg("<path d='M0 0h9v9z'/>").substr(0, 100), {bad_svg}},
        {"not closed.svg", "<svg xmlns='http://www.w3.org/2000/svg'", {bad_svg}},
    };
}

}

std::vector<HostileFile> hostile_svgs() {
    std::vector<HostileFile> files = drawings_that_lead_out();
    for (HostileFile& file : drawings_without_end()) files.push_back(std::move(file));
    return files;
}

namespace {

std::string object(int number, std::string const& content) {
    return std::to_string(number) + " 0 obj " + content + " endobj\n";
}

std::string stream(int number, std::string const& keys, std::string const& bytes) {
    return object(number, "<<" + keys + "/Length " + std::to_string(bytes.size()) + ">> stream\n" + bytes +
                              "\nendstream");
}

constexpr std::string_view sheet = "/MediaBox[0 0 30 10]";

std::string page_of(std::string const& keys, std::string const& content, std::string const& objects = "") {
    return pdf({{std::string{sheet} + keys, content}}, objects);
}

/// A page that draws object 50, a picture of these keys.
std::string with_image(std::string const& keys, std::string const& bytes) {
    return page_of(
        "/Resources<</XObject<</I 50 0 R>> >>", "30 0 0 10 0 0 cm /I Do",
        stream(50, "/Type/XObject/Subtype/Image/ColorSpace/DeviceRGB/BitsPerComponent 8" + keys, bytes));
}

std::string with_form(std::string const& content) {
    return page_of("/Resources<</XObject<</F 50 0 R>> >>", "/F Do",
                   stream(50,
                          "/Type/XObject/Subtype/Form/BBox[0 0 30 10]/Resources<</XObject<</F 50 0 R>> >>",
                          content));
}

std::string with_pattern(std::string const& keys, std::string const& content) {
    return page_of(
        "/Resources<</Pattern<</P 50 0 R>> >>", "/Pattern cs /P scn 0 0 30 10 re f",
        stream(50,
               "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/Resources<</Pattern<</P 50 0 R>> >>" +
                   keys,
               content));
}

/// A file with a table of its objects, which says that there is one more before it.
std::string looped_tables() {
    return "%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer <</Size 1/Prev 9>>\nstartxref\n9\n%%EOF";
}

std::string encrypted() {
    std::string file = page_of("", "");
    std::string lock = "/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O<" + times(64, "41") + ">/U<" +
                       times(64, "42") + ">>>/ID[<41><41>]";
    return file.insert(file.rfind("/Size"), lock.substr(0));
}

std::string huge_photo() {
    std::string file = jpeg(patches({40, 20}, {{red}}));
    return file.replace(file.find("\xFF\xC0") + 5, 4, big(60000, 2) + big(60000, 2));
}

std::vector<HostileFile> documents_that_lie() {
    std::string const document = page_of("", "0 0 9 9 re f");
    return {
        {"signature only.pdf", document.substr(0, 9), {bad_pdf}},
        {"half.pdf", document.substr(0, document.size() / 2), {bad_pdf}},
        {"last line missing.pdf", document.substr(0, document.rfind("trailer")), {bad_pdf, shown}},
        {"a sheet of a billion points.pdf", pdf({{"/MediaBox[0 0 1e9 1e9]", "0 0 5e8 5e8 re f"}}), {shown}},
        {"a sheet one billion long.pdf", pdf({{"/MediaBox[0 0 1 1e9]", ""}}), {shown}},
        {"a sheet of nothing.pdf", pdf({{"/MediaBox[0 0 0 0]", ""}}), {bad_pdf, shown}},
        {"a sheet turned inside out.pdf", pdf({{"/MediaBox[30 10 0 0]", ""}}), {shown}},
        {"a sheet beyond numbers.pdf", pdf({{"/MediaBox[-1e39 -1e39 1e39 1e39]", ""}}), {bad_pdf, shown}},
        {"a sheet of words.pdf", pdf({{"/MediaBox[/A(b)<<>>[]]", ""}}), {bad_pdf, shown}},
        {"tables in a circle.pdf", looped_tables(), {bad_pdf}},
        {"pages in a circle.pdf",
         "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[2 0 R]/Count "
         "1>> endobj\ntrailer <</Root 1 0 R>>",
         {bad_pdf, shown}},
        {"two billion pages.pdf",
         "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[]/Count "
         "2147483647>> endobj\ntrailer <</Root 1 0 R>>",
         {bad_pdf, shown}},
        {"five thousand pages.pdf",
         pdf(std::vector<PdfPage>(5000, {std::string{sheet}, "0 0 9 9 re f"})),
         {"at most 1000 are shown"}},
        {"with a password.pdf", encrypted(), {"with a password", bad_pdf}},
        {"a program.pdf", page_of("/AA<</O<</S/JavaScript/JS(while(1\\);)>> >>", ""), {shown}},
        {"starts a program.pdf", page_of("/AA<</O<</S/Launch/F(/bin/sh)>> >>", ""), {shown}},
        {"a file within.pdf", with_image("/Width 9/Height 9/F(/etc/passwd)", ""), {shown, bad_pdf}},
    };
}

std::vector<HostileFile> documents_without_end() {
    std::string const zeros = packed_zeros(1024), tiny_steps = "/BBox[0 0 9 9]/XStep 1e-4/YStep 1e-4",
                      size = "/Width 5000/Height 5000";
    return {
        {"a form of itself.pdf", with_form("/F Do /F Do"), {shown, bad_pdf, slow}},
        {"a pattern of itself.pdf",
         with_pattern("/BBox[0 0 9 9]/XStep 9/YStep 9", "/Pattern cs /P scn 0 0 9 9 re f"),
         {shown, bad_pdf, slow}},
        {"a pattern of tiny steps.pdf",
         with_pattern(tiny_steps, "0 0 9 9 re f"),
         {shown, slow, memory, ended},
         true},
        {"a gigabyte of zeros.pdf", page_of("", "", stream(50, "/Filter/FlateDecode", zeros)), {shown}},
        {"a gigabyte drawn.pdf",
         with_image("/Width 9/Height 9/Filter/FlateDecode", zeros),
         {shown, slow},
         true},
        {"3600 million pixels.pdf",
         with_image("/Width 60000/Height 60000/Filter/FlateDecode", zeros),
         {shown, slow, memory, bad_pdf},
         true},
        {"arrays in arrays.pdf", page_of("", times(200'000, "[")), {shown, bad_pdf, ended}, true},
        {"saved and saved.pdf",
         page_of("", times(500'000, "q 2 0 0 2 0 0 cm ")),
         {shown, slow, memory, ended},
         true},
        {"a million squares.pdf", page_of("", times(1'000'000, "0 0 30 10 re f ")), {shown, slow}, true},
        {"jbig2 rubbish.pdf",
         with_image(size + "/Filter/JBIG2Decode", std::string(999, '\x30')),
         {shown, memory, bad_pdf, slow, ended},
         true},
        {"jpeg 2000 rubbish.pdf",
         with_image(size + "/Filter/JPXDecode",
                    big(12, 4) + "jP  \r\n\x87\n" + big(20, 4) + "ftypjp2 " + std::string(99, 'x')),
         {shown, bad_pdf},
         true},
        {"jpeg 2000 of two billion a side.pdf",
         with_image("/Filter/JPXDecode", "\xFF\x4F\xFF\x51" + big(41, 2) + big(0, 2) + big(0x7FFFFFFF, 4) +
                                             big(0x7FFFFFFF, 4) + big(0, 8) + big(0x7FFFFFFF, 4) +
                                             big(0x7FFFFFFF, 4) + big(0, 8) + big(1, 2) + "\7\1\1" +
                                             std::string(99, '\0')),
         {shown, bad_pdf, memory},
         true},
        {"fax rubbish.pdf",
         with_image(size + "/Filter/CCITTFaxDecode", std::string(999, '\x35')),
         {shown, memory, bad_pdf, slow},
         true},
        {"a photo of 60000 a side.pdf",
         with_image(size + "/Filter/DCTDecode", huge_photo()),
         {shown, memory, slow},
         true},
    };
}

}

std::vector<HostileFile> hostile_pdfs() {
    std::vector<HostileFile> files = documents_that_lie();
    for (HostileFile& file : documents_without_end()) files.push_back(std::move(file));
    return files;
}

}
