// Shows the helper files that nobody would make, until the time is up, and tells which of them it did not
// outlast. tools/fuzz builds and runs it.

#include "decode/decode.h"
#include "decode/fuzz_seeds.h"
#include "decode/helper_process.h"
#include "decode/peak.h"
#include "fuzz/mutation.h"

#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>

#include <csignal>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace kiosk;
using Clock = std::chrono::steady_clock;

constexpr Framing framing{.box = {320, 180}};
constexpr Millis limit{5'000}, longest{5'500};
#if defined(__SANITIZE_ADDRESS__)
constexpr long most_kilobytes = 4'000'000;  // The sanitizers keep what is freed.
#else
constexpr long most_kilobytes = 390'000;
#endif

OpenPicture in_memory(std::string const& bytes) {
    Fd fd{memfd_create("picture", MFD_CLOEXEC)};
    if (write(fd.get(), bytes.data(), bytes.size()) != ssize_t(bytes.size())) std::cerr << "no memory\n";
    lseek(fd.get(), 0, SEEK_SET);
    return {std::move(fd), "the file"};
}

/// The signal that ended the helper, who has not been buried yet; "" if it still runs.
std::string signal_of_dead() {
    siginfo_t end{};
    constexpr Millis grace{200};
    for (auto start = Clock::now(); end.si_pid == 0 && Clock::now() - start < grace; usleep(1000)) {
        waitid(P_ALL, 0, &end, WEXITED | WNOWAIT | WNOHANG);
    }
    if (end.si_pid == 0) return "";
    return end.si_code == CLD_EXITED ? "exit " + std::to_string(end.si_status)
                                     : std::string{"SIG"} + sigabbrev_np(end.si_status);
}

/// Counts, and keeps the files that matter.
class Fuzzer {
public:
    Fuzzer(std::uint64_t first, std::filesystem::path folder)
        : m_first(first), m_folder(std::move(folder)), m_stop(eventfd(0, EFD_CLOEXEC)) {}

    void run_until(Clock::time_point end) {
        for (; Clock::now() < end && make_sure_of_helper(); ++m_cases) show(m_first + m_cases);
    }
    /// True if there is nothing to look into, and something has been shown at all.
    bool sum_up() {
        long const peak = std::max(peak_kilobytes(), peak_kilobytes_of_ended());
        std::cout << m_cases << " files: " << m_shown << " shown, " << m_slow
                  << " given up after 5 s, the rest refused; "
                  << "longest " << m_longest.count() << " ms, most memory " << peak / 1000 << " MB; "
                  << m_findings << " to look into" << std::endl;
        return m_findings == 0 && m_shown > 0;
    }

private:
    Patience patience() const { return {limit, m_stop.get()}; }

    /// A helper that is ready, so that the files have all of their time; false if there is none to be had.
    bool make_sure_of_helper() {
        if (m_helper && m_helper->is_usable()) return true;
        m_helper.reset();
        auto started = HelperProcess::start(DECODE_HELPER);
        if (started) {
            m_helper.emplace(*std::move(started));
            auto const said = m_helper->inspect(in_memory("x"), patience());
            if (m_helper->is_usable()) return true;
            report(m_first + m_cases, "", said.error().what);
        } else {
            report(m_first + m_cases, "", started.error().what);
        }
        return false;
    }

    void show(std::uint64_t number) {
        std::string const bytes = mutated(m_seeds, number);
        m_shown += outlasts(number, bytes,
                            [&] { return m_helper->decode(in_memory(bytes), framing, 0, patience()); });
        if (m_helper && m_helper->is_usable()) {
            outlasts(number, bytes, [&] { return m_helper->inspect(in_memory(bytes), patience()); });
        }
    }

    /// Does it and reports what should not be; true if it gave a result.
    bool outlasts(std::uint64_t number, std::string const& bytes, auto const& job) {
        auto const start = Clock::now();
        auto const result = job();
        auto const took = std::chrono::duration_cast<Millis>(Clock::now() - start);
        m_longest = std::max(m_longest, took);
        if (took > longest) report(number, bytes, "took " + std::to_string(took.count()) + " ms");
        if (peak_kilobytes() > most_kilobytes) {
            report(number, bytes, "took " + std::to_string(peak_kilobytes() / 1000) + " MB");
            m_helper.reset();
        }
        if (result) return true;
        if (result.error().kind == Kind::Unavailable) ++m_slow;
        if (result.error().what.find("the decoder ended") == 0) report(number, bytes, signal_of_dead());
        return false;
    }

    void report(std::uint64_t number, std::string const& bytes, std::string const& what) {
        std::filesystem::create_directories(m_folder);
        auto const file = m_folder / std::to_string(number);
        std::ofstream{file, std::ios::binary} << bytes;
        std::cout << "number " << number << ": " << what << ", " << file.string() << std::endl;
        ++m_findings;
    }

    std::uint64_t m_first;
    std::filesystem::path m_folder;
    std::vector<std::string> const m_seeds = fuzz_seeds();
    Fd m_stop;
    std::optional<HelperProcess> m_helper;
    std::uint64_t m_cases = 0, m_shown = 0, m_slow = 0, m_findings = 0;
    Millis m_longest{0};
};

/// Here, without a helper, where a debugger and the sanitizers can see it.
int show_here(char const* file) {
    std::stringstream bytes;
    bytes << std::ifstream{file, std::ios::binary}.rdbuf();
    std::string const text = bytes.str();
    auto bitmap = decode_picture({reinterpret_cast<std::uint8_t const*>(text.data()), text.size()}, framing);
    std::cout << (bitmap ? "shown" : bitmap.error().what) << "\n";
    return 0;
}

}

int main(int count, char** arguments) {
    if (count == 2) return show_here(arguments[1]);
    if (count != 4) {
        std::cerr << "decode_fuzz SECONDS NUMBER FOLDER: from that number on; or decode_fuzz FILE\n";
        return 2;
    }
    Fuzzer fuzzer{std::stoull(arguments[2]), arguments[3]};
    fuzzer.run_until(Clock::now() + std::chrono::seconds{std::stol(arguments[1])});
    return fuzzer.sum_up() ? 0 : 1;
}
