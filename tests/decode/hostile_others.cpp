#include "decode/encoders.h"
#include "decode/gif_files.h"
#include "decode/hostile.h"

namespace kiosk {

using namespace outcome;

namespace {

Bitmap halves() { return patches({40, 20}, {{red, blue}}); }

std::string small_frame() { return gif_frame({16, 16}, 2, lzw_zeros(256)); }

}

std::vector<HostileFile> hostile_gifs() {
    std::string const drawing = animated_gif(), start = gif_start(16);
    return {
        {"header only.gif", drawing.substr(0, 13), {cut_off, no_pixels}},
        {"half.gif", drawing.substr(0, drawing.size() / 4), {damaged, cut_off}},
        {"60000 a side.gif", gif_start(60000) + small_frame(), {too_many_pixels}},
        {"frame of 60000 a side.gif", start + gif_frame({60000, 60000}, 2, "x"), {too_many_pixels}},
        {"frame outside.gif",
         start + "," + times(4, "\xFF") + little(16, 2) + little(16, 2) + '\0' + "\2\1x" + '\0',
         {damaged, too_many_pixels, too_long}},
        {"64 million pixels.gif",
         gif_start(8000) + gif_frame({8000, 8000}, 2, lzw_zeros(64'000'000)),
         {shown, memory},
         true},
        {"a hundred thousand frames.gif", start + times(100'000, small_frame()), {shown}},
        {"a million extensions.gif",
         start + times(1'000'000, std::string("!\xFF\1x\0", 5)) + small_frame(),
         {shown}},
        {"codes of 200 bits.gif", start + gif_frame({16, 16}, 200, "xxxxxxxx"), {damaged, cut_off}},
        {"codes of a full table.gif",
         start +
             gif_frame({16, 20}, 2, "\x84\x8F\xFF\xCB\xED\x0F\xA3\x9C\xB4\xDA\x8B\xB3\xDE\xBC\xFA\xAF\x15"),
         {damaged, too_many_pixels}},
        {"no colours.gif",
         "GIF89a" + little(16, 2) + little(16, 2) + little(0, 3) + small_frame(),
         {damaged, shown}},
        {"codes of nothing.gif", start + gif_frame({16, 16}, 2, std::string(999, '\xFF')), {damaged, shown}},
    };
}

namespace {

struct BmpHeader {
    std::uint32_t w = 16, h = 16, bits = 24, packing = 0, colours = 0, data_at = 54;
};

std::string bmp_of(BmpHeader const& header, std::string const& data) {
    return "BM" + little(99, 4) + little(0, 4) + little(header.data_at, 4) + little(40, 4) +
           little(header.w, 4) + little(header.h, 4) + little(1, 2) + little(header.bits, 2) +
           little(header.packing, 4) + little(0, 12) + little(header.colours, 4) + little(0, 4) + data;
}

}

std::vector<HostileFile> hostile_bmps() {
    std::string const drawing = bmp(halves()), grey(1024, '\x7F'), pixels(1000, '\x7F');
    constexpr std::uint32_t run_lengths = 1;
    return {
        {"header only.bmp", drawing.substr(0, 54), {damaged, cut_off}},
        {"half.bmp", drawing.substr(0, drawing.size() / 2), {damaged, cut_off}},
        {"lowest height.bmp", bmp_of({.h = 0x80000000}, pixels), {too_many_pixels}},
        {"widest.bmp", bmp_of({.w = 0xFFFFFFFF}, pixels), {too_many_pixels}},
        {"no height.bmp", bmp_of({.h = 0}, pixels), {no_pixels}},
        {"upside down.bmp", bmp_of({.h = std::uint32_t(-16)}, pixels), {shown}},
        {"no bits.bmp", bmp_of({.bits = 0}, pixels), {damaged}},
        {"33 bits.bmp", bmp_of({.bits = 33}, pixels), {damaged}},
        {"unknown packing.bmp", bmp_of({.packing = 77}, pixels), {damaged, shown}},
        {"four billion colours.bmp",
         bmp_of({.bits = 8, .colours = 0xFFFFFFFF}, grey + pixels),
         {damaged, shown}},
        {"data past the end.bmp", bmp_of({.data_at = 0x7FFFFFFF}, pixels), {damaged}},
        {"runs past the end.bmp",
         bmp_of({.bits = 8, .packing = run_lengths, .data_at = 1078}, grey + times(500, "\xFF\x01")),
         {damaged, shown}},
        {"64 million pixels.bmp", bmp_of({.w = 8000, .h = 8000}, pixels), {damaged, memory}, true},
    };
}

std::vector<HostileFile> hostile_others() {
    std::string const photo = jpeg(halves()), document = pdf({{"/MediaBox[0 0 30 10]", "0 0 9 9 re f"}});
    std::string const hidden = "\xFF\xFE" + big(std::uint32_t(document.size() + 2), 2) + document;
    return {
        {"empty.jpg", "", {"is empty"}},
        {"one byte.jpg", "\xFF", {"is a text file"}},
        {"zeros.png", std::string(1'000'000, '\0'), {"is not a picture of a known kind"}},
        {"a drawing called photo.jpg", png(halves()), {shown}},
        {"a photo called document.pdf", photo, {shown}},
        {"a document called photo.jpg", document, {shown}},
        {"a program.png",
         "\x7F"
         "ELF" +
             std::string(100, '\2'),
         {"is not a picture of a known kind"}},
        {"a web page.svg", "<html><svg xmlns='http://www.w3.org/2000/svg'/></html>", {"is a text file"}},
        {"a script.svg", "#!/bin/sh\necho '<svg/>'\n", {"is a text file"}},
        {"a photo with a document in it.jpg", photo.substr(0, 2) + hidden + photo.substr(2), {shown}},
        {"a document with a photo behind.pdf", document + photo, {shown}},
        {"an archive behind a photo.jpg", photo + "PK\x03\x04" + std::string(100, 'x'), {shown}},
        {"packed.svgz", "\x1F\x8B\x08" + packed_zeros(1), {"is compressed with gzip"}},
    };
}

}
