#pragma once
// Looks at sticks and brings in what staff approved, on a thread of its own that gives way to the show. One
// job at a time; answers come through the inbox.

#include "app/message.h"
#include "intake/reception.h"
#include "state/effect.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace kiosk {

class IntakeWorker {
public:
    struct Places {
        std::filesystem::path media, playlists, data;
    };
    IntakeWorker(Places, KioskInbox&);
    /// Stops what goes on; a copying leaves everything as it was.
    ~IntakeWorker();
    IntakeWorker(IntakeWorker const&) = delete;
    IntakeWorker& operator=(IntakeWorker const&) = delete;

    // Any thread; none of these blocks. A new job stops the one before.
    void survey(SurveyStick);
    void bring_in(BringIn);
    void stop();

private:
    using Job = std::variant<std::monostate, SurveyStick, BringIn>;

    void give(Job);
    void work();
    bool is_wanted();
    /// Waits for room in the inbox, until the program ends.
    void answer(Message);
    void tell(IntakeProgress);
    void do_job(SurveyStick const&);
    void do_job(BringIn const&);
    void do_job(std::monostate) {}
    Result<Survey> look(SurveyStick const&, std::vector<Bitmap>& previews);

    Places m_places;
    KioskInbox& m_inbox;
    std::optional<WorkFolder>
        m_folder;  // The worker's: what the survey made lies there until it is brought in.
    std::mutex m_lock;
    std::condition_variable m_wake;
    Job m_waiting;
    std::vector<std::uint64_t> m_dropped;  // Tickets of imports that never began.
    bool m_has_waiting = false, m_end = false;
    std::thread m_thread;
};

}
