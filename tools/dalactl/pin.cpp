#include "dalactl/pin.h"

#include "staff/pin_store.h"

#include <iostream>

#include <termios.h>
#include <unistd.h>

namespace kiosk {
namespace {

int finish(Status const& done, char const* words) {
    if (done) {
        std::cout << words << "\n";
        return 0;
    }
    std::cerr << "dalactl: " << done.error().what << "\n";
    return 1;
}

/// A line from standard input; what is typed does not show.
std::string read_hidden() {
    termios before{};
    bool const terminal = ::tcgetattr(STDIN_FILENO, &before) == 0;
    if (terminal) {
        termios silent = before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSANOW, &silent);
        std::cerr << "New PIN, at least six digits: " << std::flush;
    }
    std::string line;
    std::getline(std::cin, line);
    if (terminal) {
        ::tcsetattr(STDIN_FILENO, TCSANOW, &before);
        std::cerr << "\n";
    }
    return line;
}

}

int run_pin_set(std::filesystem::path const& data_dir) {
    std::error_code failed;
    std::filesystem::create_directories(data_dir, failed);
    // Made beside the old one and put in its place at once: at no moment is there no PIN.
    std::filesystem::path const fresh = data_dir / "staff-pin.fresh";
    PinStore store{fresh};
    std::string const pin = read_hidden();
    if (auto emptied = store.reset(); !emptied) return finish(emptied, "");
    if (auto stored = store.set(pin); !stored) return finish(stored, "");
    std::filesystem::rename(fresh, data_dir / "staff-pin", failed);
    if (failed)
        return finish(
            Error{Kind::Unreadable, fresh.string() + ": can't be put in place: " + failed.message()}, "");
    return finish({}, "The new PIN is set.");
}

int run_pin_reset(std::filesystem::path const& data_dir) {
    PinStore store{data_dir / "staff-pin"};
    return finish(store.reset(),
                  "The PIN is forgotten: hold a top corner of the screen to choose a new one.");
}

}
