#pragma once
// A stick, a work folder and a folder of playlists, and a decoder that believes what a file says of itself.

#include "content/library.h"
#include "content/temp_folder.h"
#include "intake/survey.h"

#include <sstream>

namespace kiosk {

/// "picture 1920x1080": a file that the tests' decoder takes; `more` tells files apart or adds "turned",
/// "drawing" or "pages=7".
inline std::string picture(std::string const& more = "", std::string const& size = "1920x1080") {
    return "picture " + size + " " + more;
}

inline Result<Look> look_at(std::filesystem::path const& file) {
    std::ifstream in{file, std::ios::binary};
    std::string const text{std::istreambuf_iterator<char>{in}, {}};
    std::string const name = file.filename().string();
    if (text.starts_with("cut"))
        return Error{Kind::Malformed, name + ": is cut off after 1 kB of picture data"};
    Look look{.ending = ".jpg"};
    if (std::sscanf(text.c_str(), "picture %dx%d", &look.size.w, &look.size.h) != 2)
        return Error{Kind::Refused, name + ": is a text file, not a picture"};
    look.turned = text.find("turned") != text.npos;
    look.scalable = text.find("drawing") != text.npos;
    if (auto at = text.find("pages="); at != text.npos) {
        look.pages = std::atoi(text.c_str() + at + 6);
        look.ending = ".pdf";
    }
    return look;
}

/// The product's words, without its pictures and texts: a list may name none of them.
inline Catalog words() {
    static Catalog const all = [] {
        auto library = load_library(DALA_SOURCE_DIR "/media");
        Catalog catalog;
        catalog.languages = library->languages;
        catalog.phrases = library->phrases;
        return catalog;
    }();
    return all;
}

struct Brought {
    TempFolder stick, work, playlists;
    Catalog library = words();
    std::string label = "KINGSTON", name;
    Quota quota;
    WalkLimits walk;
    SurveyTools tools{look_at, {}, {}};

    Result<Survey> try_survey() const {
        return survey({{stick.path(), label, stick.path(), {}, false},
                       work.path(),
                       playlists.path(),
                       library,
                       {1920, 1080},
                       name,
                       quota,
                       walk},
                      tools);
    }

    Survey surveyed() const {
        auto made = try_survey();
        return made ? *std::move(made) : Survey{.label = made.error().what};
    }

    /// "01.jpg Plays", a line a file, with the English remark behind it.
    std::string verdicts() const {
        std::string lines;
        for (SurveyedFile const& file : surveyed().files) {
            std::string const why = remark(file, library, "en");
            lines += file.name + ": " + verdict_word(file.verdict, library, "en") +
                     (why.empty() ? "" : ", " + why) + "\n";
        }
        return lines;
    }
};

}
