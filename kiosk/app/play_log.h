#pragma once
// Proof of play on disk: DATA/plays/YYYY-MM.csv, a row a play, added to as it happens. Every name is in the
// row, so nothing else needs to exist to read it. Written on a thread of its own: no disk holds up a frame.
// Rows that wait when the power goes (at most those of a few seconds) are lost; a row that was cut off is
// passed over by readers.

#include "base/result.h"
#include "state/effect.h"

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

namespace kiosk {

/// The columns, in their order.
std::vector<std::string> play_columns();

class PlayLog {
public:
    /// `folder` is made if it is not there. `kiosk` names this machine in every row.
    PlayLog(std::filesystem::path folder, std::string kiosk);
    /// Writes what waits.
    ~PlayLog();
    PlayLog(PlayLog const&) = delete;
    PlayLog& operator=(PlayLog const&) = delete;

    /// Any thread; never blocks on the disk. A disk that takes nothing is named once in the log, and further
    /// rows are dropped while more than a day's wait.
    void add(NotePlay);

private:
    void work();
    void write(std::vector<NotePlay> const&);
    void write_row(NotePlay const&);

    std::filesystem::path m_folder;
    std::string m_kiosk;
    bool m_failed = false;  // The worker's.
    std::mutex m_lock;
    std::condition_variable m_wake;
    std::vector<NotePlay> m_waiting;
    bool m_end = false;
    std::thread m_worker;
};

}
