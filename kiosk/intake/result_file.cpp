#include "intake/result_file.h"

#include "base/durable.h"
#include "base/fd.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kiosk {
namespace {

/// Sticks are read on Windows.
constexpr char const* line_end = "\r\n";

std::string line_of(SurveyedFile const& file, Catalog const& words, Language const& language) {
    std::string const why = remark(file, words, language);
    return "  " + file.name + (why.empty() ? "" : ": " + why) + line_end;
}

std::string part_in(Language const& language, Survey const& survey, Catalog const& words) {
    auto const say = [&](char const* key) { return words.phrase(language, "intake." + std::string(key)); };
    std::string playing, beside, refused;
    for (SurveyedFile const& file : survey.files) {
        bool const left_out = file.verdict == Verdict::Refused || file.verdict == Verdict::Same;
        (left_out                          ? refused
         : file.verdict == Verdict::Beside ? beside
                                           : playing) += line_of(file, words, language);
    }
    for (std::string const& complaint : survey.complaints) refused += "  " + complaint + line_end;
    std::string text = fill(say(survey.slides == 1 ? "result_one" : "result"),
                            {{"name", survey.name}, {"slides", std::to_string(survey.slides)}});
    text += line_end;
    auto const add = [&](char const* heading, std::string const& lines) {
        if (!lines.empty()) text += line_end + say(heading) + line_end + lines;
    };
    add("result_plays", playing);
    add("result_beside", beside);
    add("result_refused", refused);
    if (survey.cut_short) text += line_end + say("cut_short") + line_end;
    return text;
}

}

std::string result_text(Survey const& survey, Catalog const& words) {
    std::string text;
    for (Language const& language : words.languages) {
        if (!text.empty()) text += std::string(line_end) + "----" + line_end + line_end;
        text += part_in(language, survey, words);
    }
    return text;
}

Status write_result(Survey const& survey, Catalog const& words) {
    auto const failed = [&](int code) {
        return Error{code == ENOSPC ? Kind::Unavailable : Kind::Unreadable,
                     (survey.result_folder / result_file_name).string() +
                         ": can't be written: " + std::strerror(code)};
    };
    Fd const folder{::open(survey.result_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!folder) return failed(errno);
    // Whatever has that name, a link perhaps, goes; what it leads to stays.
    if (::unlinkat(folder.get(), result_file_name, 0) != 0 && errno != ENOENT) return failed(errno);
    Fd const file{
        ::openat(folder.get(), result_file_name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644)};
    if (!file) return failed(errno);
    bool const written = write_all(file.get(), result_text(survey, words)) && ::fsync(file.get()) == 0 &&
                         ::fsync(folder.get()) == 0;
    return written ? Status{} : failed(errno);
}

}
