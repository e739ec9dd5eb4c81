#include "app/service.h"

#include "base/log.h"
#include "base/process.h"
#include "web/client.h"

#include <csignal>
#include <cstdio>
#include <memory>

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/wait.h>

namespace kiosk {
namespace {

constexpr Millis between_questions{1000};
/// Short enough that a service that died is back within two seconds, long enough not to spin.
constexpr Millis before_restart{400};
constexpr int start_seconds = 10;
constexpr int silence_allowed = 3;

Seats seats_of(WorkshopState const& state) {
    return {state.seats, state.taken, std::string(status_name(state.status)), state.token};
}

std::vector<std::string> arguments_of(ServiceOptions const& options, int port) {
    std::vector<std::string> arguments{"--supervised",        "--media", options.media.string(), "--data",
                                       options.data.string(), "--port",  std::to_string(port)};
    if (!options.public_url.empty()) arguments.insert(arguments.end(), {"--public-url", options.public_url});
    arguments.insert(arguments.end(), options.more.begin(), options.more.end());
    return arguments;
}

}

std::string stand_address() {
    ifaddrs* first = nullptr;
    if (::getifaddrs(&first) != 0) return "127.0.0.1";
    std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> const all{first, &::freeifaddrs};
    for (ifaddrs const* at = first; at; at = at->ifa_next) {
        bool const usable = at->ifa_addr && at->ifa_addr->sa_family == AF_INET && (at->ifa_flags & IFF_UP) &&
                            !(at->ifa_flags & IFF_LOOPBACK);
        if (!usable) continue;
        char text[INET_ADDRSTRLEN] = {};
        auto const* address = reinterpret_cast<sockaddr_in const*>(at->ifa_addr);
        if (::inet_ntop(AF_INET, &address->sin_addr, text, sizeof text)) return text;
    }
    return "127.0.0.1";
}

SignupService::SignupService(ServiceOptions options, KioskInbox& inbox)
    : m_options(std::move(options)), m_inbox(inbox), m_thread([this](std::stop_token stop) { run(stop); }) {}

SignupService::~SignupService() {
    m_thread.request_stop();
    m_thread.join();
}

void SignupService::reload() {
    std::lock_guard guard{m_lock};
    if (m_process > 0) ::kill(m_process, SIGHUP);
}

void SignupService::run(std::stop_token stop) {
    do {
        auto child =
            start_child(m_options.program, arguments_of(m_options, m_port > 0 ? m_port : m_options.port));
        if (!child) {
            log_error(child.error().what);
            continue;
        }
        {
            std::lock_guard guard{m_lock};
            m_process = child->pid;
        }
        auto const ready = read_line(child->output, start_seconds);
        int port = 0;
        char secret[128] = {};
        bool const listens = ready && std::sscanf(ready->c_str(), "listening %d %127s", &port, secret) == 2;
        m_port = listens ? port : 0;  // A port that somebody else has taken meanwhile is given up.
        if (listens) attend(stop, port, secret);
        end_process();
        m_inbox.push(ServiceLost{});
        if (!stop.stop_requested()) log_warning("the sign-up service dalasignup ended; it is started again");
    } while (sleep(stop, before_restart));
}

/// Asks until the service ends, says nothing any more, or is not needed.
void SignupService::attend(std::stop_token stop, int port, std::string const& secret) {
    SignupClient const client{port, secret};
    int silent_seconds = 0;
    do ask(client, port, silent_seconds);
    while (silent_seconds < silence_allowed && sleep(stop, between_questions) && !has_ended());
}

void SignupService::ask(SignupClient const& client, int port, int& silent_seconds) {
    auto const states = client.fetch();
    if (!states) {
        silent_seconds = states.error().kind == Kind::Unavailable ? silent_seconds + 1 : 0;
        log_warning(states.error().what);
        m_inbox.push(ServiceLost{});
        return;
    }
    silent_seconds = 0;
    SeatsChanged changed;
    for (WorkshopState const& state : *states) changed.seats[state.slug] = seats_of(state);
    bool const own = m_options.public_url.empty();
    changed.signup_base =
        own ? "http://" + stand_address() + ":" + std::to_string(port) : m_options.public_url;
    m_inbox.push(std::move(changed));
}

bool SignupService::has_ended() {
    std::lock_guard guard{m_lock};
    if (m_process <= 0 || ::waitpid(m_process, nullptr, WNOHANG) == 0) return m_process <= 0;
    m_process = 0;
    return true;
}

void SignupService::end_process() {
    if (has_ended()) return;
    std::lock_guard guard{m_lock};
    ::kill(m_process, SIGTERM);
    for (int tenths = 0; tenths < 10; ++tenths) {
        if (::waitpid(m_process, nullptr, WNOHANG) != 0) break;
        std::this_thread::sleep_for(Millis{100});
        if (tenths == 9) {
            ::kill(m_process, SIGKILL);
            ::waitpid(m_process, nullptr, 0);
        }
    }
    m_process = 0;
}

bool SignupService::sleep(std::stop_token stop, Millis length) {
    std::unique_lock guard{m_lock};
    m_wake.wait_for(guard, stop, length, [] { return false; });
    return !stop.stop_requested();
}

}
