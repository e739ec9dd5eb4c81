#include "dalactl/check.h"

#include "content/library.h"
#include "content/lix.h"
#include "screen/text.h"
#include "view/audit.h"
#include "view/tour.h"
#include "view/view.h"

#include <cmath>
#include <iostream>
#include <set>

namespace kiosk {
namespace {

/// Swedish that anyone at a stand reads without effort: below a newspaper's 40 to 45.
constexpr double hardest_lix = 45;

constexpr Size usual_sizes[] = {{1920, 1080}, {1080, 1920}, {3840, 2160}, {1280, 800}};

int report(std::set<std::string> const& findings) {
    for (std::string const& finding : findings) std::cout << finding << "\n";
    return int(findings.size());
}

std::set<std::string> file_faults(Catalog const& catalog) {
    std::set<std::string> findings;
    for (Problem const& problem : catalog.problems) findings.insert(problem.what);
    return findings;
}

std::set<std::string> hard_texts(Catalog const& catalog) {
    std::set<std::string> findings;
    for (auto const& [id, argument] : catalog.arguments) {
        double const value = lix(argument.body.in("sv"));
        if (value <= hardest_lix) continue;
        findings.insert("media/arguments/" + id + ".toml: the Swedish body has a LIX of " +
                        std::to_string(std::lround(value)) + "; at most 45: use shorter sentences and words");
    }
    return findings;
}

std::set<std::string> screen_faults(Catalog const& catalog, PangoRuler const& ruler) {
    std::set<std::string> findings;
    for (Size const& size : usual_sizes) {
        for (Language const& language : catalog.languages) {
            for (Stop const& stop : tour(catalog, Settings{}, Glass{.px = size}, language)) {
                for (std::string const& finding : audit(view(stop.model, stop.now, ruler), ruler, catalog))
                    findings.insert(finding);
            }
        }
    }
    return findings;
}

}

int run_check(std::filesystem::path const& media, std::filesystem::path const& playlists) {
    auto const catalog = load_content(media, playlists);
    if (!catalog) {
        std::cerr << "dalactl: " << catalog.error().what << "\n";
        return 1;
    }
    Fonts const fonts;
    for (std::string const& font : fonts.missing()) std::cerr << "dalactl: " << font << "\n";
    PangoRuler const ruler{fonts};
    int const found =
        report(file_faults(*catalog)) + report(hard_texts(*catalog)) + report(screen_faults(*catalog, ruler));
    std::cout << catalog->arguments.size() << " arguments, " << catalog->images.size() << " pictures, "
              << catalog->playlists.size()
              << " playlists: " << (found == 0 ? "nothing to remark" : std::to_string(found) + " to mend")
              << "\n";
    return found == 0 ? 0 : 1;
}

}
