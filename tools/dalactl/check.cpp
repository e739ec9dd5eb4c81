#include "dalactl/check.h"

#include "content/library.h"
#include "content/review.h"
#include "content/trace.h"
#include "dalactl/darkroom.h"
#include "dalactl/table.h"
#include "screen/text.h"
#include "view/audit.h"
#include "view/tour.h"
#include "view/view.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <map>

namespace kiosk {
namespace {

/// What only a decoder knows: the pictures that words stand on, the pages of documents. It is started when
/// the first is asked for.
class Proofs : public PictureSource {
public:
    Bitmap const* find(PictureKey const& key) override {
        if (!m_tried) open();
        if (!m_darkroom) return nullptr;
        m_darkroom->fetch(key, m_store);
        return m_store.find(key);
    }

    PageCounter page_counter() {
        return [this](std::filesystem::path const& file) -> Result<int> {
            if (!m_tried) open();
            if (!m_darkroom)
                return Error{Kind::Unavailable, file.filename().string() + ": can't be looked into"};
            return m_darkroom->page_counter()(file);
        };
    }

private:
    void open() {
        m_tried = true;
        auto room = Darkroom::open();
        if (room)
            m_darkroom = *std::move(room);
        else
            std::cerr << "dalactl: " << room.error().what << "\n";
    }

    bool m_tried = false;
    std::unique_ptr<Darkroom> m_darkroom;
    PictureStore m_store{std::size_t{64} << 20};
};

/// The tour is on a day of its own; what has expired by then is looked at all the same.
Catalog without_expiry(Catalog catalog) {
    for (auto& [id, argument] : catalog.arguments) argument.expires.reset();
    for (auto& [id, image] : catalog.images) image.expires.reset();
    for (Playlist& playlist : catalog.playlists) {
        for (Item& item : playlist.items) item.expires.reset();
    }
    return catalog;
}

/// Every screen at one size and in one language, and the pages once more in each larger text.
std::vector<Stop> all_stops(Catalog const& catalog, Size size, Language const& language,
                            TextRuler const& ruler) {
    Glass const glass{.px = size};
    std::vector<Stop> stops = tour(catalog, Settings{}, glass, language);
    for (int const percent : {150, 200}) {
        std::ranges::move(large_text_tour(catalog, Settings{}, glass, language, percent, ruler),
                          std::back_inserter(stops));
    }
    return stops;
}

/// "1280x800" or "1280x800 150 %"
std::string format_of(Scene const& scene) {
    std::string const size = std::to_string(scene.size.w) + "x" + std::to_string(scene.size.h);
    return scene.text_percent == 100 ? size : size + " " + std::to_string(scene.text_percent) + " %";
}

/// The finding without its place and without what differs from format to format: figures and quoted words.
std::string essence(std::string const& finding) {
    std::size_t const from = finding.find(": "), open = finding.find("“"), close = finding.rfind("”");
    std::string rule = finding.substr(from, open == std::string::npos ? open : open - from);
    std::erase_if(rule, [](char c) { return c >= '0' && c <= '9'; });
    return close == std::string::npos ? rule : rule + finding.substr(close);
}

/// Findings on screens, each once, whatever the number of formats that have it.
class ScreenFindings {
public:
    void add(Scene const& scene, std::string const& finding) {
        std::string const format = format_of(scene);
        auto [known, fresh] =
            m_known.try_emplace(scene.screen + " " + scene.language + essence(finding), m_findings.size());
        if (fresh)
            m_findings.push_back({finding, {format}});
        else if (auto& formats = m_findings[known->second].formats; formats.back() != format)
            formats.push_back(format);
    }

    std::vector<std::string> lines() const {
        std::vector<std::string> lines;
        for (auto const& [first, formats] : m_findings) {
            lines.push_back(first);
            for (std::size_t i = 1; i < formats.size(); ++i)
                lines.back() += (i == 1 ? " (also at " : ", ") + formats[i];
            if (formats.size() > 1) lines.back() += ")";
        }
        return lines;
    }

private:
    struct Finding {
        std::string first;
        std::vector<std::string> formats;
    };
    std::map<std::string, std::size_t> m_known;
    std::vector<Finding> m_findings;
};

std::vector<std::string> screen_faults(Catalog const& catalog, TextRuler const& ruler,
                                       std::vector<Size> const& sizes, Proofs& proofs) {
    ScreenFindings findings;
    for (Size const& size : sizes) {
        for (Language const& language : catalog.languages) {
            for (Stop const& stop : all_stops(catalog, size, language, ruler)) {
                Scene const scene = view(stop.model, stop.now, ruler);
                for (std::string const& finding : audit(scene, ruler, catalog, &proofs))
                    findings.add(scene, finding);
            }
        }
    }
    return findings.lines();
}

/// What a library without a register of facts says is not looked into.
void add_traces(Catalog const& catalog, std::filesystem::path const& media,
                std::vector<std::string>& faults) {
    std::vector<Problem> problems;
    auto const facts = load_facts(media, problems);
    for (Problem const& problem : problems) faults.push_back(problem.what);
    if (facts)
        std::ranges::move(trace(catalog, *facts), std::back_inserter(faults));
    else if (facts.error().kind != Kind::NotFound)
        faults.push_back(facts.error().what);
}

void print_readings(Catalog const& catalog) {
    std::cout << " LIX  words (";
    for (Language const& language : catalog.languages)
        std::cout << (&language == &catalog.languages.front() ? "" : ", ") << language;
    std::cout << ")\n";
    for (Reading const& reading : readings(catalog)) {
        char row[32];
        std::snprintf(row, sizeof row, "%4ld  ", std::lround(reading.lix));
        std::cout << row;
        for (int const words : reading.words) {
            std::snprintf(row, sizeof row, "%4d", words);
            std::cout << row;
        }
        std::cout << "  " << reading.argument << "\n";
    }
}

void print_summary(Catalog const& catalog, std::size_t faults, std::size_t notes) {
    std::cout << counted(catalog.arguments.size(), "argument") << ", "
              << counted(catalog.images.size(), "picture") << ", "
              << counted(catalog.playlists.size(), "playlist") << ": "
              << (faults == 0 ? "nothing to mend" : std::to_string(faults) + " to mend");
    if (notes > 0) std::cout << ", " << counted(notes, "note");
    std::cout << "\n";
}

}

int run_check(CheckJob const& job) {
    Proofs proofs;
    auto const catalog = load_content(job.media, job.playlists, proofs.page_counter());
    if (!catalog) {
        std::cerr << "dalactl: " << catalog.error().what << "\n";
        return 1;
    }
    Fonts const fonts;
    for (std::string const& font : fonts.missing()) std::cerr << "dalactl: " << font << "\n";
    Review review_of_texts = review(*catalog, job.today);
    std::vector<std::string> faults;
    for (Problem const& problem : catalog->problems) faults.push_back(problem.what);
    std::ranges::move(review_of_texts.faults, std::back_inserter(faults));
    add_traces(*catalog, job.media, faults);
    std::ranges::move(screen_faults(without_expiry(*catalog), PangoRuler{fonts}, job.sizes, proofs),
                      std::back_inserter(faults));

    if (job.verbose) print_readings(*catalog);
    for (std::string const& fault : faults) std::cout << fault << "\n";
    for (std::string const& note : review_of_texts.notes) std::cout << "note: " << note << "\n";
    print_summary(*catalog, faults.size(), review_of_texts.notes.size());
    return faults.empty() ? 0 : 1;
}

}
