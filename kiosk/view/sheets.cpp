#include "view/sheets.h"

#include "view/words.h"

namespace kiosk {
namespace {

using Sheets = std::vector<std::vector<Block>>;

/// How many blocks must stay together from `first` on: headings and what they lead to.
std::size_t group(std::vector<Block> const& blocks, std::size_t first) {
    std::size_t end = first;
    while (end + 1 < blocks.size() && blocks[end].leads) ++end;
    return end + 1;
}

int height_of(std::vector<Block> const& blocks, std::size_t first, std::size_t end, bool at_top) {
    int height = 0;
    for (std::size_t i = first; i < end; ++i)
        height += blocks[i].height + (at_top && i == first ? 0 : blocks[i].before);
    return height;
}

/// Fills one sheet after the other, group by group.
Sheets paginated(std::vector<Block> blocks, int room) {
    Sheets sheets(1);
    int used = 0;
    for (std::size_t first = 0; first < blocks.size();) {
        std::size_t const end = group(blocks, first);
        bool const fresh = sheets.back().empty();
        if (!fresh && used + height_of(blocks, first, end, false) > room) {
            sheets.emplace_back();
            used = 0;
            continue;
        }
        used += height_of(blocks, first, end, fresh);
        std::move(blocks.begin() + std::ptrdiff_t(first), blocks.begin() + std::ptrdiff_t(end),
                  std::back_inserter(sheets.back()));
        first = end;
    }
    return sheets;
}

Sheets written(Context const& c, Writer const& write, Size room) {
    Blocks blocks(c, room);
    write(blocks);
    return paginated(blocks.take(), room.h);
}

ButtonText way_back(Context const& c) { return {c.say("sheet.previous"), Icon::Back}; }
ButtonText way_on(Context const& c) { return {c.say("sheet.next"), Icon::Forward}; }

/// One width for both ways, so that what stands between them is in the middle.
int way_width(Context const& c) { return std::max(button_width(c, way_back(c)), button_width(c, way_on(c))); }

/// Where the words, the picture and the way to the other sheets go. A picture in landscape has a strip at the
/// right and the way stands under it; else the way lies across the foot, and a picture has what the words
/// leave.
struct Frame {
    Rect words, picture, way;
};

Frame frame(Context const& c, bool with_picture, bool with_way) {
    Frame f{c.m.content(), {}, {}};
    int const gap = c.m.px(40), target = c.m.target();
    if (with_picture && !c.m.portrait()) {
        int const width = std::max(c.m.px(360), way_width(c));
        f.picture = {f.words.right() - width, f.words.y, width, f.words.h};
        f.words.w -= width + c.m.px(56);
        if (!with_way) return f;
        int const height = 2 * target + c.m.type(30) * 5 / 4 + 2 * c.m.px(20);
        f.way = {f.picture.x, f.picture.bottom() - height, width, height};
        f.picture.h -= height + gap;
    } else if (with_way) {
        f.way = {f.words.x, f.words.bottom() - target, f.words.w, target};
        f.words.h -= target + gap;
    }
    return f;
}

Open to_sheet(Page page, int part) {
    page.part = part;
    return {page, true};
}

/// Back, which of how many, on: side by side where there is width, else one above the other.
void add_way(Context const& c, Layer& layer, Page const& page, int part, int count, Rect way) {
    int const target = c.m.target();
    bool const across = way.h == target;
    int const width = across ? way_width(c) : way.w;
    Rect const back{way.x, way.y, width, target},
        on{way.right() - width, way.bottom() - target, width, target};
    Rect const between = across ? Rect{back.right(), way.y, on.x - back.right(), target}
                                : Rect{way.x, back.bottom(), width, on.y - back.bottom()};
    if (part > 0) {
        layer.elements.push_back(
            button(c, "sheet.previous", back, way_back(c), Look::Quiet, to_sheet(page, part - 1)));
    }
    std::string const which = say_which(c, part, count);
    Setting const setting{type::label(c.m), palette::stone, Align::Center};
    layer.elements.push_back(text(c, "sheet.which", Role::Text, set_line(c, which, setting, between)));
    if (part + 1 < count)
        layer.elements.push_back(
            button(c, "sheet.next", on, way_on(c), Look::Quiet, to_sheet(page, part + 1)));
}

/// Sets the blocks under each other; returns where they end.
int add_blocks(Layer& layer, std::vector<Block>& blocks, Rect area) {
    int y = area.y;
    for (Block& block : blocks) {
        if (y > area.y) y += block.before;
        for (Element& element : block.elements) {
            move(element, area.x, y);
            layer.elements.push_back(std::move(element));
        }
        y += block.height;
    }
    return y;
}

}

Layer sheet(Context const& c, Page const& page, Image const* image, Writer const& write) {
    Frame f = frame(c, image, false);
    Sheets sheets = written(c, write, f.words.size());
    if (sheets.size() > 1) {
        f = frame(c, image, true);
        sheets = written(c, write, f.words.size());
    }
    int const count = int(sheets.size()), part = std::clamp(page.part, 0, count - 1);
    Layer layer{"sheet " + describe(Open{page}), palette::birch, {}};
    int const end = add_blocks(layer, sheets[std::size_t(part)], f.words) + c.m.px(48);
    if (f.picture.w == 0) f.picture = {f.words.x, end, f.words.w, f.words.bottom() - end};
    auto beside = picture(c, "picture", image, f.picture, Corners::all(card_radius(c.m)));
    if (beside && f.picture.h >= c.m.px(200)) layer.elements.push_back(std::move(*beside));
    if (count > 1) add_way(c, layer, page, part, count, f.way);
    return layer;
}

}
