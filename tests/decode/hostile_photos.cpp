#include "decode/encoders.h"
#include "decode/hostile.h"

#include <algorithm>

#include <zlib.h>

namespace kiosk {

using namespace outcome;

bool is_allowed(HostileFile const& file, std::string_view said) {
    return std::ranges::any_of(file.outcomes,
                               [&](std::string_view outcome) { return said.find(outcome) != said.npos; });
}

std::string times(int count, std::string_view text) {
    std::string all;
    for (int i = 0; i < count; ++i) all += text;
    return all;
}

std::string packed_zeros(int megabytes) {
    z_stream packer{};
    deflateInit(&packer, 9);
    std::string zeros(1 << 20, '\0'), start(1 << 12, '\0'), more = start;
    auto pack = [&](std::string& to) {
        packer.next_in = reinterpret_cast<Bytef*>(zeros.data());
        packer.avail_in = uInt(zeros.size());
        packer.next_out = reinterpret_cast<Bytef*>(to.data());
        packer.avail_out = uInt(to.size());
        deflate(&packer, Z_FULL_FLUSH);
        to.resize(to.size() - packer.avail_out);
    };
    pack(start);
    // After a full flush every megabyte looks the same, whatever stands before it.
    pack(more);
    deflateEnd(&packer);
    std::string const last_block{"\1\0\0\xFF\xFF", 5};
    std::uint32_t const bytes = std::uint32_t(megabytes) << 20, sum = bytes % 65521 << 16 | 1;
    return start + times(megabytes - 1, more) + last_block + big(sum, 4);
}

namespace {

/// No two pixels alike, so that the file is long.
Bitmap noise(Size size) {
    Bitmap bitmap{size};
    std::uint32_t state = 1;
    for (int y = 0; y < size.h; ++y) {
        for (int x = 0; x < size.w; ++x) {
            state = state * 1664525 + 1013904223;
            bitmap.row(y)[x] = 0xFF000000 | state >> 8;
        }
    }
    return bitmap;
}

Bitmap halves() { return patches({40, 20}, {{red, blue}}); }

/// The file with other bytes where `mark` stands, `offset` further on.
std::string with(std::string file, std::string_view mark, int offset, std::string_view bytes) {
    auto at = file.find(mark);
    return at == file.npos ? "" : file.replace(at + std::size_t(offset), bytes.size(), bytes);
}

std::string segment(std::string_view marker, std::string const& content) {
    return std::string{marker} + big(std::uint32_t(content.size() + 2), 2) + content;
}

std::string after_start(std::string const& jpeg, std::string const& segments) {
    return jpeg.substr(0, 2) + segments + jpeg.substr(2);
}

/// A directory of one entry that goes on with itself.
std::string exif_loop() {
    return std::string{"Exif\0\0II", 8} + little(42, 2) + little(8, 4) + little(1, 2) + little(0x8769, 2) +
           little(4, 2) + little(1, 4) + little(8, 4) + little(8, 4);
}

/// A photo that goes on refining itself: the last scan again and again.
std::string scan_bomb() {
    std::string file = with(jpeg(halves(), true), "\xFF\xC2", 5, big(3000, 2) + big(4000, 2));
    auto last = file.rfind("\xFF\xDA");
    std::string scan = file.substr(last, file.size() - 2 - last);
    return file.substr(0, file.size() - 2) + times(5000, scan) + "\xFF\xD9";
}

std::string many_profile_parts() {
    std::string parts;
    for (int i = 1; i <= 255; ++i) {
        parts += segment("\xFF\xE2",
                         std::string{"ICC_PROFILE\0", 12} + char(i) + '\xFF' + std::string(65000, char(i)));
    }
    return parts;
}

}

std::vector<HostileFile> hostile_jpegs() {
    std::string const photo = jpeg(noise({400, 300})), plain = jpeg(halves());
    constexpr std::string_view frame = "\xFF\xC0", scan = "\xFF\xDA", huffman = "\xFF\xC4";
    return {
        {"three bytes.jpg", photo.substr(0, 3), {cut_off}},
        {"header only.jpg", photo.substr(0, photo.find(scan)), {cut_off, damaged}},
        {"half.jpg", photo.substr(0, photo.size() / 2), {cut_off}},
        {"last byte missing.jpg", photo.substr(0, photo.size() - 1), {cut_off, shown}},
        {"65535 a side.jpg", with(plain, frame, 5, big(0xFFFFFFFF, 4)), {damaged}},
        {"60000 a side.jpg", with(plain, frame, 5, big(60000, 2) + big(60000, 2)), {too_many_pixels}},
        {"no size.jpg", with(plain, frame, 5, big(0, 4)), {damaged, cut_off, no_pixels}},
        {"larger than its data.jpg", with(plain, frame, 5, big(8000, 2) + big(8000, 2)), {damaged, cut_off}},
        {"two hundred components.jpg", with(plain, frame, 9, "\xC8"), {damaged}},
        {"segment of length 0.jpg", with(plain, huffman, 2, big(0, 2)), {damaged, cut_off}},
        {"segment past the end.jpg", with(plain, huffman, 2, big(0xFFFF, 2)), {damaged, cut_off}},
        {"impossible codes.jpg", with(plain, huffman, 5, times(16, "\xFF")), {damaged}},
        {"scan bomb.jpg", scan_bomb(), {damaged, slow}, true},
        {"exif loop.jpg", after_start(plain, segment("\xFF\xE1", exif_loop())), {shown}},
        {"two million segments.jpg", after_start(plain, times(2'000'000, segment("\xFF\xEF", ""))), {shown}},
        {"profile of rubbish.jpg", with_profile(plain, std::string(9999, 'x')), {shown}},
        {"profile of 16 MB.jpg", after_start(plain, many_profile_parts()), {shown}},
        {"print profile on a photo.jpg", with_profile(plain, print_profile()), {shown}},
        {"photo profile on inks.jpg", with_profile(cmyk_jpeg(halves()), p3_profile()), {shown}},
        {"rubbish behind.jpg", plain + std::string(10'000'000, '\xFF'), {shown}},
    };
}

namespace {

std::string chunk(std::string const& name, std::string const& content) {
    std::string whole = name + content;
    auto sum = std::uint32_t(crc32(0, reinterpret_cast<Bytef const*>(whole.data()), uInt(whole.size())));
    return big(std::uint32_t(content.size()), 4) + whole + big(sum, 4);
}

struct Header {
    std::uint32_t w = 16, h = 16;
    int bits = 8, colour_type = 2, interlacing = 0;
};

/// A PNG of these chunks.
std::string png_of(Header const& header, std::string const& chunks) {
    return "\x89PNG\r\n\x1A\n" +
           chunk("IHDR", big(header.w, 4) + big(header.h, 4) + char(header.bits) + char(header.colour_type) +
                             big(0, 2) + char(header.interlacing)) +
           chunks + chunk("IEND", "");
}

std::string data(int megabytes) { return chunk("IDAT", packed_zeros(megabytes)); }

std::string packed_text(int megabytes) {
    return chunk("zTXt", std::string{"Comment\0\0", 9} + packed_zeros(megabytes));
}

}

std::vector<HostileFile> hostile_pngs() {
    std::string const drawing = png_with(noise({400, 300}), {});
    constexpr int palette = 3, with_alpha = 6;
    return {
        {"signature only.png", drawing.substr(0, 8), {cut_off}},
        {"header only.png", drawing.substr(0, 33), {cut_off}},
        {"half.png", drawing.substr(0, drawing.size() / 2), {cut_off}},
        {"60000 a side.png", png_of({60000, 60000}, data(1)), {too_many_pixels}},
        {"two billion wide.png", png_of({0x7FFFFFFF, 1}, data(1)), {too_many_pixels}},
        {"20000 wide.png", png_of({20000, 10}, data(1)), {too_long}},
        {"no width.png", png_of({0, 10}, data(1)), {no_pixels}},
        {"3 bits.png", png_of({16, 16, 3}, data(1)), {damaged}},
        {"no palette.png", png_of({16, 16, 8, palette}, data(1)), {damaged}},
        {"wrong checksum.png", with(drawing, "IDAT", 20, "\1\2\3\4"), {damaged}},
        {"chunk past the end.png", with(drawing, "IDAT", -4, big(0x7FFFFFFF, 4)), {cut_off, damaged}},
        {"not packed.png", png_of({}, chunk("IDAT", std::string(999, 'x'))), {damaged}},
        {"no data.png", png_of({}, ""), {damaged, cut_off}},
        {"too little data.png", png_of({4000, 4000}, data(1)), {damaged, cut_off}},
        {"half a gigabyte in 16 pixels.png", png_of({}, data(512)), {shown, damaged}, true},
        {"half a gigabyte of pixels.png",
         png_of({8000, 8000, 16, with_alpha}, data(512)),
         {shown, slow},
         true},
        {"the same, interlaced.png",
         png_of({8000, 8000, 16, with_alpha, 1}, data(640)),
         {shown, memory, slow},
         true},
        {"a gigabyte of comment.png", png_of({}, packed_text(1024) + data(1)), {shown}, true},
        {"a hundred comments.png", png_of({}, times(100, packed_text(64)) + data(1)), {shown}, true},
        {"a gigabyte of profile.png",
         png_of({}, chunk("iCCP", std::string{"p\0\0", 3} + packed_zeros(1024)) + data(1)),
         {shown},
         true},
        {"half a million chunks.png", png_of({}, times(500'000, chunk("tEXt", "a")) + data(1)), {shown}},
        {"exif loop.png", png_of({}, chunk("eXIf", exif_loop().substr(6)) + data(1)), {shown}},
    };
}

std::vector<HostileFile> hostile_webps() {
    std::string const drawing = webp_with(noise({400, 300})), plain = webp_with(halves());
    auto riff = [](std::string const& chunks) {
        return "RIFF" + little(std::uint32_t(chunks.size() + 4), 4) + "WEBP" + chunks;
    };
    auto part = [](std::string const& name, std::string const& content) {
        return name + little(std::uint32_t(content.size()), 4) + content + (content.size() % 2 ? "x" : "");
    };
    std::string const lossless = plain.substr(12),
                      huge_canvas = part("VP8X", little(0, 4) + times(6, "\xFF"));
    std::string const empty_frame = part("ANMF", std::string(16, '\0'));
    std::string const animation =
        part("VP8X", little(2, 4) + little(15, 3) + little(15, 3)) + part("ANIM", std::string(6, '\0'));
    return {
        {"header only.webp", drawing.substr(0, 30), {cut_off, damaged}},
        {"half.webp", drawing.substr(0, drawing.size() / 2), {cut_off}},
        {"no chunks.webp", riff(""), {cut_off, damaged}},
        {"longer than it is.webp", with(plain, "RIFF", 4, "\xFF\xFF\xFF\xFF"), {cut_off, damaged, shown}},
        {"16384 a side.webp",
         riff(part("VP8L", "\x2F\xFF\xFF\xFF\x0F" + std::string(99, '\0'))),
         {too_many_pixels}},
        {"canvas of 16 million a side.webp", riff(huge_canvas + lossless), {damaged, too_many_pixels}},
        {"lossless rubbish.webp",
         riff(part("VP8L", "\x2F\x0F\xC0\x03" + std::string(999, '\xA5'))),
         {damaged, cut_off}},
        {"lossy rubbish.webp",
         riff(part("VP8 ",
                   std::string("\x10\x00\x00\x9D\x01\x2A\xFF\x3F\x00\x0F", 10) + std::string(999, '\xA5'))),
         {damaged, cut_off}},
        {"a hundred thousand frames.webp", riff(animation + times(100'000, empty_frame)), {damaged, cut_off}},
        {"profile of rubbish.webp", webp_with(halves(), std::string(9999, 'x')), {shown}},
        {"last byte missing.webp", drawing.substr(0, drawing.size() - 1), {cut_off}},
    };
}

}
