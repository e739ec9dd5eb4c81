#include "content/search.h"

#include "content/text_check.h"

#include <algorithm>
#include <sstream>

namespace kiosk {
namespace {

/// From U+00E0 on, and U+00C0 to U+00DE alike; the signs for times and division among them stand for letters
/// that nobody looks for.
constexpr std::string_view plain_letters = "aaaaaaaceeeeiiiidnoooooxouuuuyty";

enum Weight { in_body = 1, in_tags = 4, in_title = 8 };

/// What of an asset is looked at, folded.
struct Words {
    std::string title, tags, body;
};

std::string all_languages(LocalizedText const& text) {
    std::string words;
    for (auto const& [language, in_language] : text.all()) words += folded(in_language) + "\n";
    return words;
}

std::string body_of(Catalog const& catalog, AssetId const& asset) {
    switch (asset.kind) {
    case AssetKind::Argument: {
        Argument const& argument = *catalog.argument(asset.id);
        if (!argument.figure) return all_languages(argument.body);
        return all_languages(argument.body) + all_languages(argument.figure->unit);
    }
    case AssetKind::Page: {
        Topic const& topic = *catalog.topic(asset.id);
        return all_languages(topic.headline) + all_languages(topic.lead);
    }
    case AssetKind::Place: {
        Place const& place = *catalog.place(asset.id);
        return all_languages(place.known_for) + all_languages(place.getting_there);
    }
    case AssetKind::Workshop: {
        Workshop const& workshop = *catalog.workshop(asset.id);
        return all_languages(workshop.summary) + all_languages(workshop.audience);
    }
    case AssetKind::Picture:
    case AssetKind::Partner:
        break;
    }
    return "";
}

Words words_of(Catalog const& catalog, Asset const& asset) {
    Words words{all_languages(asset.title), folded(asset.id.id), body_of(catalog, asset.id)};
    for (std::string const& tag : asset.tags) words.tags += "\n" + folded(tag);
    return words;
}

/// 0 if `word` is nowhere.
int score(Words const& words, std::string const& word) {
    auto has = [&](std::string const& text) { return text.find(word) != std::string::npos; };
    return has(words.title) * in_title + has(words.tags) * in_tags + has(words.body) * in_body;
}

}

std::string folded(std::string_view text) {
    std::string folded;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const start = at;
        std::optional<char32_t> const c = take_code_point(text, at);
        if (!c) at = start + 1;
        if (c && *c >= 'A' && *c <= 'Z')
            folded += char(*c + 32);
        else if (c && *c >= 0xC0 && *c <= 0xFF)
            folded += *c == 0xDF ? 's' : plain_letters[(*c - 0xC0) % plain_letters.size()];
        else
            folded += c == 0xA0 ? " " : text.substr(start, at - start);
    }
    return folded;
}

std::vector<Hit> search(Catalog const& catalog, std::string_view words) {
    std::vector<std::string> wanted;
    std::istringstream in{folded(words)};
    for (std::string word; in >> word;) wanted.push_back(word);

    std::vector<Hit> hits;
    for (Asset& asset : assets(catalog)) {
        Words const searched = words_of(catalog, asset);
        Hit hit{std::move(asset)};
        bool const all = std::ranges::all_of(wanted, [&](std::string const& word) {
            int const more = score(searched, word);
            hit.score += more;
            return more > 0;
        });
        if (all && hit.score > 0) hits.push_back(std::move(hit));
    }
    std::ranges::stable_sort(hits, std::greater{}, &Hit::score);
    return hits;
}

}
