#include "content/review.h"

#include "content/lix.h"
#include "content/text_check.h"
#include "content/usage.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace kiosk {
namespace {

/// Swedish that anyone at a stand reads without effort: below a newspaper's 40 to 45.
constexpr double hardest_lix = 45;
/// A body that is neither a slogan nor an article.
constexpr int fewest_words = 40, most_words = 90;
/// Letters, spaces included, that whoever walks past takes in: of a slide's largest words, of a line below
/// them, of a number that is to stand large, and of an exhibitor's name.
constexpr int longest_text = 140, longest_line = 80, longest_number = 12, longest_name = 40;
/// Time enough to look something up and to write it anew.
constexpr std::chrono::days soon{90};

std::string line(Spot const& at, std::string const& what) { return at.file + ": " + at.key + ": " + what; }

std::string said(std::chrono::sys_days day) {
    return iso8601(WallTime{day}).substr(0, std::string_view("2027-03-01").size());
}

int count_letters(std::string_view text) {
    int letters = 0;
    for (std::size_t at = 0; at < text.size() && take_code_point(text, at); ++letters) {
    }
    return letters;
}

class Reviewer {
public:
    Reviewer(Catalog const& catalog, std::chrono::sys_days today) : m_catalog(catalog), m_today(today) {}

    void look_for_years() {
        for (auto const& [id, argument] : m_catalog.arguments) {
            AssetId const asset{AssetKind::Argument, id};
            check_figure(argument.figure, spot_in(m_catalog, asset, "figure.year"));
            for (Source const& source : argument.sources) {
                if (!source.year.empty()) continue;
                fault(spot_in(m_catalog, asset, "source"),
                      "\"" + source.name + "\" has no year; write year = \"…\"" + which_year);
            }
        }
        for (Topic const& topic : m_catalog.topics) {
            check_figure(topic.figure, spot_in(m_catalog, {AssetKind::Page, topic.id}, "figure.year"));
            for (Section const& section : topic.sections)
                check_figure(section.figure, spot_in(m_catalog, topic, section, "figure.year"));
        }
    }

    /// The library's own pictures are told of when they are read.
    void look_for_descriptions() {
        for (auto const& [id, image] : m_catalog.images) {
            bool const is_first = image.page == 0;  // One description serves a whole document.
            if (image.described || !is_first || !is_exhibitors(id) || is_logo(id)) continue;
            std::string const file = image.file.stem().string() + ".toml";
            m_review.faults.push_back(m_catalog.playlists_label + "/" + id + ": has no alt text; write " +
                                      file + " beside it, with alt = {…} or decorative = true");
        }
    }

    void look_for_unused() {
        std::set<AssetId> used;
        std::set<std::string> listed;
        for (Use const& use : uses(m_catalog)) {
            used.insert(use.asset);
            if (use.by == Use::By::Page) listed.insert(use.asset.id);
        }
        for (auto const& [id, argument] : m_catalog.arguments) {
            if (listed.contains(id)) continue;
            m_review.faults.push_back(file_of(m_catalog, {AssetKind::Argument, id}) +
                                      ": is on no page; list \"" + id + "\" under arguments in " +
                                      file_of(m_catalog, {AssetKind::Page, argument.topic}) +
                                      " or delete the file");
        }
        for (auto const& [id, image] : m_catalog.images) {
            AssetId const asset{AssetKind::Picture, id};
            if (used.contains(asset)) continue;
            m_review.faults.push_back(
                file_of(m_catalog, asset) + ": nothing shows this picture; write image = \"" + id +
                "\" where it belongs, or delete " + image.file.filename().string() + " and this file");
        }
    }

    void look_at_bodies() {
        for (Reading const& reading : readings(m_catalog)) {
            Spot const at = spot_in(m_catalog, {AssetKind::Argument, reading.argument}, "body");
            if (reading.lix > hardest_lix) {
                fault(at, "the Swedish text has a LIX of " + std::to_string(std::lround(reading.lix)) +
                              "; at most 45: use shorter sentences and words");
            }
            for (std::size_t i = 0; i < reading.words.size(); ++i) {
                int const words = reading.words[i];
                if (words >= fewest_words && words <= most_words) continue;
                fault(at, "has " + std::to_string(words) + " words in \"" + m_catalog.languages[i] +
                              "\"; expected 40 to 90: " + (words < fewest_words ? "say more" : "say less"));
            }
        }
    }

    void look_at_slides() {
        for (Playlist const& playlist : m_catalog.playlists) {
            check_length(LocalizedText{playlist.exhibitor}, longest_name,
                         spot_in(m_catalog, playlist, "exhibitor"));
            for (Item const& item : playlist.items) look_at_slide(playlist, item);
        }
    }

    void look_at_expiry() {
        for (auto const& [id, argument] : m_catalog.arguments)
            check_expiry(argument.expires, spot_in(m_catalog, {AssetKind::Argument, id}, "expires"), "file");
        for (auto const& [id, image] : m_catalog.images)
            check_expiry(image.expires, spot_in(m_catalog, {AssetKind::Picture, id}, "expires"), "picture");
        for (Playlist const& playlist : m_catalog.playlists) {
            for (Item const& item : playlist.items)
                check_expiry(item.expires, spot_in(m_catalog, playlist, item, "expires"), "item");
        }
    }

    Review take() { return std::move(m_review); }

private:
    static constexpr char const* which_year = ", the year it is from or in which it was looked up";

    void fault(Spot const& at, std::string const& what) { m_review.faults.push_back(line(at, what)); }

    /// The exhibitor's name is said beside it.
    bool is_logo(std::string const& image) const {
        return std::ranges::find(m_catalog.playlists, image, &Playlist::logo) != m_catalog.playlists.end();
    }

    void check_figure(std::optional<Figure> const& figure, Spot const& at) {
        if (figure && figure->year.empty())
            fault(at, std::string("is missing; write year = \"…\"") + which_year);
    }

    void look_at_slide(Playlist const& playlist, Item const& item) {
        auto at = [&](std::string_view key) { return spot_in(m_catalog, playlist, item, key); };
        bool const is_figure = item.text_template == TextTemplate::Figure;
        if (is_figure && item.year.empty())
            fault(at("year"), std::string("is missing; write year = \"…\"") + which_year);
        check_length(item.text, is_figure ? longest_number : longest_text, at("text"));
        check_length(item.headline, longest_text, at("headline"));
        check_length(item.unit, longest_line, at("unit"));
        check_length(item.answer, longest_line, at("answer"));
        for (LocalizedText const& point : item.points) check_length(point, longest_line, at("points"));
    }

    void check_length(LocalizedText const& text, int most, Spot const& at) {
        for (auto const& [language, words] : text.all()) {
            int const letters = count_letters(words);
            if (letters <= most) continue;
            fault(at, "has " + std::to_string(letters) + " letters" +
                          (language.empty() ? "" : " in \"" + language + "\"") + "; at most " +
                          std::to_string(most) + " are read in passing: say less");
        }
    }

    void check_expiry(Expiry const& expires, Spot const& at, std::string const& noun) {
        if (!expires) return;
        int const left = int((*expires - m_today).count());
        if (left <= 0) {
            fault(at, "is over since " + said(*expires) +
                          ", so nobody sees it; write a later day or delete the " + noun);
        } else if (*expires - m_today <= soon) {
            m_review.notes.push_back(line(at, "is shown for another " + std::to_string(left) +
                                                  (left == 1 ? " day" : " days") + ", until " +
                                                  said(*expires - std::chrono::days{1})));
        }
    }

    Catalog const& m_catalog;
    std::chrono::sys_days m_today;
    Review m_review;
};

}

Review review(Catalog const& catalog, std::chrono::sys_days today) {
    Reviewer reviewer{catalog, today};
    reviewer.look_for_years();
    reviewer.look_for_descriptions();
    reviewer.look_for_unused();
    reviewer.look_at_bodies();
    reviewer.look_at_slides();
    reviewer.look_at_expiry();
    return reviewer.take();
}

std::vector<Reading> readings(Catalog const& catalog) {
    std::vector<Reading> all;
    for (auto const& [id, argument] : catalog.arguments) {
        Reading reading{id, lix(argument.body.in("sv")), {}};
        for (Language const& language : catalog.languages)
            reading.words.push_back(count_words(argument.body.in(language)));
        all.push_back(std::move(reading));
    }
    return all;
}

}
