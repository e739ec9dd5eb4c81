#include "state/command.h"

#include "base/overloaded.h"

namespace kiosk {
namespace {

std::string describe_page(Page const& page) {
    constexpr char const* names[] = {"home", "topic", "argument", "map", "workshops", "workshop", "involved"};
    std::string name = names[int(page.kind)];
    if (!page.id.empty()) name += " " + page.id;
    return page.part == 0 ? name : name + " part " + std::to_string(page.part + 1);
}

std::string describe_key(PinKey const& key) {
    switch (key.kind) {
    case PinKey::Kind::Digit:
        return "digit " + std::to_string(key.digit);
    case PinKey::Kind::Erase:
        return "erase";
    case PinKey::Kind::Done:
        return "done";
    case PinKey::Kind::Cancel:
        break;
    }
    return "cancel";
}

}

std::string describe(Command const& command) {
    return std::visit(
        overloaded{
            [](Open const& open) { return "open " + describe_page(open.page); },
            [](GoBack const&) { return std::string("back"); },
            [](EndVisit const&) { return std::string("end visit"); },
            [](Stay const&) { return std::string("stay"); },
            [](ChooseLanguage const& choice) { return "language " + choice.language; },
            [](ChooseTextSize const& choice) { return "text size " + std::to_string(choice.percent); },
            [](Browse const& step) { return std::string(step.step < 0 ? "previous" : "next"); },
            [](PinKey const& key) { return "pin " + describe_key(key); },
            [](TurnPlaylist const& turn) {
                return "turn playlist " + turn.playlist + (turn.on ? " on" : " off");
            },
            [](ShowNotice const& show) {
                return show.notice.empty() ? std::string("no notice") : "notice " + show.notice;
            },
            [](SetDefaultLanguage const& set) { return "default language " + set.language; },
            [](LookAtStick const& look) { return "look at stick " + look.folder; },
            [](ApproveImport const&) { return std::string("approve import"); },
            [](DeclineImport const&) { return std::string("decline import"); },
            [](CloseStaff const&) { return std::string("close staff"); },
            [](LeaveKiosk const&) { return std::string("leave kiosk"); },
        },
        command);
}

}
