#include "app/intake_worker.h"

#include "base/folders.h"
#include "base/log.h"
#include "content/library.h"
#include "intake/bring_in.h"
#include "intake/examiner.h"
#include "intake/office.h"
#include "intake/result_file.h"

#include <chrono>
#include <map>

#include <sys/resource.h>

namespace kiosk {
namespace {

constexpr std::chrono::minutes longest_look{5};
/// Between two words about how far it has come.
constexpr Millis pace{150};
/// The show goes first.
constexpr int niceness = 10;
/// 80 kB each; a playlist may have as many slides.
constexpr std::size_t most_previews = 300;

/// Says at most so often that it is time to tell.
class Pace {
public:
    bool is_due() {
        auto const now = std::chrono::steady_clock::now();
        if (now < m_next) return false;
        m_next = now + pace;
        return true;
    }

private:
    std::chrono::steady_clock::time_point m_next;
};

}

IntakeWorker::IntakeWorker(Places places, KioskInbox& inbox)
    : m_places(std::move(places)), m_inbox(inbox), m_thread([this] { work(); }) {}

IntakeWorker::~IntakeWorker() {
    {
        std::lock_guard const guard{m_lock};
        m_end = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void IntakeWorker::survey(SurveyStick job) { give(std::move(job)); }
void IntakeWorker::bring_in(BringIn job) { give(std::move(job)); }
void IntakeWorker::stop() { give(std::monostate{}); }

void IntakeWorker::give(Job job) {
    {
        std::lock_guard const guard{m_lock};
        // Whoever approved waits for an answer.
        if (auto const* import = std::get_if<BringIn>(&m_waiting)) m_dropped.push_back(import->ticket);
        m_waiting = std::move(job);
        m_has_waiting = true;
    }
    m_wake.notify_one();
}

void IntakeWorker::work() {
    // On Linux the niceness is this thread's, and that of the programs that it starts.
    ::setpriority(PRIO_PROCESS, 0, niceness);
    std::unique_lock guard{m_lock};
    while (!m_end) {
        m_wake.wait(guard, [&] { return m_end || m_has_waiting; });
        if (m_end) break;
        m_has_waiting = false;
        Job const job = std::exchange(m_waiting, Job{});
        auto const dropped = std::exchange(m_dropped, {});
        guard.unlock();
        for (std::uint64_t const ticket : dropped)
            answer(BroughtIn{ticket, Error{Kind::Refused, "the import was stopped before it began"}});
        if (!std::holds_alternative<BringIn>(job)) m_folder.reset();
        std::visit([&](auto const& now) { do_job(now); }, job);
        guard.lock();
    }
}

bool IntakeWorker::is_wanted() {
    std::lock_guard const guard{m_lock};
    return !m_has_waiting && !m_end;
}

void IntakeWorker::answer(Message message) {
    std::unique_lock guard{m_lock};
    while (!m_inbox.push(std::move(message)) && !m_end) m_wake.wait_for(guard, pace);
}

/// Only once the last word was heard: the inbox is for others too.
void IntakeWorker::tell(IntakeProgress progress) {
    if (m_inbox.is_empty()) m_inbox.push(progress);
}

void IntakeWorker::do_job(SurveyStick const& job) {
    std::vector<Bitmap> previews;
    auto survey = look(job, previews);
    if (!survey) {
        log_warning(survey.error().what);
        m_folder.reset();
    }
    answer(Surveyed{{job.ticket, std::move(survey)}, std::move(previews)});
}

Result<Survey> IntakeWorker::look(SurveyStick const& job, std::vector<Bitmap>& previews) {
    auto const library = load_library(m_places.media);
    // What it complains of is not the stick.
    if (!library) return Error{Kind::Unreadable, library.error().what};
    auto folder = WorkFolder::create(m_places.data / "run");
    if (!folder) return folder.error();
    m_folder = *std::move(folder);
    GoOn const is_wanted_still = [this] { return is_wanted(); };
    auto delivery = receive(job.stick.folder, *m_folder, is_wanted_still);
    if (!delivery) return delivery.error();
    auto examiner = Examiner::start(program_folder() / "dala-decode", is_wanted_still);
    if (!examiner) return examiner.error();

    std::map<std::filesystem::path, Bitmap> seen;
    auto const look_at = [&](std::filesystem::path const& file) {
        auto look = examiner->look(file);
        if (look && seen.size() < most_previews) seen.emplace(file, examiner->take_preview());
        return look;
    };
    auto const end = std::chrono::steady_clock::now() + longest_look;
    Pace telling;
    auto const go_on = [&](int looked, int of) {
        if (telling.is_due()) tell({job.ticket, std::uintmax_t(looked), std::uintmax_t(of)});
        return is_wanted() && std::chrono::steady_clock::now() < end;
    };
    auto made =
        kiosk::survey({*std::move(delivery), m_folder->path(), m_places.playlists, *library, job.screen},
                      {look_at, pdf_maker(is_wanted_still), go_on});
    if (!made) return made;
    for (SurveyedFile const& file : made->files) {
        auto const preview = seen.find(file.made.empty() ? made->folder / file.from : file.made);
        previews.push_back(preview == seen.end() ? Bitmap{} : std::move(preview->second));
    }
    return made;
}

void IntakeWorker::do_job(BringIn const& job) {
    Pace telling;
    Status const brought = kiosk::bring_in(job.survey, m_places.playlists, [&](std::uintmax_t copied) {
        if (telling.is_due()) tell({job.ticket, copied, job.survey.bytes});
        return is_wanted();
    });
    m_folder.reset();
    if (brought) {
        log_info(job.survey.label + ": is the playlist \"" + job.survey.name + "\" now, with " +
                 std::to_string(job.survey.slides) + (job.survey.slides == 1 ? " slide" : " slides"));
        auto const words = load_library(m_places.media);
        Status const told = words ? write_result(job.survey, *words) : Status{words.error()};
        if (!told) log_info(told.error().what);
    } else {
        log_warning(brought.error().what);
    }
    answer(BroughtIn{job.ticket, brought ? std::nullopt : std::optional{brought.error()}});
}

}
