// Pages in large text: what is cut, what stays together, how one leafs.

#include "view/sheets.h"

#include "view/fixed_ruler.h"
#include "view/libraries.h"
#include "view/tour.h"
#include "view/view.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

/// A visitor at home who asked for text of twice the size.
Stop at_home(int text_percent = 200) {
    Stop stop = tour(small_library(), Settings{}, Glass{}, "sv").front();
    stop.model.display = OnPage{};
    stop.model.text_percent = text_percent;
    return stop;
}

class Desk {
public:
    Layer sheet(int part, Writer const& write) const {
        return kiosk::sheet(m_context, Page{Page::Kind::Home, "", part}, nullptr, write);
    }

private:
    Stop m_stop = at_home();
    FixedRuler m_ruler;
    Context m_context{m_stop.model, m_stop.now, m_ruler, Metrics(m_stop.model.glass, 200), "sv"};
};

Element const* find(Layer const& layer, std::string_view id) {
    auto it = std::ranges::find(layer.elements, id, &Element::id);
    return it == layer.elements.end() ? nullptr : &*it;
}

std::string words(int count) {
    std::string text = "ord";
    for (int i = 1; i < count; ++i) text += " ord";
    return text;
}

}

TEST_CASE("what fits on one sheet has no way to others") {
    Layer const layer = Desk{}.sheet(0, [](Blocks& out) { out.paragraph("p", words(5)); });
    CHECK(find(layer, "p"));
    CHECK_FALSE(find(layer, "sheet.next"));
    CHECK_FALSE(find(layer, "sheet.which"));
}

TEST_CASE("a paragraph higher than a sheet goes on, word by word, and loses nothing") {
    auto write = [](Blocks& out) { out.paragraph("p", words(300)); };
    std::string all;
    int part = 0;
    for (;; ++part) {
        Layer const layer = Desk{}.sheet(part, write);
        Element const* piece = find(layer, part == 0 ? "p" : "p." + std::to_string(part + 1));
        REQUIRE(piece);
        all += (all.empty() ? "" : " ") + piece->name;
        if (!find(layer, "sheet.next")) break;
        REQUIRE(part < 20);
    }
    CHECK(part > 0);
    CHECK(all == words(300));
}

TEST_CASE("emphasis is never cut apart") {
    auto write = [](Blocks& out) { out.markup("p", words(120) + " <b>" + words(60) + "</b> slut"); };
    for (int part = 0; part < 8; ++part) {
        for (Element const& element : Desk{}.sheet(part, write).elements) {
            for (Paint const& paint : element.paints) {
                auto const* text = std::get_if<TextPaint>(&paint);
                if (!text) continue;
                bool const opens = text->markup.find("<b>") != std::string::npos,
                           closes = text->markup.find("</b>") != std::string::npos;
                CHECK(opens == closes);
            }
        }
    }
}

TEST_CASE("a heading is never the last of its sheet") {
    auto write = [](Blocks& out) {
        for (int i = 0; i < 40; ++i) {
            out.heading("h" + std::to_string(i), "Rubrik");
            out.paragraph("p" + std::to_string(i), words(3 + i));
        }
    };
    for (int part = 0; part < 40; ++part) {
        Layer const layer = Desk{}.sheet(part, write);
        std::string last;
        for (Element const& element : layer.elements) {
            if (!element.id.starts_with("sheet.")) last = element.id;
        }
        CHECK(last.starts_with("p"));
        if (!find(layer, "sheet.next")) break;
    }
}

TEST_CASE("a paragraph that fits alone but not under its heading is cut, not pushed off the sheet") {
    for (int length = 1; length < 200; length += 7) {
        auto write = [&](Blocks& out) {
            out.kicker("Ämne");
            out.headline("En rubrik");
            out.paragraph("p", words(length));
        };
        Layer const layer = Desk{}.sheet(0, write);
        Element const* way = find(layer, "sheet.which");
        int const end = way ? way->rect.y : Metrics(Glass{}, 200).content().bottom();
        CHECK(find(layer, "p")->rect.bottom() <= end);
    }
}

TEST_CASE("one leafs on and back, and a part beyond the last is the last") {
    auto write = [](Blocks& out) { out.paragraph("p", words(300)); };
    Layer const first = Desk{}.sheet(0, write), second = Desk{}.sheet(1, write),
                beyond = Desk{}.sheet(99, write);
    CHECK_FALSE(find(first, "sheet.previous"));
    CHECK(find(first, "sheet.next")->command == Command{Open{Page{Page::Kind::Home, "", 1}, true}});
    CHECK(find(second, "sheet.previous")->command == Command{Open{Page{}, true}});
    CHECK_FALSE(find(beyond, "sheet.next"));
}

TEST_CASE("the bar offers the next size of text, and the usual one after the largest") {
    for (auto [now, next] : {std::pair{100, 150}, {150, 200}, {200, 100}}) {
        Stop const stop = at_home(now);
        Scene const scene = view(stop.model, stop.now, FixedRuler{});
        Element const* button = find(scene.current, "bar.text_size");
        REQUIRE(button);
        CHECK(button->command == Command{ChooseTextSize{next}});
        CHECK(button->name == "Textstorlek " + std::to_string(next) + "\u00A0%");
    }
}

TEST_CASE("large text is read at its size on every page") {
    Stop const stop = at_home();
    Scene const scene = view(stop.model, stop.now, FixedRuler{});
    CHECK(scene.text_percent == 200);
    for (Element const& element : scene.current.elements) {
        for (Paint const& paint : element.paints) {
            if (auto const* text = std::get_if<TextPaint>(&paint)) CHECK(text->style.px >= 52);
        }
    }
}
