#include "app/play_log.h"

#include "base/csv.h"
#include "base/log.h"
#include "signup/random.h"

#include <cstdio>
#include <fstream>

namespace kiosk {
namespace {

constexpr std::size_t most_waiting = 10'000;

std::string seconds(Millis length) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", double(length.count()) / 1000);
    return text;
}

}

std::vector<std::string> play_columns() {
    return {"id",   "kiosk", "start_utc", "start_ms", "seconds",
            "item", "title", "exhibitor", "playlist", "ended"};
}

PlayLog::PlayLog(std::filesystem::path folder, std::string kiosk)
    : m_folder(std::move(folder)), m_kiosk(std::move(kiosk)), m_worker([this] { work(); }) {}

PlayLog::~PlayLog() {
    {
        std::lock_guard const guard{m_lock};
        m_end = true;
    }
    m_wake.notify_one();
    m_worker.join();
}

void PlayLog::add(NotePlay play) {
    {
        std::lock_guard const guard{m_lock};
        if (m_waiting.size() >= most_waiting) return;
        m_waiting.push_back(std::move(play));
    }
    m_wake.notify_one();
}

void PlayLog::work() {
    std::unique_lock guard{m_lock};
    while (!m_end || !m_waiting.empty()) {
        m_wake.wait(guard, [&] { return m_end || !m_waiting.empty(); });
        std::vector<NotePlay> const plays = std::exchange(m_waiting, {});
        guard.unlock();
        write(plays);
        guard.lock();
    }
}

void PlayLog::write(std::vector<NotePlay> const& plays) {
    for (NotePlay const& play : plays) write_row(play);
}

void PlayLog::write_row(NotePlay const& play) {
    std::error_code failed;
    std::filesystem::create_directories(m_folder, failed);
    std::filesystem::path const file = m_folder / (iso8601(play.start).substr(0, 7) + ".csv");
    bool const fresh =
        !std::filesystem::exists(file, failed) || std::filesystem::file_size(file, failed) == 0;
    std::ofstream out{file, std::ios::app | std::ios::binary};
    if (fresh) out << csv_row(play_columns());
    out << csv_row({random_id(), m_kiosk, iso8601(play.start), std::to_string(play.since.count()),
                    seconds(play.length), play.item, play.title, play.exhibitor, play.playlist, play.ended});
    out.flush();
    if (!out && !m_failed) {
        log_error(
            file.string() +
            ": plays can't be written; the show goes on. Make room on the disk or mend the folder's rights");
    }
    m_failed = !out;
}

}
