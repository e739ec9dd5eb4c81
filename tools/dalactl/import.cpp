#include "dalactl/import.h"

#include "base/folders.h"
#include "content/library.h"
#include "dalactl/table.h"
#include "intake/bring_in.h"
#include "intake/examiner.h"
#include "intake/office.h"
#include "intake/reception.h"
#include "intake/result_file.h"

#include <chrono>
#include <iostream>

namespace kiosk {
namespace {

constexpr std::chrono::minutes longest_look{10};
constexpr char const* language = "en";

int complain(std::string const& sentence, int code = 1) {
    std::cerr << "dalactl: " << sentence << "\n";
    return code;
}

std::string megabytes(std::uintmax_t bytes) { return std::to_string((bytes + 500'000) / 1'000'000) + " MB"; }

/// "3 min 50 s"
std::string duration(Millis length) {
    auto const seconds = std::chrono::round<std::chrono::seconds>(length).count();
    std::string const rest = std::to_string(seconds % 60) + " s";
    return seconds < 60 ? rest : std::to_string(seconds / 60) + " min " + rest;
}

void print_files(Survey const& survey, Catalog const& words) {
    std::vector<Row> rows;
    for (SurveyedFile const& file : survey.files) {
        std::string verdict = verdict_word(file.verdict, words, language);
        if (file.here_already) verdict += ", here already";
        rows.push_back({file.name, std::move(verdict), remark(file, words, language)});
    }
    if (!rows.empty()) std::cout << table(rows) << "\n";
}

void print_totals(Survey const& survey, Catalog const& words) {
    for (std::string const& complaint : survey.complaints) std::cout << complaint << "\n";
    if (survey.cut_short) std::cout << words.phrase(language, "intake.cut_short") << "\n";
    std::cout << counted(std::size_t(survey.slides), "slide") << " of at most " << survey.quota.slides << ", "
              << duration(survey.show) << "; " << megabytes(survey.bytes) << " of at most "
              << megabytes(survey.quota.bytes) << "\n";
    if (survey.slides == 0)
        std::cout << "Nothing in " << survey.label << " can be played\n";
    else if (!survey.changes)
        std::cout << "The playlist \"" << survey.name << "\" has all of it already\n";
    else
        std::cout << (survey.replaces ? "Replaces the playlist \"" : "Becomes the playlist \"") << survey.name
                  << "\"\n";
}

bool agrees() {
    std::cout << "Bring it in? [y/n] " << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "y" || answer == "yes" || answer == "j" || answer == "ja";
}

int bring(Survey const& survey, ImportJob const& job, Catalog const& words) {
    clean_up_imports(job.playlists);
    if (Status brought = bring_in(survey, job.playlists); !brought) return complain(brought.error().what);
    std::cout << "It is in " << (job.playlists / survey.name).string()
              << "; the stick or folder is not needed any more\n";
    if (Status told = write_result(survey, words); !told) complain(told.error().what);
    return 0;
}

Result<Survey> look(ImportJob const& job, Catalog const& library, WorkFolder const& work) {
    auto delivery = receive(job.source, work);
    if (!delivery) return delivery.error();
    auto examiner = Examiner::start(program_folder() / "dala-decode");
    if (!examiner) return examiner.error();
    auto const end = std::chrono::steady_clock::now() + longest_look;
    SurveyTools const tools{[&](std::filesystem::path const& file) { return examiner->look(file); },
                            pdf_maker(), [&](int, int) { return std::chrono::steady_clock::now() < end; }};
    return survey({*std::move(delivery), work.path(), job.playlists, library, job.screen, job.name}, tools);
}

}

int run_import(ImportJob const& job) {
    if (!job.asks && !job.yes && !job.dry_run)
        return complain("nobody is here to be asked; say --yes to bring it in, or --dry-run to look only", 2);
    auto const library = load_library(job.media);
    if (!library) return complain(library.error().what);
    auto const work = WorkFolder::create(job.data / "run");
    if (!work) return complain(work.error().what);
    auto const survey = look(job, *library, *work);
    if (!survey) return complain(survey.error().what);
    print_files(*survey, *library);
    print_totals(*survey, *library);
    if (survey->slides == 0) return 1;
    if (job.dry_run || !survey->changes) return 0;
    if (!job.yes && !agrees()) return complain("nothing was brought in");
    return bring(*survey, job, *library);
}

}
