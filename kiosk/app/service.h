#pragma once
// The sign-up service as the kiosk sees it: a process of its own, started again whenever it ends, asked once
// a second how the workshops stand. Its thread may wait; the show never does.

#include "app/message.h"

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

#include <sys/types.h>

namespace kiosk {

struct ServiceOptions {
    std::filesystem::path program, media, data;
    int port = 0;
    std::string public_url;  ///< Address for the QR codes; empty: this machine's on the stand's network.
    std::vector<std::string> more = {};  ///< Further arguments: the simulated clock.
};

class SignupService {
public:
    /// Starts the thread; nothing here blocks.
    SignupService(ServiceOptions, KioskInbox&);
    /// Ends the service: SIGTERM, and SIGKILL if it has not ended within a second.
    ~SignupService();

    /// The workshops' files changed: the service reads them again.
    void reload();

private:
    void run(std::stop_token);
    void attend(std::stop_token, int port, std::string const& secret);
    void ask(class SignupClient const&, int port, int& silent_seconds);
    bool has_ended();
    void end_process();
    /// False if it is time to stop.
    bool sleep(std::stop_token, Millis);

    ServiceOptions m_options;
    int m_port =
        0;  ///< Where it listened last: codes and receipts that are out must reach it after a restart.
    KioskInbox& m_inbox;
    std::mutex m_lock;
    std::condition_variable_any m_wake;
    pid_t m_process = 0;
    std::jthread m_thread;
};

/// This machine's first IPv4 address that is not a loopback, else "127.0.0.1".
std::string stand_address();

}
