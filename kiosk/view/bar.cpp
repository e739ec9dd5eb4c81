#include "view/bar.h"

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

int widths(Context const& c, std::initializer_list<ButtonText const*> buttons) {
    int sum = 0;
    for (ButtonText const* words : buttons) sum += button_width(c, *words) + c.m.px(20);
    return sum;
}

}

MainAction main_action(Context const& c, Page const& page) {
    bool const at_workshops = page.kind == Page::Kind::Workshops || page.kind == Page::Kind::Workshop;
    if (at_workshops) return {{c.say("bar.involved")}, Open{{Page::Kind::Involved, ""}}};
    bool const home = page.kind == Page::Kind::Home && !c.m.portrait();
    return {{c.say(home ? "bar.sign_up" : "bar.workshop"), Icon::Code}, Open{{Page::Kind::Workshops, ""}}};
}

void add_bar(Context const& c, Page const& page, Layer& layer) {
    Rect const bar = c.m.bar();
    int const edge = c.m.px(c.m.portrait() ? 32 : 56), top = bar.y + (bar.h - c.m.target()) / 2;
    layer.elements.push_back(area("bar", {.rect = bar, .fill = palette::paper}));
    layer.elements.push_back(
        area("bar.line", {.rect = {bar.x, bar.y, bar.w, std::max(1, c.m.px(2))}, .fill = palette::line}));

    bool const home = page.kind == Page::Kind::Home;
    ButtonText const back =
        home ? ButtonText{c.say("bar.slideshow"), Icon::Back} : ButtonText{c.say("bar.back"), Icon::Back};
    MainAction const main = main_action(c, page);
    ButtonText start{c.say("bar.start"), Icon::Start};
    LanguageButton language = language_button(c, true);
    // What does not fit on a narrow bar loses its words first, never its place.
    int const room = bar.w - 2 * edge;
    if (widths(c, {&back, &start, &language.words, &main.words}) > room)
        start = {"", Icon::Start, c.say("bar.start")};
    if (widths(c, {&back, &start, &language.words, &main.words}) > room) language = language_button(c, false);

    int left = edge;
    auto from_left = [&](std::string id, ButtonText const& words, Command command) {
        Rect const rect{left, top, button_width(c, words), c.m.target()};
        layer.elements.push_back(button(c, std::move(id), rect, words, Look::Quiet, std::move(command)));
        left = rect.right() + c.m.px(20);
    };
    from_left("bar.back", back, home ? Command{EndVisit{}} : Command{GoBack{}});
    if (!home) from_left("bar.start", start, Open{Page{}});

    int right = bar.w - edge;
    Rect const main_rect{right - button_width(c, main.words), top, button_width(c, main.words), c.m.target()};
    Rect language_rect{0, top, button_width(c, language.words), c.m.target()};
    language_rect.x = main_rect.x - c.m.px(20) - language_rect.w;
    if (c.catalog().languages.size() > 1) {
        layer.elements.push_back(button(c, "bar.language", language_rect, language.words, Look::Quiet,
                                        ChooseLanguage{language.next}));
    }
    layer.elements.push_back(button(c, "bar.main", main_rect, main.words, Look::Main, main.command));
}

}
