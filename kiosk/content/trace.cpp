#include "content/trace.h"

#include "content/nearest.h"
#include "content/numbers.h"
#include "content/table_reader.h"

#include <algorithm>

namespace kiosk {
namespace {

class Claims {
public:
    explicit Claims(Catalog const& catalog) : m_catalog(catalog) {}

    void add(Topic const& topic) {
        AssetId const page{AssetKind::Page, topic.id};
        auto const at = [&](std::string_view key) { return spot_in(m_catalog, page, key); };
        m_rows = fact_ids(topic.figure ? topic.figure->fact : "");
        add(at("title"), topic.title);
        add(at("headline"), topic.headline);
        add(at("lead"), topic.lead);
        add_figure(topic.figure, at);
        for (Section const& section : topic.sections) {
            auto const within = [&](std::string_view key) { return spot_in(m_catalog, topic, section, key); };
            add(within("title"), section.title);
            if (!section.figure) continue;
            m_rows = fact_ids(section.figure->fact);
            add_figure(section.figure, within);
        }
    }

    void add(Argument const& argument) {
        AssetId const asset{AssetKind::Argument, argument.id};
        auto const at = [&](std::string_view key) { return spot_in(m_catalog, asset, key); };
        m_rows = fact_ids(argument.fact);
        add(at("title"), argument.title);
        add(at("body"), argument.body);
        if (argument.figure && !argument.figure->fact.empty()) m_rows = fact_ids(argument.figure->fact);
        add_figure(argument.figure, at);
    }

    void add(Place const& place) {
        AssetId const asset{AssetKind::Place, place.id};
        auto const at = [&](std::string_view key) { return spot_in(m_catalog, asset, key); };
        m_rows = fact_ids(place.fact);
        m_rows.push_back("place." + place.id);
        add(at("known_for"), place.known_for);
        add(at("getting_there"), place.getting_there);
        add(at("inhabitants"), LocalizedText{std::to_string(place.inhabitants)});
        add(at("inhabitants_year"), LocalizedText{place.inhabitants_year});
        if (place.rail_km) add(at("rail_km"), LocalizedText{std::to_string(*place.rail_km)});
    }

    void add(Partner const& partner) {
        m_rows = fact_ids(partner.fact);
        add(spot_in(m_catalog, {AssetKind::Partner, partner.id}, "role"), partner.role);
    }

    void add(Playlist const& playlist, Item const& item) {
        auto const at = [&](std::string_view key) { return spot_in(m_catalog, playlist, item, key); };
        m_of_library = false;
        m_rows = fact_ids(item.fact);
        add(at("text"), item.text);
        add(at("kicker"), item.kicker);
        add(at("headline"), item.headline);
        add(at("unit"), item.unit);
        add(at("year"), LocalizedText{item.year});
        for (LocalizedText const& point : item.points) add(at("points"), point);
        add(at("answer"), item.answer);
    }

    std::vector<Claim> take() { return std::move(m_claims); }

private:
    void add(Spot at, LocalizedText const& text) {
        m_claims.push_back({std::move(at), text, m_rows, m_of_library});
    }

    template <class At> void add_figure(std::optional<Figure> const& figure, At at) {
        if (!figure) return;
        add(at("figure.value"), figure->value);
        add(at("figure.unit"), figure->unit);
        add(at("figure.year"), LocalizedText{figure->year});
    }

    Catalog const& m_catalog;
    std::vector<std::string> m_rows;
    bool m_of_library = true;
    std::vector<Claim> m_claims;
};

std::string listed(auto const& words) {
    std::string list;
    for (std::string const& word : words) list += (list.empty() ? "" : ", ") + word;
    return list;
}

void add_unknown_rows(Claim const& claim, FactRegister const& facts, std::set<std::string>& lines) {
    Names const known = ids_of(facts.rows);
    for (std::string const& row : claim.rows) {
        if (facts.rows.contains(row)) continue;
        lines.insert(claim.at.file + ": key \"fact\": no row \"" + row + "\" in " + facts.label +
                     suggestion(row, known));
    }
}

}

std::vector<Claim> claims(Catalog const& catalog) {
    Claims all{catalog};
    for (Topic const& topic : catalog.topics) all.add(topic);
    for (auto const& [id, argument] : catalog.arguments) all.add(argument);
    for (Place const& place : catalog.places) all.add(place);
    for (Partner const& partner : catalog.partners) all.add(partner);
    for (Playlist const& playlist : catalog.playlists) {
        for (Item const& item : playlist.items) all.add(playlist, item);
    }
    return all.take();
}

std::set<std::string> untraced(Claim const& claim, Catalog const& catalog, FactRegister const& facts) {
    std::set<std::string> missing;
    for (Language const& language : catalog.languages)
        missing.merge(numbers_in(claim.text.in(language), number_style(language)));
    auto take_away = [&](std::string const& text) {
        for (std::string const& number : numbers_in(text, NumberStyle::English)) missing.erase(number);
    };
    for (std::string const& row : claim.rows) {
        auto const found = facts.rows.find(row);
        if (found == facts.rows.end()) continue;
        take_away(found->second.figure + "\n" + facts.gathered);
        for (std::string const& also : found->second.also) take_away(also);
    }
    return missing;
}

std::vector<std::string> trace(Catalog const& catalog, FactRegister const& facts) {
    std::set<std::string> unknown;
    std::vector<std::string> lines;
    for (Claim const& claim : claims(catalog)) {
        add_unknown_rows(claim, facts, unknown);
        if (claim.rows.empty() && !claim.of_library) continue;
        std::set<std::string> const missing = untraced(claim, catalog, facts);
        if (missing.empty()) continue;
        std::string const what = claim.at.file + ": " + claim.at.key + ": " + listed(missing);
        lines.push_back(
            claim.rows.empty()
                ? what + " rests on nothing; name the row of " + facts.label + " with fact = \"…\""
                : what + " is not in " + listed(claim.rows) + " of " + facts.label +
                      "; write what was read there, or add it to also = […] if that page says it");
    }
    lines.insert(lines.begin(), unknown.begin(), unknown.end());
    return lines;
}

}
