#include "screen/compositor.h"

#include "base/check.h"

namespace kiosk {

namespace {

// Beyond this many rectangles one around all of them is cheaper.
constexpr std::size_t most_rects = 16;

template <class F> void for_each_picture(Element const& element, F&& use) {
    for (Paint const& paint : element.paints)
        if (auto const* picture = std::get_if<PicturePaint>(&paint)) use(*picture);
}

std::optional<MovingPicture> moving_picture(Layer const& layer, PictureStore const& pictures) {
    std::optional<MovingPicture> moving;
    for (Element const& element : layer.elements)
        for_each_picture(element, [&](PicturePaint const& paint) {
            Bitmap const* pixels = paint.moves ? pictures.find_or_older(paint.key) : nullptr;
            if (pixels) moving = MovingPicture{paint.rect, pixels, come_to_rest(paint), layer.drift};
        });
    return moving;
}

bool all_pictures_settled(Layer const& layer, PictureStore const& pictures) {
    bool settled = true;
    for (Element const& element : layer.elements)
        for_each_picture(element, [&](PicturePaint const& paint) {
            settled = settled && (pictures.find(paint.key) || pictures.failed(paint.key));
        });
    return settled;
}

std::int64_t area(std::vector<Rect> const& rects) {
    std::int64_t sum = 0;
    for (Rect const& r : rects) sum += std::int64_t(r.w) * r.h;
    return sum;
}

/// Leaves out what lies in another one and what is not on the screen.
std::vector<Rect> tidy(std::vector<Rect> const& rects, Rect const& screen) {
    std::vector<Rect> result;
    for (Rect const& rect : rects) {
        Rect const seen = rect.intersected(screen);
        auto holds = [&](Rect const& r) { return r.contains(seen); };
        bool const known = std::any_of(result.begin(), result.end(), holds);
        if (seen.empty() || known) continue;
        std::erase_if(result, [&](Rect r) { return seen.contains(r); });
        result.push_back(seen);
    }
    if (result.size() <= most_rects) return result;
    Rect all;
    for (Rect const& rect : result) all = all.united(rect);
    return {all};
}

}

// What is said, done or focused does not matter here; only what is painted. A picture that has left the store
// since is still right on the sheet, unless it moves: then the sheet has only its place.
bool Compositor::shows(Drawn const& drawn, Element const& element, PictureStore const& pictures) {
    if (drawn.element.paints != element.paints) return false;
    auto painted = drawn.editions.begin();
    bool same = true;
    for_each_picture(element, [&](PicturePaint const& paint) {
        std::uint64_t const edition = pictures.edition(paint.key);
        bool const kept = edition == 0 && !paint.moves;
        same = same && (kept || edition == *painted);
        ++painted;
    });
    return same;
}

bool Compositor::shows(Sheet const& sheet, Layer const& layer, PictureStore const& pictures) {
    return !sheet.pixels.empty() && sheet.ground == layer.ground
           && std::equal(sheet.drawn.begin(), sheet.drawn.end(), layer.elements.begin(), layer.elements.end(),
                         [&](Drawn const& d, Element const& e) { return shows(d, e, pictures); });
}

Compositor::Drawn Compositor::drawn(Element const& element, PictureStore const& pictures) const {
    Drawn result{element, {}, m_painter.bounds(element)};
    for_each_picture(element, [&](PicturePaint const& paint) {
        result.editions.push_back(pictures.edition(paint.key));
    });
    return result;
}

Compositor::Sheet* Compositor::find(Layer const& layer, PictureStore const& pictures) {
    for (Sheet& sheet : m_sheets)
        if (shows(sheet, layer, pictures)) return &sheet;
    return nullptr;
}

// A scene needs at most three layers and one of them is not on any sheet, so a sheet is always left. The one
// with the layer's id is best: it probably differs in little.
Compositor::Sheet& Compositor::free_sheet(Layer const& layer, Scene const& scene,
                                          PictureStore const& pictures) {
    Sheet* best = nullptr;
    for (Sheet& sheet : m_sheets) {
        if (shows(sheet, scene.current, pictures)) continue;
        if (scene.change && shows(sheet, scene.change->from, pictures)) continue;
        if (!scene.upcoming.empty() && shows(sheet, scene.upcoming.front(), pictures)) continue;
        if (!best || sheet.id == layer.id || (best->id != layer.id && sheet.pixels.empty())) best = &sheet;
    }
    KIOSK_CHECK(best);
    return *best;
}

// Elements that kept their place in the order are compared one by one. If some came or went, everything
// between the common beginning and the common end counts as changed.
std::vector<Rect> Compositor::changes(std::vector<Drawn> const& before, std::vector<Element> const& now,
                                      PictureStore const& pictures) const {
    std::vector<Rect> rects;
    std::size_t first = 0, old_end = before.size(), new_end = now.size();
    if (old_end != new_end) {
        while (first < std::min(old_end, new_end) && shows(before[first], now[first], pictures)) ++first;
        while (old_end > first && new_end > first && shows(before[old_end - 1], now[new_end - 1], pictures))
            --old_end, --new_end;
    }
    for (std::size_t i = first; i < std::max(old_end, new_end); ++i) {
        bool const was = i < old_end, is = i < new_end;
        if (was && is && shows(before[i], now[i], pictures)) continue;
        if (was) rects.push_back(before[i].bounds);
        if (is) rects.push_back(m_painter.bounds(now[i]));
    }
    return tidy(rects, screen());
}

std::vector<Rect> Compositor::repaint(Sheet& sheet, Layer const& layer, PictureStore const& pictures) {
    std::vector<Rect> damage{screen()};
    if (sheet.pixels.empty()) sheet.pixels = Bitmap(m_size);
    else if (sheet.ground == layer.ground) damage = changes(sheet.drawn, layer.elements, pictures);
    if (2 * area(damage) > std::int64_t(m_size.w) * m_size.h) damage = {screen()};

    for (Rect const& rect : damage)
        m_painter.paint(layer.elements, layer.ground, rect, sheet.pixels, pictures);
    ++(damage == std::vector{screen()} ? m_stats.flattened : m_stats.repainted);
    sheet.id = layer.id;
    sheet.ground = layer.ground;
    sheet.drawn.clear();
    for (Element const& element : layer.elements) sheet.drawn.push_back(drawn(element, pictures));
    return damage;
}

/// Adds to `damage` what was repainted on a sheet that the target shows.
Compositor::Sheet& Compositor::sheet_for(Layer const& layer, Scene const& scene, PictureStore const& pictures,
                                         std::vector<Rect>& damage) {
    if (Sheet* sheet = find(layer, pictures)) return *sheet;
    Sheet& sheet = free_sheet(layer, scene, pictures);
    std::vector<Rect> const painted = repaint(sheet, layer, pictures);
    damage.insert(damage.end(), painted.begin(), painted.end());
    return sheet;
}

std::vector<Rect> Compositor::renew_stickers(std::vector<Element> const& elements,
                                             PictureStore const& pictures) {
    std::vector<Drawn> before;
    for (Sticker const& sticker : m_stickers) before.push_back(sticker.drawn);
    std::vector<Rect> damage = changes(before, elements, pictures);
    if (damage.empty() && before.size() == elements.size()) return damage;

    std::vector<Sticker> old = std::exchange(m_stickers, {});
    for (Element const& element : elements) {
        auto same = std::find_if(old.begin(), old.end(),
                                 [&](Sticker const& s) { return shows(s.drawn, element, pictures); });
        if (same != old.end()) {
            m_stickers.push_back(std::move(*same));
            old.erase(same);
            continue;
        }
        Sticker sticker{drawn(element, pictures), {}};
        sticker.drawn.bounds = sticker.drawn.bounds.intersected(screen());
        if (!sticker.drawn.bounds.empty()) {
            sticker.pixels = m_painter.paint_alone(element, sticker.drawn.bounds, pictures);
            ++m_stats.stickers;
        }
        m_stickers.push_back(std::move(sticker));
    }
    return damage;
}

/// What of the target is to be written: `damage` to what it shows already, and what has moved since.
std::vector<Rect> Compositor::renewed(Frame const& frame, std::vector<Rect> damage) const {
    Frame moved = m_frame;
    moved.moving = frame.moving;
    if (moved != frame || (frame.blends() && (m_frame != frame || !damage.empty()))) return {screen()};
    if (m_frame != frame && frame.moving) damage.push_back(frame.moving->place);
    return tidy(damage, screen());
}

void Compositor::draw(Frame const& frame, std::vector<Rect> const& damage, Target target) {
    bool const blends = frame.blends();
    m_stats.blended += blends;
    LayerRows const current(frame.sheet->pixels, frame.moving),
        from(blends ? frame.from->pixels : frame.sheet->pixels, blends ? frame.leaving : std::nullopt);
    LayerRows::Scratch one, other;
    for (Rect const& rect : damage)
        for (int y = rect.y; y < rect.bottom(); ++y) {
            if (blends)
                crossfade(from.row(y, other), current.row(y, one), frame.progress, frame.slide_px, target, y);
            else
                current.copy_row(y, rect, target, one);
        }
}

std::vector<Rect> Compositor::compose(Scene const& scene, PictureStore const& pictures, Target target) {
    std::vector<Rect> damage = renew_stickers(scene.above, pictures);
    Frame frame;
    if (scene.change) {
        frame.from = &sheet_for(scene.change->from, scene, pictures, damage);
        frame.leaving = moving_picture(scene.change->from, pictures);
        frame.progress = scene.change->progress;
        frame.slide_px = scene.change->kind == Transition::Slide ? scene.change->slide_px : 0;
    }
    frame.sheet = &sheet_for(scene.current, scene, pictures, damage);
    frame.moving = moving_picture(scene.current, pictures);
    damage = renewed(frame, std::move(damage));
    m_frame = frame;
    if (damage.empty()) return damage;

    draw(frame, damage, target);
    for (Rect const& rect : damage)
        for (Sticker const& sticker : m_stickers)
            if (!sticker.pixels.empty())
                lay_over(sticker.pixels, {sticker.drawn.bounds.x, sticker.drawn.bounds.y}, rect, target);
    return damage;
}

bool Compositor::prepare(Scene const& scene, PictureStore const& pictures) {
    if (scene.change || scene.upcoming.empty()) return false;
    Layer const& next = scene.upcoming.front();
    if (find(next, pictures) || !all_pictures_settled(next, pictures)) return false;
    Sheet& sheet = free_sheet(next, scene, pictures);
    if (m_frame.sheet == &sheet || m_frame.from == &sheet) m_frame = {};
    repaint(sheet, next, pictures);
    return true;
}

}
