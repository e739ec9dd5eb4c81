#include "view/view.h"

#include "base/overloaded.h"
#include "state/show.h"
#include "view/bar.h"
#include "view/dialogs.h"
#include "view/notice.h"
#include "view/pages.h"
#include "view/reading.h"
#include "view/slides.h"

#include <algorithm>

namespace kiosk {
namespace {

Layer item_layer(Context const& c, std::string const& id) {
    Item const* item = c.catalog().item(id);
    return item ? slide(c, *item) : plain_slide(c);
}

/// Ease-out: quick first, gentle at the end.
double eased(Millis since, Millis length) {
    double const t =
        std::clamp(double(since.count()) / double(std::max<std::int64_t>(1, length.count())), 0.0, 1.0);
    return 1 - (1 - t) * (1 - t);
}

/// How far a sliding layer moves while it fades in; visual.md: movement under 40 px.
constexpr int slide_distance = 38;

/// Linear: a long crossfade looks even.
double even(Millis since, Millis length) {
    return std::clamp(double(since.count()) / double(std::max<std::int64_t>(1, length.count())), 0.0, 1.0);
}

void show_change_of_item(Context const& c, Scene& scene) {
    Show const& show = c.model.show;
    Millis const since = c.now.steady - show.since, length = change_length(show);
    if (show.leaving.empty() || since >= length) return;
    Change change{item_layer(c, show.leaving), show.transition, even(since, length)};
    if (show.transition == Transition::Slide && !c.model.reduced_motion) {
        change.progress = eased(since, length);
        change.slide_px = int(show.direction * c.m.px(slide_distance) * (1 - change.progress));
    }
    scene.change = std::move(change);
}

void show_change_of_page(Context const& c, Scene& scene) {
    if (!c.model.leaving) return;
    Leaving const& left = *c.model.leaving;
    Millis const since = c.now.steady - left.since;
    if (since >= page_change) return;
    Context before{c.model, c.now, c.ruler, Metrics(c.model.glass, left.text_percent), left.language};
    Layer from = left.page ? page_layer(before, *left.page) : item_layer(before, c.model.show.item);
    scene.change = Change{std::move(from), Transition::Crossfade, eased(since, page_change)};
}

void view_attract(Context const& c, Scene& scene) {
    if (Notice const* shown = notice(c.model)) {
        scene.screen = "notice";
        scene.current = notice_slide(c, *shown);
        return;
    }
    Show const& show = c.model.show;
    std::vector<std::string> const items = playable(c.model);
    scene.screen = "attract";
    scene.current = item_layer(c, show.item);
    if (auto marks = dots(c, items, show.item)) scene.above.push_back(std::move(*marks));
    if (is_held(c.model)) scene.above.push_back(held_mark(c));
    show_change_of_item(c, scene);
}

void add_upcoming(Context const& c, Scene& scene) {
    Show const& show = c.model.show;
    std::string const& first = show.next;
    if (first.empty() || first == show.item) return;
    scene.upcoming.push_back(item_layer(c, first));
    std::string const second = after_next(c.model, c.now);
    if (second != first && second != show.item) scene.upcoming.push_back(item_layer(c, second));
}

std::string screen_name(Page const& page) {
    std::string name = describe(Open{page});
    name.erase(0, std::string_view("open ").size());
    return page.kind == Page::Kind::Map ? "map" : name;
}

void view_page(Context const& c, Scene& scene, Page const& page) {
    scene.screen = screen_name(page);
    scene.current = page_layer(c, page);
}

void view_asking(Context const& c, Scene& scene, Asking const& asking) {
    view_page(c, scene, asking.under.page);
    scene.screen = "asking";
    scene.above = asking_dialog(c, asking);
}

/// The pictures of the pages that one more touch may open.
void add_prefetch(Context const& c, Scene& scene) {
    std::vector<Page> next;
    for (Element const& element : scene.current.elements) {
        auto const* open = element.command ? std::get_if<Open>(&*element.command) : nullptr;
        bool const has_picture =
            open && (open->page.kind == Page::Kind::Topic || open->page.kind == Page::Kind::Argument ||
                     open->page.kind == Page::Kind::Home);
        if (has_picture && std::ranges::find(next, open->page) == next.end()) next.push_back(open->page);
    }
    for (Page const& page : next) {
        for (PictureKey const& key : pictures(page_layer(c, page))) scene.prefetch.push_back(key);
    }
}

void look_ahead(Context const& c, Scene& scene) {
    bool const loops = std::holds_alternative<Attract>(c.model.display) && !notice(c.model);
    if (loops) add_upcoming(c, scene);
    add_prefetch(c, scene);
}

}

Layer page_layer(Context const& c, Page const& page) {
    auto make = [&]() -> Layer {
        switch (page.kind) {
        case Page::Kind::Topic:
            if (Topic const* topic = c.catalog().topic(page.id)) return topic_page(c, *topic, page.part);
            break;
        case Page::Kind::Argument:
            if (Argument const* argument = c.catalog().argument(page.id)) return argument_page(c, *argument);
            break;
        case Page::Kind::Map:
            return map_page(c, c.catalog().place(page.id));
        case Page::Kind::Workshops:
            return workshops_page(c);
        case Page::Kind::Workshop:
            if (Workshop const* workshop = c.catalog().workshop(page.id)) return workshop_page(c, *workshop);
            break;
        case Page::Kind::Involved:
            return involved_page(c);
        case Page::Kind::Home:
            break;
        }
        return home_page(c);
    };
    Layer layer = c.m.large_text() ? reading_page(c, page) : make();
    add_bar(c, page, layer);
    return layer;
}

Scene view(Model const& model, Now const& now, TextRuler const& ruler, bool ahead) {
    int const text_percent = on_page(model) ? model.text_percent : 100;  // The loop has one size of text.
    Context const c{model, now, ruler, Metrics(model.glass, text_percent), model.language};
    Scene scene;
    scene.size = model.glass.px;
    scene.text_percent = text_percent;
    scene.language = model.language;
    std::visit(overloaded{
                   [&](Attract const&) { view_attract(c, scene); },
                   [&](OnPage const& on) { view_page(c, scene, on.page); },
                   [&](Asking const& asking) { view_asking(c, scene, asking); },
                   [&](PinPad const& pad) { scene.screen = "pin", scene.current = pin_page(c, pad); },
                   [&](Staff const&) {
                       scene.screen = "staff", scene.current = Layer{"page staff", Color::rgb(0x1C1B1A), {}};
                   },
               },
               model.display);
    show_change_of_page(c, scene);
    if (ahead && !scene.change) look_ahead(c, scene);  // While something moves, frames come first.
    return scene;
}

}
