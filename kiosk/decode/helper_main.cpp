// dala-decode: turns picture files into pixels for dalakiosk, which starts it with a socket as descriptor 0.
// It is confined before it reads the first byte of a picture, and decodes one job after another until the
// socket closes. See decode/client.h for the other end.

#include "decode/confine.h"
#include "decode/decode.h"
#include "decode/headers.h"
#include "decode/opening.h"
#include "decode/shared_pixels.h"
#include "decode/wire.h"

#include <algorithm>
#include <cstring>
#include <new>

#include <malloc.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using namespace kiosk;

constexpr int socket_fd = 0;
// Longer than the client waits; only for a helper whose client died in the middle of a job.
constexpr unsigned alarm_seconds = 30;
constexpr std::size_t most_kept = 32 * 1024 * 1024;

struct FileBytes {
    std::unique_ptr<std::uint8_t[]> bytes;
    std::size_t size = 0;
    PictureBytes all() const { return {bytes.get(), size}; }
};

Result<FileBytes> read_all(int fd) {
    struct stat status {};
    if (fstat(fd, &status) != 0 || std::size_t(status.st_size) > most_picture_bytes) {
        return Error{Kind::Refused, "is over 64 MB: export it smaller"};
    }
    FileBytes file;
    file.size = std::size_t(status.st_size);
    file.bytes = std::make_unique_for_overwrite<std::uint8_t[]>(file.size);
    for (std::size_t got = 0; got < file.size;) {
        ssize_t more = read(fd, file.bytes.get() + got, file.size - got);
        if (more <= 0) return Error{Kind::Unreadable, "cannot be read to its end: copy it again"};
        got += std::size_t(more);
    }
    return file;
}

/// A library that lacks memory may never give back what it had by then.
Answer failed(Error const& error) {
    Answer answer{.kind = std::int32_t(error.kind), .is_worn = error == too_much_memory()};
    std::size_t length = std::min(error.what.size(), answer.what.size() - 1);
    std::copy_n(error.what.begin(), length, answer.what.begin());
    return answer;
}

Answer inspect(PictureBytes bytes) {
    Result<Inspection> inspection = inspect_picture(bytes);
    if (!inspection) return failed(inspection.error());
    return {.inspection = packed(*inspection)};
}

Answer decode(PictureBytes bytes, JobMessage const& job, SharedPixels const& pixels) {
    Result<Bitmap> bitmap = decode_picture(bytes, job.framing, job.page);
    if (!bitmap) return failed(bitmap.error());
    if (bitmap->bytes() > pixels.bytes()) return failed({Kind::Refused, "does not fit the memory for it"});
    std::memcpy(pixels.data(), bitmap->row(0), bitmap->bytes());
    return {.size = bitmap->size()};
}

Answer answer(int fd, JobMessage const& job, SharedPixels const& pixels) {
    try {
        Result<FileBytes> file = read_all(fd);
        if (!file) return failed(file.error());
        return job.task == JobMessage::Task::Inspect ? inspect(file->all())
                                                     : decode(file->all(), job, pixels);
    } catch (std::bad_alloc const&) {
        return failed(too_much_memory());
    }
}

/// Bytes that the process has taken for its libraries and itself.
std::size_t taken_memory() {
    struct mallinfo2 const memory = mallinfo2();
    return memory.arena + memory.hblkhd;
}

/// One job; false when there is no client any more. Some libraries forget to give memory back when they fail.
bool serve(SharedPixels& pixels, std::size_t usual_memory) {
    std::vector<Fd> fds;
    auto job = receive_message<JobMessage>(socket_fd, fds);
    if (!job || fds.empty()) return false;
    if (fds.size() == 2) {
        auto mapped = SharedPixels::map(std::move(fds[1]));
        if (!mapped) return false;
        pixels = *std::move(mapped);
    }
    alarm(alarm_seconds);
    Answer done = answer(fds[0].get(), *job, pixels);
    alarm(0);
    if (taken_memory() > usual_memory + most_kept) done.is_worn = 1;
    return send_message(socket_fd, done);
}

}

#if defined(__SANITIZE_THREAD__)
// Our one thread can race with none; the libraries' threads look as if they did, and a report opens files.
extern "C" char const* __tsan_default_options() { return "report_bugs=0"; }
#endif

int main() {
    // The screen goes first, whatever threads the codecs start.
    constexpr int courtesy = 5;
    (void)!nice(courtesy);
    warm_up_decoders();
    // The client logs what is to be logged; a picture must not be able to write there.
    dup2(STDOUT_FILENO, STDERR_FILENO);
    std::size_t const usual_memory = taken_memory();
    close_all_but_fonts();
    Status confined = confine();
    bool goes_on = send_message(socket_fd, confined ? Answer{} : failed(confined.error())) && confined;
    SharedPixels pixels;
    while (goes_on) goes_on = serve(pixels, usual_memory);
    // Not exit(): the libraries' farewells may need what is no longer allowed.
    _exit(0);
}
