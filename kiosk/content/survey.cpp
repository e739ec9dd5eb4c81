#include "content/survey.h"

#include <algorithm>

namespace kiosk {
namespace {

/// Of the phrases "intake.verdict.…", in the order of Verdict.
constexpr char const* verdict_keys[] = {"plays", "turned", "converted", "soft", "beside", "same", "refused"};

/// Of the phrases "intake.no.…", in the order of Refusal.
constexpr char const* refusal_keys[] = {"not_shown", "damaged", "too_large", "video",     "sound",
                                        "office",    "archive", "locked",    "link",      "special",
                                        "name",      "deep",    "nested",    "list",      "stray",
                                        "slides",    "bytes",   "unread",    "unreadable"};

/// The language of the sentences that programs write.
constexpr std::string_view exact_language = "en";

std::string refusal_of(SurveyedFile const& file, Catalog const& catalog, Language const& language) {
    if (language == exact_language && !file.what.empty()) return file.what;
    return catalog.phrase(language, "intake.no." + std::string(refusal_keys[int(file.refusal)]));
}

}

int count(Survey const& survey, Verdict verdict) {
    return int(std::ranges::count(survey.files, verdict, &SurveyedFile::verdict));
}

std::string const& verdict_word(Verdict verdict, Catalog const& catalog, Language const& language) {
    return catalog.phrase(language, "intake.verdict." + std::string(verdict_keys[int(verdict)]));
}

std::string remark(SurveyedFile const& file, Catalog const& catalog, Language const& language) {
    auto phrase = [&](char const* key) -> std::string const& { return catalog.phrase(language, key); };
    switch (file.verdict) {
    case Verdict::Refused:
        return refusal_of(file, catalog, language);
    case Verdict::Same:
        return fill(phrase("intake.same"), {{"other", file.what}});
    case Verdict::Soft:
        return fill(phrase("intake.soft"),
                    {{"w", std::to_string(file.size.w)}, {"h", std::to_string(file.size.h)}});
    case Verdict::Converted:
        return phrase("intake.converted");
    case Verdict::Turned:
        return phrase("intake.turned");
    case Verdict::Plays:
    case Verdict::Beside:
        break;
    }
    return "";
}

}
