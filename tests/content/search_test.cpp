#include "content/search.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

LocalizedText both(std::string sv, std::string en) {
    return LocalizedText{{{"sv", std::move(sv)}, {"en", std::move(en)}}};
}

Catalog library() {
    Catalog catalog;
    catalog.licence = "CC BY 4.0";
    catalog.arguments["steel"] = Argument{.id = "steel",
                                          .title = both("Stål sedan 1878", "Steel since 1878"),
                                          .body = both("Över Dalälven", "")};
    catalog.arguments["lake"] = Argument{
        .id = "lake", .title = both("En sjö", "A lake"), .body = both("Stål", "Steel"), .tags = {"bad"}};
    catalog.images["mill"] = Image{.id = "mill", .alt = both("Ett valsverk", "A mill"), .tags = {"stål"}};
    catalog.images["mora/foto.jpg"] = Image{.id = "mora/foto.jpg", .alt = both("Stål", "Steel")};
    catalog.topics = {Topic{.id = "work", .title = both("Jobb", "Work"), .lead = both("Stål", "Steel")}};
    catalog.places = {
        Place{.id = "alvdalen", .name = "Älvdalen", .known_for = both("Älvdalska", "Elfdalian")}};
    catalog.workshops = {Workshop{.id = "brand", .title = both("Varumärke", "Brand")}};
    catalog.partners = {Partner{.id = "iuc", .name = LocalizedText{"IUC Dalarna"}}};
    return catalog;
}

/// "argument steel 8, …"
std::string found(std::string_view words) {
    std::string list;
    for (Hit const& hit : search(library(), words)) {
        list += (list.empty() ? "" : ", ") + std::string(name_of(hit.asset.id.kind)) + " " + hit.asset.id.id +
                " " + std::to_string(hit.score);
    }
    return list;
}

}

TEST_CASE("folding takes case and accents away and leaves the rest") {
    CHECK(folded("ÅÄÖ åäö É ñ ß Øÿ Þþ") == "aao aao e n s oy tt");
    CHECK(folded("3\u00A0200 – “Hej” łódź") == "3 200 – “hej” łodź");
    CHECK(folded("\xFF!") == "\xFF!");
}

TEST_CASE("titles count before tags and tags before bodies") {
    CHECK(found("stal") == "argument steel 8, picture mill 4, argument lake 1, page work 1");
    CHECK(found("STÅL") == found("stal"));
    CHECK(found("steel") == "argument steel 12, argument lake 1, page work 1");
}

TEST_CASE("every word must be found, in whatever language and field") {
    CHECK(found("sjö bad") == "argument lake 12");
    CHECK(found("sjö lake") == "argument lake 20");
    CHECK(found("sjö fjäll") == "");
    CHECK(found("") == "");
}

TEST_CASE("all kinds are searched, by parts of words too") {
    CHECK(found("elfd") == "place alvdalen 1");
    CHECK(found("alvdalen") == "place alvdalen 12");
    CHECK(found("varumärk") == "workshop brand 8");
    CHECK(found("iuc") == "partner iuc 12");
}

TEST_CASE("a list of everything has each kind in the order of its ids, without exhibitors' pictures") {
    std::string list;
    for (Asset const& asset : assets(library())) list += asset.id.id + " (" + asset.licence + ") ";
    CHECK(list == "lake (CC BY 4.0) steel (CC BY 4.0) mill () work (CC BY 4.0) alvdalen (CC BY 4.0) "
                  "brand (CC BY 4.0) iuc (CC BY 4.0) ");
}
