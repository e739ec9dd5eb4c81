#include "decode/encoders.h"
#include "decode/hostile.h"

namespace kiosk {

using namespace outcome;

namespace {

Bitmap halves() { return patches({40, 20}, {{red, blue}}); }

struct Tag {
    std::uint32_t id, type, count, value;
};
constexpr std::uint32_t short_type = 3, long_type = 4, undefined_type = 7;
constexpr std::uint32_t unpacked = 1, lzw = 5, old_jpeg = 6, new_jpeg = 7, deflated = 8, pack_bits = 32773;

/// What the tags say otherwise, a directory that goes on at `next`, and data at byte 400.
struct TiffParts {
    std::uint32_t w = 16, h = 16, packing = unpacked, rows = 16, bits = 8, samples = 3, photometric = 2;
    std::uint32_t data_at = 400, data_bytes = 768, next = 0;
    std::vector<Tag> more = {};
};

std::string tiff_of(TiffParts const& parts, std::string const& data) {
    std::vector<Tag> tags = {{256, long_type, 1, parts.w},
                             {257, long_type, 1, parts.h},
                             {258, short_type, 1, parts.bits},
                             {259, short_type, 1, parts.packing},
                             {262, short_type, 1, parts.photometric},
                             {273, long_type, 1, parts.data_at},
                             {277, short_type, 1, parts.samples},
                             {278, long_type, 1, parts.rows},
                             {279, long_type, 1, parts.data_bytes}};
    tags.insert(tags.end(), parts.more.begin(), parts.more.end());
    std::string file = "II" + little(42, 2) + little(8, 4) + little(std::uint32_t(tags.size()), 2);
    for (Tag const& tag : tags) {
        file += little(tag.id, 2) + little(tag.type, 2) + little(tag.count, 4) + little(tag.value, 4);
    }
    file += little(parts.next, 4);
    return file + std::string(400 - file.size(), '\0') + data;
}

/// One strip or tile of packed zeros.
std::string tiff_bomb(TiffParts parts, std::string const& data) {
    parts.data_bytes = std::uint32_t(data.size());
    return tiff_of(parts, data);
}

}

std::vector<HostileFile> hostile_tiffs() {
    std::string const scan = tiff(halves()), pixels(768, '\x7F'), zeros = packed_zeros(192);
    constexpr std::uint32_t profile = 34675, tile_width = 322, tile_height = 323, tile_at = 324,
                            tile_bytes = 325, other_directories = 330, everything = 0xFFFFFFFF;
    std::vector<Tag> const huge_tile = {{tile_width, long_type, 1, 16384},
                                        {tile_height, long_type, 1, 16384},
                                        {tile_at, long_type, 1, 400},
                                        {tile_bytes, long_type, 1, 768}};
    return {
        {"header only.tiff", scan.substr(0, 8), {damaged}},
        {"directory missing.tiff", scan.substr(0, scan.size() - 60), {damaged}},
        {"big, and nothing else.tiff",
         "II+" + std::string(1, '\0') + little(8, 2) + little(0, 2) + little(16, 4) + little(0, 4) +
             times(99, "\xFF"),
         {damaged, no_pixels}},
        {"goes on with itself.tiff", tiff_of({.next = 8}, pixels), {shown}},
        {"has itself within.tiff",
         tiff_of({.more = {{other_directories, long_type, 1, 8}}}, pixels),
         {shown}},
        {"70000 a side.tiff", tiff_of({.w = 70000, .h = 70000}, pixels), {too_many_pixels}},
        {"four billion wide.tiff", tiff_of({.w = everything, .h = 1}, pixels), {too_many_pixels}},
        {"no height.tiff", tiff_of({.h = 0}, pixels), {no_pixels, damaged}},
        {"data past the end.tiff", tiff_of({.data_at = 0x7FFFFFFF}, pixels), {damaged}},
        {"endless data.tiff", tiff_of({.data_bytes = everything}, pixels), {damaged, shown}},
        {"65535 bits.tiff", tiff_of({.bits = 65535}, pixels), {damaged}},
        {"65535 samples.tiff", tiff_of({.samples = 65535}, pixels), {damaged}},
        {"no samples.tiff", tiff_of({.samples = 0}, pixels), {damaged}},
        {"no rows a strip.tiff", tiff_of({.rows = 0}, pixels), {damaged, shown}},
        {"unknown packing.tiff", tiff_of({.packing = 12345}, pixels), {damaged}},
        {"unknown colours.tiff", tiff_of({.photometric = 999}, pixels), {damaged}},
        {"palette without colours.tiff", tiff_of({.samples = 1, .photometric = 3}, pixels), {damaged, shown}},
        {"four billion offsets.tiff",
         tiff_of({.more = {{tile_at, long_type, everything, 8}}}, pixels),
         {damaged, shown}},
        {"endless profile.tiff",
         tiff_of({.more = {{profile, undefined_type, everything, 8}}}, pixels),
         {damaged, shown}},
        {"lzw rubbish.tiff", tiff_of({.packing = lzw}, times(768, "\xFF")), {damaged}},
        {"jpeg rubbish.tiff", tiff_of({.packing = new_jpeg}, pixels), {damaged}},
        {"old jpeg rubbish.tiff", tiff_of({.packing = old_jpeg}, pixels), {damaged}},
        {"bits rubbish.tiff", tiff_of({.packing = pack_bits}, times(768, "\x80")), {damaged, shown}},
        {"one tile of 16384 a side.tiff", tiff_of({.more = huge_tile}, pixels), {damaged, memory}, true},
        {"one strip of 64 million pixels.tiff",
         tiff_bomb({.w = 8000, .h = 8000, .packing = deflated, .rows = 8000}, zeros),
         {memory, damaged, shown},
         true},
        {"64 million pixels in rows.tiff",
         tiff_bomb({.w = 8000, .h = 8000, .packing = deflated, .rows = 1}, zeros),
         {damaged},
         true},
        {"half a gigabyte in 16 pixels.tiff",
         tiff_bomb({.packing = deflated}, packed_zeros(512)),
         {shown, damaged},
         true},
    };
}

namespace {

std::string box(std::string const& type, std::string const& content) {
    return big(std::uint32_t(content.size() + 8), 4) + type + content;
}

std::string full_box(std::string const& type, std::uint32_t version, std::string const& content) {
    return box(type, big(version << 24, 4) + content);
}

/// One item: its kind, its bytes, the items it is made of, its size.
struct Item {
    std::string kind, bytes;
    std::vector<std::uint32_t> parts;
    std::string reference = "dimg";
    std::uint32_t w = 64, h = 64;
};

std::string list_of(std::vector<Item> const& items) {
    std::string entries;
    for (std::size_t i = 0; i < items.size(); ++i) {
        entries += full_box("infe", 2, big(std::uint32_t(i + 1), 2) + big(0, 2) + items[i].kind + '\0');
    }
    return full_box("iinf", 0, big(std::uint32_t(items.size()), 2) + entries);
}

std::string references_of(std::vector<Item> const& items) {
    std::string all;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].parts.empty()) continue;
        std::string to;
        for (std::uint32_t part : items[i].parts) to += big(part, 2);
        all += box(items[i].reference,
                   big(std::uint32_t(i + 1), 2) + big(std::uint32_t(items[i].parts.size()), 2) + to);
    }
    return full_box("iref", 0, all);
}

/// The decoder's settings are property 1; each item's size is the next.
std::string properties_of(std::vector<Item> const& items, std::string const& settings) {
    std::string properties = settings, uses;
    for (std::size_t i = 0; i < items.size(); ++i) {
        properties += full_box("ispe", 0, big(items[i].w, 4) + big(items[i].h, 4));
        uses += big(std::uint32_t(i + 1), 2) + '\2' + '\x81' + char(i + 2);
    }
    return box("iprp",
               box("ipco", properties) + full_box("ipma", 0, big(std::uint32_t(items.size()), 4) + uses));
}

std::string places_of(std::vector<Item> const& items) {
    std::string places;
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        auto size = std::uint32_t(items[i].bytes.size());
        constexpr std::uint32_t in_this_box = 1;
        places += big(std::uint32_t(i + 1), 2) + big(in_this_box, 2) + big(0, 2) + big(1, 2) + big(at, 4) +
                  big(size, 4);
        at += size;
    }
    return full_box("iloc", 1, big(0x4400, 2) + big(std::uint32_t(items.size()), 2) + places);
}

/// A HEIC of which the first item is the picture.
std::string heic_of(std::vector<Item> const& items, std::string const& settings) {
    std::string data;
    for (Item const& item : items) data += item.bytes;
    std::string handler = full_box("hdlr", 0, big(0, 4) + "pict" + std::string(13, '\0'));
    return box("ftyp", "heic" + big(0, 4) + "mif1heic") +
           full_box("meta", 0,
                    handler + full_box("pitm", 0, big(1, 2)) + list_of(items) + references_of(items) +
                        properties_of(items, settings) + places_of(items) + box("idat", data));
}

/// A whole box out of a file.
std::string box_in(std::string const& file, std::string_view type) {
    auto at = file.find(type) - 4;
    auto byte = [&](std::size_t i) { return std::size_t(std::uint8_t(file[at + i])); };
    return file.substr(at, byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3));
}

std::string grid(int rows, int columns, std::uint32_t w, std::uint32_t h) {
    return std::string{"\0\1", 2} + char(rows - 1) + char(columns - 1) + big(w, 4) + big(h, 4);
}

std::string with_size(std::string file, std::uint32_t w, std::uint32_t h) {
    return file.replace(file.find("ispe") + 8, 8, big(w, 4) + big(h, 4));
}

std::vector<HostileFile> hostile_grids() {
    std::string const real = heif(patches({64, 64}, {{red, blue}}), false), settings = box_in(real, "hvcC");
    Item const tile{"hvc1", box_in(real, "mdat").substr(8), {}};
    auto file = [&](Item const& first) { return heic_of({first, tile}, settings); };
    std::vector<std::uint32_t> const tiles(100 * 100, 2), itself{1};
    return {
        {"one tile.heic", file({"grid", grid(1, 1, 64, 64), {2}}), {shown}},
        {"ten thousand tiles.heic",
         file({"grid", grid(100, 100, 6400, 6400), tiles, "dimg", 6400, 6400}),
         {shown, slow},
         true},
        {"grid of 65535 a side.heic",
         file({"grid", grid(100, 100, 65535, 65535), tiles, "dimg", 65535, 65535}),
         {too_many_pixels, memory}},
        {"grid of more than it says.heic",
         file({"grid", grid(100, 100, 65535, 65535), tiles}),
         {damaged, memory, too_many_pixels},
         true},
        {"grid of missing tiles.heic", file({"grid", grid(256, 256, 64, 64), {2}}), {damaged}},
        {"grid of itself.heic", file({"grid", grid(1, 1, 64, 64), itself}), {damaged, ended, memory}, true},
        {"the same as itself.heic", file({"iden", "", itself}), {damaged, ended, memory}, true},
        {"its own transparency.heic", file({"hvc1", tile.bytes, itself, "auxl"}), {damaged, shown}},
        {"overlay of nothing.heic", file({"iovl", std::string(8, '\0'), {2}}), {damaged}},
    };
}

}

std::vector<HostileFile> hostile_heifs() {
    std::string const photo = heif(patches({64, 64}, {{red, blue}}), false), still = heif(halves(), true);
    std::string const start = box("ftyp", "heic" + big(0, 4) + "mif1heic");
    std::string nested;
    for (int i = 0; i < 2000; ++i) nested = box("iprp", nested);
    std::vector<HostileFile> files = {
        {"kind only.heic", photo.substr(0, 24), {damaged, cut_off}},
        {"half.heic", photo.substr(0, photo.size() / 2), {damaged, cut_off}},
        {"most.heic", photo.substr(0, photo.size() - 20), {damaged, cut_off}},
        {"half.avif", still.substr(0, still.size() / 2), {damaged, cut_off}},
        {"most.avif", still.substr(0, still.size() - 20), {damaged, cut_off}},
        {"65535 a side.heic", with_size(photo, 65535, 65535), {too_many_pixels, memory}},
        {"8000 a side.heic", with_size(photo, 8000, 8000), {shown, damaged, memory}},
        {"two billion wide.avif", with_size(still, 0x7FFFFFFF, 1), {too_many_pixels, damaged, memory}},
        {"negative.avif", with_size(still, 0xFFFFFFFF, 0xFFFFFFFF), {too_many_pixels, damaged, memory}},
        {"boxes in boxes.heic", start + full_box("meta", 0, nested), {damaged, cut_off}},
        {"box of no length.heic", start + big(0, 4) + "meta" + std::string(99, '\0'), {damaged, cut_off}},
        {"box past the end.heic",
         start + big(0xFFFFFFFF, 4) + "meta" + std::string(99, '\0'),
         {damaged, cut_off}},
        {"profile of rubbish.heic", heif(halves(), false, std::string(9999, 'x')), {shown}},
        {"profile of rubbish.avif", heif(halves(), true, std::string(9999, 'x')), {shown}},
    };
    for (HostileFile& file : hostile_grids()) files.push_back(std::move(file));
    return files;
}

}
