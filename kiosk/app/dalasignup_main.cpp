// dalasignup: the sign-up service. No display; its socket, its database, the organiser's public key.

#include "app/clock.h"
#include "app/lock.h"
#include "app/signals.h"
#include "base/folders.h"
#include "base/log.h"
#include "content/library.h"
#include "signup/random.h"
#include "web/routes.h"
#include "web/server.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <mutex>

#include <CLI/CLI.hpp>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace {

using namespace kiosk;

struct Options {
    std::filesystem::path media = default_library_folder("media");
    std::filesystem::path data = default_data_folder();
    int port = 8620;
    std::string now;
    double speed = 1;
    std::string public_url;
    int per_minute = 60;
    bool supervised = false;
};

void declare(CLI::App& app, Options& options) {
    app.add_option("--media", options.media, "the shared library")->type_name("DIR");
    app.add_option("--data", options.data, "where the sign-ups lie")->type_name("DIR");
    app.add_option("--port", options.port, "where phones come in; 0: any that is free")
        ->type_name("N")
        ->check(CLI::Range(0, 65535))
        ->capture_default_str();
    app.add_option("--now", options.now, "simulated start of the clock, as 2027-08-25T09:00:00+02:00");
    app.add_option("--speed", options.speed, "simulated time runs N times as fast")
        ->type_name("N")
        ->check(CLI::PositiveNumber);
    app.add_option("--public-url", options.public_url, "address that phones reach")->type_name("URL");
    app.add_option("--per-minute", options.per_minute, "sign-ups stored in a minute, at most")
        ->type_name("N")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    app.add_flag("--supervised", options.supervised, "end when the program that started this one ends");
    app.set_version_flag("--version", "dalasignup " DALA_VERSION);
}

/// What people type stays in this process: no core dumps, nobody else's eyes on its memory or its files.
void withdraw_from_others() {
    ::umask(077);
    ::prctl(PR_SET_DUMPABLE, 0);
    rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = std::min<rlim_t>(files.rlim_max, 4096);  // one a connection, and some
    ::setrlimit(RLIMIT_NOFILE, &files);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);  // a file at its limit is an error like a full disk
}

/// False if the parent is gone already.
bool follow_parent() {
    pid_t parent = ::getppid();
    return ::prctl(PR_SET_PDEATHSIG, SIGTERM) == 0 && ::getppid() == parent && parent != 1;
}

/// "https://dala.example:8443/x" → "dala.example"
std::string host_of(std::string_view url) {
    if (auto scheme = url.find("://"); scheme != url.npos) url.remove_prefix(scheme + 3);
    return std::string(url.substr(0, url.find_first_of(":/")));
}

/// The service with the lock that the server's thread and the main thread share.
class SharedService {
public:
    SharedService(Service service, std::filesystem::path data)
        : m_service(std::move(service)), m_data(std::move(data)) {}

    Response answer(Request const& request, Now const& now, int refused) {
        std::lock_guard guard{m_lock};
        return kiosk::answer(request, m_service, now, refused);
    }

    void replace_catalog(Catalog catalog) {
        std::lock_guard guard{m_lock};
        m_service.catalog = std::move(catalog);
    }

    /// Tries again to get what was missing at the start: the sign-ups, the organiser's key.
    void mend() {
        std::lock_guard guard{m_lock};
        if (!m_service.book) open_book();
        if (!m_service.organiser) load_key();
    }

private:
    void open_book() {
        auto book = SignupBook::open(m_data / "signups.db");
        if (!book) return log_error(book.error().what);
        if (!book->trouble().empty()) log_error(book->trouble());
        m_service.book = std::move(*book);
    }

    void load_key() {
        auto key = PublicKey::load(m_data / "organiser.pub");
        if (key)
            m_service.organiser = *key;
        else if (key.error().kind == Kind::NotFound)
            log_warning("sign-up is closed, no organiser key; run: dalactl key new");
        else
            log_error(key.error().what);
    }

    std::mutex m_lock;
    Service m_service;
    std::filesystem::path m_data;
};

Result<Catalog> load_catalog(std::filesystem::path const& media) {
    auto catalog = load_library(media);
    if (catalog)
        for (Problem const& problem : catalog->problems) log_warning(problem.what);
    return catalog;
}

/// Waits for signals until it is time to end; once a second looks after what was missing.
void steer(sigset_t const& steering, SharedService& service, Options const& options) {
    for (;;) {
        timespec second{1, 0};
        int signal = ::sigtimedwait(&steering, nullptr, &second);
        if (signal == SIGTERM || signal == SIGINT) return;
        if (signal == SIGHUP) {
            auto catalog = load_catalog(options.media);
            if (catalog)
                service.replace_catalog(std::move(*catalog));
            else
                log_error(catalog.error().what + "; the library as it was stays in use");
        }
        service.mend();
    }
}

Status serve(Options const& options, std::optional<WallTime> simulated) {
    std::error_code failed;
    std::filesystem::create_directories(options.data, failed);
    if (failed)
        return Error{Kind::Unreadable, options.data.string() + ": can't be made: " + failed.message()};
    auto lock = lock_folder(options.data / "dalasignup.lock");
    if (!lock) return lock.error();
    auto catalog = load_catalog(options.media);
    if (!catalog) return catalog.error();
    auto tokens = TokenMaker::open(options.data / "token.key");
    if (!tokens) return tokens.error();

    Clock clock{simulated, options.speed};
    std::string secret = random_id();
    SharedService service{{std::move(*catalog), std::nullopt, std::nullopt, *tokens,
                           RateLimit{options.per_minute, std::hash<std::string>{}(random_id())}, secret,
                           host_of(options.public_url)},
                          options.data};
    service.mend();

    sigset_t steering = block_steering_signals();
    auto server = Server::start(
        options.port,
        [&](Request const& request, int refused) { return service.answer(request, clock.read(), refused); },
        [&] { return std::chrono::floor<Millis>(clock.elapsed()); });
    if (!server) return server.error();
    std::printf("listening %d %s\n", (*server)->port(), secret.c_str());
    std::fflush(stdout);
    steer(steering, service, options);
    return {};
}

/// One line on stderr, exit code `code`.
int complain(std::string const& sentence, int code) {
    std::cerr << "dalasignup: " << sentence << "\n";
    return code;
}

}

int main(int argc, char** argv) {
    Options options;
    CLI::App app{"The sign-up service of Dalakiosk: the phone form, its storage, the kiosk's door.",
                 "dalasignup"};
    declare(app, options);
    try {
        app.parse(argc, argv);
    } catch (CLI::Success const& asked) {
        return app.exit(asked);
    } catch (CLI::ParseError const& wrong) {
        return complain(std::string(wrong.what()) + "; see dalasignup --help", 2);
    }
    std::optional<WallTime> simulated;
    if (!options.now.empty()) {
        auto now = parse_iso8601(options.now);
        if (!now) return complain("--now: " + now.error().what, 2);
        simulated = now->at;
    }
    withdraw_from_others();
    if (options.supervised && !follow_parent()) return complain("whoever started it is gone", 1);
    if (!prepare_secrets()) return complain("the system gives no random numbers", 1);
    auto served = serve(options, simulated);
    return served ? 0 : complain(served.error().what, 1);
}
