#include "view/bar.h"

#include "view/words.h"

namespace kiosk {
namespace {

/// Names the language that a tap chooses, in that language: in full where there is room, else short.
struct LanguageButton {
    ButtonText words;
    Language next;
};

LanguageButton language_button(Context const& c, bool roomy) {
    auto const& languages = c.catalog().languages;
    auto it = std::ranges::find(languages, c.language);
    bool const last = it == languages.end() || it + 1 == languages.end();
    Language const next = languages.empty() ? c.language : last ? languages.front() : *(it + 1);
    std::string const& name = c.catalog().phrase(next, "language.name");
    std::string label = roomy ? name : c.catalog().phrase(next, "language.short");
    return {{label, Icon::None, name}, next};
}

/// From one size to the next, and from the largest back to the first.
struct SizeButton {
    ButtonText words;
    int next = 100;
};

SizeButton size_button(Context const& c) {
    int const now = c.model.text_percent, next = now >= 200 ? 100 : now + 50;
    return {{"Aa", Icon::None, fill(c.say("bar.text_size"), {{"percent", std::to_string(next)}})}, next};
}

struct BarButton {
    std::string id;
    ButtonText words;
    Command command;
    Look look = Look::Quiet;
};

/// The bar from left to right; the first `left` of them stand at its left end.
struct Bar {
    std::vector<BarButton> buttons;
    std::size_t left = 0;

    BarButton* find(std::string_view id) {
        auto it = std::ranges::find(buttons, id, &BarButton::id);
        return it == buttons.end() ? nullptr : &*it;
    }
};

int width_of(Context const& c, Bar const& bar) {
    int sum = 0;
    for (BarButton const& each : bar.buttons) sum += button_width(c, each.words) + c.m.px(20);
    return sum - c.m.px(20);
}

void keep_icon_only(BarButton* button) {
    if (!button || button->words.icon == Icon::None) return;
    if (button->words.name.empty()) button->words.name = button->words.label;
    button->words.label.clear();
}

/// What does not fit on a narrow bar loses its words first, never its place.
void fit_into(Context const& c, Bar& bar, int room) {
    auto too_wide = [&] { return width_of(c, bar) > room; };
    BarButton* const main = bar.find("bar.main");
    if (too_wide()) keep_icon_only(bar.find("bar.start"));
    if (BarButton* language = bar.find("bar.language"); language && too_wide())
        language->words = language_button(c, false).words;
    if (too_wide() && main->words.icon == Icon::Code) main->words.label = c.say("bar.workshop");
    if (too_wide()) keep_icon_only(bar.find("bar.back"));
    if (too_wide() && main->words.icon != Icon::None) main->words.icon = Icon::None;
}

Bar buttons_of(Context const& c, Page const& page) {
    bool const home = page.kind == Page::Kind::Home;
    Bar bar;
    bar.buttons.push_back({"bar.back",
                           {c.say(home ? "bar.slideshow" : "bar.back"), Icon::Back},
                           home ? Command{EndVisit{}} : Command{GoBack{}}});
    if (!home) bar.buttons.push_back({"bar.start", {c.say("bar.start"), Icon::Start}, Open{Page{}}});
    bar.left = bar.buttons.size();
    SizeButton const size = size_button(c);
    bar.buttons.push_back({"bar.text_size", size.words, ChooseTextSize{size.next}});
    if (c.catalog().languages.size() > 1) {
        LanguageButton const language = language_button(c, true);
        bar.buttons.push_back({"bar.language", language.words, ChooseLanguage{language.next}});
    }
    MainAction const main = main_action(page);
    Look const look = main.icon == Icon::Code ? Look::Main : Look::Quiet;
    bar.buttons.push_back({"bar.main", {c.say(main.phrase), main.icon}, main.command, look});
    return bar;
}

}

MainAction main_action(Page const& page) {
    bool const at_workshops = page.kind == Page::Kind::Workshops || page.kind == Page::Kind::Workshop;
    if (at_workshops) return {"bar.contact", Icon::None, Open{{Page::Kind::Involved, ""}}};
    char const* phrase = page.kind == Page::Kind::Home ? "bar.sign_up" : "bar.workshop";
    return {phrase, Icon::Code, Open{{Page::Kind::Workshops, ""}}};
}

void add_bar(Context const& c, Page const& page, Layer& layer) {
    Rect const rect = c.m.bar();
    layer.elements.push_back(area("bar", {.rect = rect, .fill = palette::paper}));
    layer.elements.push_back(
        area("bar.line", {.rect = {rect.x, rect.y, rect.w, std::max(1, c.m.px(2))}, .fill = palette::line}));
    int const edge = c.m.px(c.m.portrait() ? 32 : 56), gap = c.m.px(20), room = rect.w - 2 * edge;
    Bar bar = buttons_of(c, page);
    fit_into(c, bar, room);
    int x = edge;
    for (std::size_t i = 0; i < bar.buttons.size(); ++i) {
        BarButton& each = bar.buttons[i];
        if (i == bar.left) x += std::max(0, room - width_of(c, bar));
        Rect const place{x, rect.y + (rect.h - c.m.target()) / 2, button_width(c, each.words), c.m.target()};
        layer.elements.push_back(
            button(c, std::move(each.id), place, each.words, each.look, std::move(each.command)));
        x = place.right() + gap;
    }
}

}
