// Reads the small library with one of its files spoilt, again and again until the time is up: it must come
// with problems or not at all, but never take the reader down. tools/fuzz builds and runs it.

#include "content/library.h"
#include "fuzz/mutation.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include <csignal>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace kiosk;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

struct File {
    fs::path path;
    std::string text;
};

std::vector<File> files_below(fs::path const& folder) {
    std::vector<File> files;
    for (auto const& entry : fs::recursive_directory_iterator{folder}) {
        if (!entry.is_regular_file() || entry.file_size() == 0) continue;
        std::stringstream text;
        text << std::ifstream{entry.path(), std::ios::binary}.rdbuf();
        files.push_back({entry.path(), text.str()});
    }
    std::ranges::sort(files, {}, &File::path);
    return files;
}

void write(fs::path const& file, std::string const& text) { std::ofstream{file, std::ios::binary} << text; }

/// Where the reading process is; the other one sees it after its death.
struct Progress {
    std::uint64_t number;
    long longest_ms;
};

void read_on(fs::path const& library, std::vector<File> const& files, Progress& progress,
             Clock::time_point end) {
    for (; Clock::now() < end; ++progress.number) {
        File const& file = files[progress.number % files.size()];
        write(file.path, mutated({file.text}, progress.number));
        auto const start = Clock::now();
        (void)load_content(library / "media", library / "playlists").has_value();
        auto const took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
        progress.longest_ms = std::max(progress.longest_ms, long(took.count()));
        write(file.path, file.text);
    }
    _exit(0);
}

/// True if the reader came to the end of its time.
bool outlives(fs::path const& library, std::vector<File> const& files, Progress& progress,
              Clock::time_point end) {
    pid_t const reader = fork();
    if (reader == 0) read_on(library, files, progress, end);
    int status = 0;
    waitpid(reader, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}

int main(int count, char** arguments) {
    if (count != 4) {
        std::cerr << "content_fuzz SECONDS NUMBER FOLDER: from that number on\n";
        return 2;
    }
    fs::path const kept = arguments[3], library = kept / "library";
    fs::remove_all(library);
    fs::create_directories(kept);
    fs::copy(DALA_SOURCE_DIR "/tests/fixtures/library", library, fs::copy_options::recursive);
    std::vector<File> const files = files_below(library);
    auto* progress = static_cast<Progress*>(
        mmap(nullptr, sizeof(Progress), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    std::uint64_t const first = std::stoull(arguments[2]);
    *progress = {first, 0};
    auto const end = Clock::now() + std::chrono::seconds{std::stol(arguments[1])};
    int findings = 0;
    for (; !outlives(library, files, *progress, end); ++progress->number, ++findings) {
        File const& file = files[progress->number % files.size()];
        fs::copy_file(file.path, kept / std::to_string(progress->number),
                      fs::copy_options::overwrite_existing);
        std::cout << "number " << progress->number << ": " << file.path.native() << std::endl;
        write(file.path, file.text);
    }
    std::cout << progress->number - first << " libraries read, longest " << progress->longest_ms << " ms; "
              << findings << " to look into" << std::endl;
    return findings == 0 ? 0 : 1;
}
