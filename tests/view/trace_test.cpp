// Every number on a screen is one that the library traces to its register of facts, or the kiosk's own.

#include "content/trace.h"

#include "content/markdown.h"
#include "content/numbers.h"
#include "view/fixed_ruler.h"
#include "view/libraries.h"
#include "view/tour.h"
#include "view/view.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

using Numbers = std::set<std::string>;

FactRegister shipped_facts() {
    std::vector<Problem> problems;
    Result<FactRegister> facts = load_facts(std::filesystem::path(DALA_SOURCE_DIR) / "media", problems);
    REQUIRE_MESSAGE(facts.has_value(), facts.error().what);
    for (Problem const& problem : problems) CHECK(problem.what == "");
    return *std::move(facts);
}

void mask(std::string& text) {
    for (char& c : text) {
        if (c >= '0' && c <= '9') c = 'x';
    }
}

void mask(LocalizedText& text) {
    std::map<Language, std::string, std::less<>> texts = text.all();
    for (auto& [language, words] : texts) mask(words);
    text = LocalizedText{std::move(texts)};
}

void mask(std::optional<Figure>& figure) {
    if (!figure) return;
    mask(figure->value), mask(figure->unit), mask(figure->year), mask(figure->source);
}

/// The catalogue without a digit in any text that claims() holds against the register, nor in the names and
/// years of sources. What digits are left on a screen come from elsewhere.
Catalog without_traced_numbers(Catalog catalog) {
    for (Topic& topic : catalog.topics) {
        mask(topic.title), mask(topic.headline), mask(topic.lead), mask(topic.figure);
        for (Section& section : topic.sections) mask(section.title), mask(section.figure);
    }
    for (auto& [id, argument] : catalog.arguments) {
        mask(argument.title), mask(argument.body), mask(argument.figure);
        for (Source& source : argument.sources) mask(source.name), mask(source.year);
    }
    for (Place& place : catalog.places) {
        mask(place.known_for), mask(place.getting_there);
        mask(place.inhabitants_year), mask(place.inhabitants_source);
    }
    for (Partner& partner : catalog.partners) mask(partner.role);
    for (Playlist& playlist : catalog.playlists) {
        for (Item& item : playlist.items) {
            mask(item.text), mask(item.kicker), mask(item.headline), mask(item.unit), mask(item.year);
            for (LocalizedText& point : item.points) mask(point);
            mask(item.answer);
        }
    }
    return catalog;
}

void add_range(Numbers& numbers, int from, int to) {
    for (int number = from; number <= to; ++number) numbers.insert(std::to_string(number));
}

void add_time(Numbers& numbers, ZonedTime const& time) {
    LocalTime const t = local_time(time);
    for (int const part : {t.year, int(t.day), t.hour, t.minute}) numbers.insert(std::to_string(part));
}

/// What workshops say of themselves: when, how many seats, and whatever their texts hold.
Numbers workshop_numbers(Catalog const& catalog) {
    Numbers numbers;
    for (Workshop const& workshop : catalog.workshops) {
        add_time(numbers, workshop.starts);
        add_time(numbers, workshop.ends);
        for (auto const& time : {workshop.opens, workshop.closes}) {
            if (time) add_time(numbers, *time);
        }
        add_range(numbers, 0, workshop.seats);
        for (Language const& language : catalog.languages) {
            for (LocalizedText const* text :
                 {&workshop.title, &workshop.summary, &workshop.audience, &workshop.place, &workshop.price})
                numbers.merge(numbers_in(text->in(language), number_style(language)));
        }
    }
    return numbers;
}

/// Those of the places, each of which claims() traces, and their sum.
Numbers place_numbers(Catalog const& catalog) {
    Numbers numbers;
    int sum = 0;
    for (Place const& place : catalog.places) {
        sum += place.inhabitants;
        numbers.insert(std::to_string(place.inhabitants));
        if (place.rail_km) numbers.insert(std::to_string(*place.rail_km));
    }
    numbers.insert(std::to_string(sum));
    return numbers;
}

/// "2 of 5", the countdown, the sizes of text, the digits of the PIN pad.
Numbers own_counters() {
    Numbers numbers{"100", "150", "200"};
    add_range(numbers, 0, std::max(20, Settings{}.still_there_seconds));
    return numbers;
}

Numbers allowed_numbers(Catalog const& catalog) {
    Numbers allowed = own_counters();
    allowed.merge(workshop_numbers(catalog));
    allowed.merge(place_numbers(catalog));
    return allowed;
}

/// A person's number is their own.
Numbers phone_numbers(Catalog const& catalog) {
    Numbers numbers;
    for (Contact const& contact : catalog.contacts)
        numbers.merge(numbers_in(contact.phone, NumberStyle::English));
    return numbers;
}

/// A line for each number on a screen that is in nobody's list.
std::string strangers(Stop const& stop, Numbers const& allowed) {
    std::string lines;
    Scene const scene = view(stop.model, stop.now, FixedRuler{});
    Numbers const phones = phone_numbers(stop.model.catalog);
    auto look = [&](Element const& element) {
        for (Paint const& paint : element.paints) {
            auto const* text = std::get_if<TextPaint>(&paint);
            if (!text) continue;
            std::string const words = plain_text(text->markup);
            for (std::string const& number : numbers_in(words, number_style(scene.language))) {
                if (!allowed.contains(number) && !phones.contains(number))
                    lines += stop.name + ": " + element.id + " shows " + number + ": " + words + "\n";
            }
        }
    };
    for (Element const& element : scene.current.elements) look(element);
    for (Element const& element : scene.above) look(element);
    return lines;
}

}

TEST_CASE("every number of the shipped library is in a row that it names") {
    Catalog const catalog = shipped_library();
    FactRegister const facts = shipped_facts();
    std::string lines;
    for (Claim const& claim : claims(catalog)) {
        for (std::string const& number : untraced(claim, catalog, facts))
            lines += claim.at.file + ": " + claim.at.key + ": " + number + "\n";
    }
    CHECK(lines == "");
    CHECK(trace(catalog, facts).empty());
}

TEST_CASE("the sum of the places is the county's") {
    Catalog const catalog = shipped_library();
    int sum = 0;
    for (Place const& place : catalog.places) sum += place.inhabitants;
    FactRegister const facts = shipped_facts();
    CHECK(numbers_in(facts.rows.at("place.dalarna").figure, NumberStyle::English)
              .contains(std::to_string(sum)));
}

TEST_CASE("every other number on a screen is a workshop's, a place's or a counter of the kiosk") {
    Catalog const catalog = shipped_library();
    Numbers const allowed = allowed_numbers(catalog);
    for (Language const& language : catalog.languages) {
        std::string lines;
        for (Stop const& stop :
             tour(without_traced_numbers(catalog), Settings{}, glass_of({1920, 1080}), language))
            lines += strangers(stop, allowed);
        CHECK(lines == "");
    }
}

TEST_CASE("a number from nowhere would be found") {
    Catalog catalog = shipped_library();
    catalog.phrases["sv"]["home.title"] = "Varför 4711?";
    std::vector<Stop> const stops =
        tour(without_traced_numbers(catalog), Settings{}, glass_of({1920, 1080}), "sv");
    auto const home = std::ranges::find(stops, "home", &Stop::name);
    REQUIRE(home != stops.end());
    CHECK(strangers(*home, allowed_numbers(catalog)) == "home: title shows 4711: Varför 4711?\n");
}
