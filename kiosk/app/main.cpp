// dalakiosk: the screen. Opens no socket but to its own sign-up service, parses no picture in this process.

#include "app/kiosk.h"
#include "app/lock.h"
#include "app/page_counter.h"
#include "app/stick_watch.h"
#include "app/watcher.h"
#include "base/log.h"
#include "content/library.h"
#include "content/settings.h"
#include "intake/bring_in.h"
#include "screen/plain_text.h"
#include "signup/random.h"
#include "signup/seal.h"

#include <csignal>
#include <cstdlib>
#include <future>
#include <iostream>
#include <random>

#include <unistd.h>

namespace {

using namespace kiosk;

constexpr std::size_t inbox_size = 256;

/// The sign-up needs a public key to seal for. A kiosk that has none yet makes a pair, so that the first
/// visitor can sign up; the overlay asks staff to take the private half away.
void prepare_key(std::filesystem::path const& data) {
    if (std::filesystem::exists(data / "organiser.pub")) return;
    auto made = write_key_pair(data / "organiser.pub", data / "organiser.key");
    if (!made) return log_error(made.error().what);
    log_warning((data / "organiser.key").string() +
                " opens the sign-ups: move it to the organiser's computer");
}

/// Of this machine, for reports that gather several.
std::string machine_name() {
    char name[256] = {};
    return ::gethostname(name, sizeof name - 1) == 0 ? name : "kiosk";
}

Status prepare_data(std::filesystem::path const& data) {
    std::error_code failed;
    std::filesystem::create_directories(data / "run", failed);
    if (failed)
        return Error{Kind::Unreadable, data.string() + ": can't be made: " + failed.message() +
                                           "; name another folder with --data"};
    return {};
}

Glass glass_of(Options const& options, Size screen) {
    Glass glass{.px = screen, .mount_mm = options.mount_mm, .view_mm = options.view_mm};
    bool const tall = screen.h > screen.w;
    if (tall) std::swap(glass.width_mm, glass.height_mm);
    if (options.screen_mm) glass.width_mm = options.screen_mm->w, glass.height_mm = options.screen_mm->h;
    return glass;
}

ServiceOptions service_options(Options const& options, Settings const& settings) {
    ServiceOptions service{program_folder() / "dalasignup", options.media, options.data, options.port,
                           settings.public_url};
    if (options.now) service.more = {"--now", iso8601(*options.now)};
    if (options.speed != 1)
        service.more.insert(service.more.end(), {"--speed", std::to_string(options.speed)});
    return service;
}

Result<Settings> settings_of(Options const& options) {
    auto settings = load_settings(options.settings_file());
    if (settings && !options.language.empty()) settings->language = options.language;
    return settings;
}

/// Opening a window is mostly waiting for the X server: the files are read meanwhile. Documents wait until
/// the screen is up: counting the pages of a bad one may take seconds.
std::future<Result<Catalog>> start_reading(Options const& options) {
    return std::async(std::launch::async, [&] { return load_content(options.media, options.playlists); });
}

/// A visit that is recorded or replayed must meet the same shuffle.
std::uint64_t seed(Options const& options) {
    bool const repeatable = !options.record.empty() || !options.replay.empty();
    return repeatable ? Schedule{}.seed : std::random_device{}();
}

/// Without any font the kiosk can't set a word. SDL_ttf may still find a file: the card stays until somebody
/// ends the program, so that staff see why there is no show.
Error show_fault(ScreenWindow& window, Error fault, sigset_t const& signals) {
    log_error(fault.what);
    if (auto target = window.begin()) {
        Rect const whole{0, 0, target->size.w, target->size.h};
        copy(fault_card(target->size, "Dalakiosk", {fault.what}), whole, *target);
        if (auto shown = window.present({whole}); !shown) log_error(shown.error().what);
    }
    int signal = 0;
    sigwait(&signals, &signal);
    return fault;
}

Status run(Options const& options, sigset_t const& signals) {
    Clock const clock{options.now, options.speed};
    std::optional<ScreenWindow> window;  // Outlives the inbox, which wakes it.
    KioskInbox inbox{inbox_size, [&] {
                         if (window) window->wake();
                     }};
    auto decoder = DecodeClient::start(program_folder() / "dala-decode",
                                       [&](DecodedPicture picture) { inbox.push(std::move(picture)); });
    if (!decoder) return decoder.error();

    if (auto prepared = prepare_data(options.data); !prepared) return prepared;
    auto const lock = lock_folder(options.data / "dalakiosk.lock");
    if (!lock) return lock.error();
    prepare_key(options.data);
    auto settings = settings_of(options);
    if (!settings) return settings.error();
    clean_up_imports(options.playlists);
    auto reading = start_reading(options);
    auto recorder = Recorder::open(options.record);
    if (!recorder) return recorder.error();
    auto replay = options.replay.empty() ? Result<std::vector<TimedTouch>>{std::vector<TimedTouch>{}}
                                         : read_touches(options.replay);
    if (!replay) return replay.error();

    auto opened = ScreenWindow::create({.size = options.window,
                                        .fullscreen = !options.window,
                                        .renderer = options.renderer,
                                        .show_cursor = options.window.has_value()});
    if (!opened) return opened.error();
    window.emplace(*std::move(opened));
    log_info(window->description());
    Fonts const fonts;
    for (std::string const& font : fonts.missing()) log_warning(font);
    if (!fonts.any())
        return show_fault(
            *window, {Kind::NotFound, "No font is installed: run apt-get install fonts-inter fonts-vollkorn"},
            signals);
    auto overlay = Overlay::create(window->size());
    if (!overlay) return overlay.error();
    auto catalog = reading.get();
    if (!catalog) return catalog.error();
    bool const unread = catalog->unread_files > 0;
    for (Problem const& problem : catalog->problems) log_warning(problem.what);

    PinStore pins{options.data / "staff-pin"};
    PlayLog plays{options.data / "plays", machine_name()};
    Model model = begin(*std::move(catalog), *settings, glass_of(options, window->size()), clock.read());
    model.pin_set = pins.is_set();
    model.show.schedule.seed = seed(options);
    Watcher const watcher{options.media, options.playlists, page_counter(*decoder), signals, inbox, unread};
    IntakeWorker intake{{options.media, options.playlists, options.data}, inbox};
    StickWatch const sticks{options.sticks, inbox};
    Kiosk kiosk{{options, clock, *window, fonts, *decoder, inbox, *overlay, pins, *recorder, plays, intake,
                 *std::move(replay)},
                std::move(model)};
    kiosk.run(service_options(options, *settings));
    return {};
}

/// Before any thread, and unless a session says otherwise: no input method's table of keys and no message bus
/// is looked for. Together they are a fifth of the start.
void leave_out_the_desktop() {
    ::setenv("XCOMPOSEFILE", "/dev/null", 0);
    ::setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 0);
}

int complain(std::string const& sentence, int code) {
    std::cerr << "dalakiosk: " << sentence << "\n";
    return code;
}

}

int main(int argc, char** argv) {
    auto options = kiosk::read_options(argc, argv);
    if (!options) return complain(options.error().what, 2);
    if (!*options) return 0;
    std::signal(SIGPIPE, SIG_IGN);
    leave_out_the_desktop();
    sigset_t const signals = kiosk::block_steering_signals();
    if (!kiosk::prepare_secrets()) return complain("the system gives no random numbers", 1);
    auto ran = run(**options, signals);
    return ran ? 0 : complain(ran.error().what, 1);
}
