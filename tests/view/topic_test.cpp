// Topic pages: four compositions, and sections that change nothing but what they are about.

#include "view/fixed_ruler.h"
#include "view/libraries.h"
#include "view/pages.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

constexpr PageLayout layouts[] = {PageLayout::Left, PageLayout::Right, PageLayout::Band, PageLayout::Figure};

/// The page of the shipped topic `id`, laid out as wished, on a screen of that size.
class Sheet {
public:
    explicit Sheet(Size size, std::string_view id = "work") {
        m_model.catalog = shipped_library();
        m_model.glass = glass_of(size);
        topic = *m_model.catalog.topic(id);
    }

    Layer page(int part) const {
        Context const c{m_model, m_now, m_ruler, Metrics(m_model.glass), "sv"};
        return topic_page(c, topic, part);
    }

    Topic topic;

private:
    Model m_model;
    Now m_now;
    FixedRuler m_ruler;
};

std::vector<Element> those(Layer const& layer, std::string_view start) {
    std::vector<Element> found;
    std::ranges::copy_if(layer.elements, std::back_inserter(found),
                         [&](Element const& element) { return element.id.starts_with(start); });
    return found;
}

}

TEST_CASE("tabs and rows keep their places whichever section is shown") {
    for (Size const size : {Size{1920, 1080}, Size{1080, 1920}}) {
        for (PageLayout const layout : layouts) {
            CAPTURE(int(layout));
            CAPTURE(size.w);
            Sheet sheet(size);
            sheet.topic.layout = layout;
            sheet.topic.sections[1].arguments.resize(2);
            sheet.topic.sections[1].figure->unit = LocalizedText("personer");
            Layer const one = sheet.page(0), other = sheet.page(1);
            for (std::string_view const what : {"section.", "argument.", "headline"}) {
                std::vector<Element> const some = those(one, what), others = those(other, what);
                REQUIRE(!some.empty());
                REQUIRE(!others.empty());
                for (std::size_t i = 0; i < std::min(some.size(), others.size()); ++i)
                    CHECK(some[i].rect == others[i].rect);
            }
            CHECK(those(one, "argument.").size() == 4);
            CHECK(those(other, "argument.").size() == 2);
        }
    }
}

TEST_CASE("a tab opens its section beside the page and says which of how many it is") {
    std::vector<Element> const tabs = those(Sheet({1920, 1080}, "living").page(1), "section.");
    REQUIRE(tabs.size() == 2);
    CHECK(tabs[0].name == "Hem, 1 av 2");
    CHECK(tabs[1].name == "Familj, 2 av 2");
    CHECK(tabs[0].command == Command{Open{{Page::Kind::Topic, "living", 0}, true}});
    auto ground = [](Element const& tab) { return std::get<Panel>(tab.paints.front()).fill; };
    CHECK(ground(tabs[0]) != ground(tabs[1]));
}

TEST_CASE("a section shows its own picture and figure, or the page's") {
    Sheet sheet({1920, 1080});
    sheet.topic.sections[1].image.clear();
    sheet.topic.sections[1].figure.reset();
    auto shown = [&](int part, std::string_view id) { return those(sheet.page(part), id).front().name; };
    CHECK(shown(1, "figure.value") == shown(0, "figure.value"));
    CHECK(shown(1, "picture") == shown(0, "picture"));
    Sheet const whole({1920, 1080});
    CHECK(those(whole.page(1), "figure.value").front().name != shown(0, "figure.value"));
    CHECK(those(whole.page(1), "picture").front().name != shown(0, "picture"));
}

TEST_CASE("a page of one section has no tabs, and one that is gone is the first") {
    Sheet sheet({1920, 1080});
    CHECK(sheet.page(7) == sheet.page(0));
    CHECK(sheet.page(-1) == sheet.page(0));
    sheet.topic.sections.resize(1);
    CHECK(those(sheet.page(0), "section.").empty());
}

TEST_CASE("a page without figures has neither panel nor gap") {
    for (PageLayout const layout : layouts) {
        CAPTURE(int(layout));
        Sheet sheet({1920, 1080});
        sheet.topic.layout = layout;
        sheet.topic.figure.reset();
        for (Section& section : sheet.topic.sections) section.figure.reset();
        Layer const page = sheet.page(0);
        CHECK(those(page, "figure.").empty());
        CHECK(those(page, "panel").empty() == (layout != PageLayout::Figure));
        CHECK(those(page, "argument.").size() == 4);
    }
}

TEST_CASE("of two columns, a row that would stand alone is as wide as both") {
    Sheet sheet({1920, 1080}, "culture");
    std::vector<Element> const rows = those(sheet.page(1), "argument.");
    REQUIRE(rows.size() == 3);
    CHECK(rows[2].rect.x == rows[0].rect.x);
    CHECK(rows[2].rect.right() == rows[1].rect.right());
}

TEST_CASE("what is read first comes first: headline, figure, tabs, rows") {
    for (Size const size : {Size{1920, 1080}, Size{1080, 1920}}) {
        for (PageLayout const layout : layouts) {
            CAPTURE(int(layout));
            Sheet sheet(size);
            sheet.topic.layout = layout;
            std::vector<std::string> order;
            for (Element const& element : sheet.page(0).elements) {
                if (element.role == Role::Decoration || element.role == Role::Image) continue;
                order.push_back(element.id.substr(0, element.id.find('.')));
            }
            order.erase(std::unique(order.begin(), order.end()), order.end());
            CHECK(order == std::vector<std::string>{"kicker", "headline", "figure", "section", "argument"});
        }
    }
}
