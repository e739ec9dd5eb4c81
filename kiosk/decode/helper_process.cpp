#include "decode/helper_process.h"

#include "base/utf8.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <sys/wait.h>

namespace kiosk {

namespace {

// Large buffers lie on huge pages, which makes touching them ten times cheaper, and go back to the system
// after each picture; threads share one arena, so that memory stays flat.
constexpr char const* memory_tuning =
    "GLIBC_TUNABLES=glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=1048576:glibc.malloc.arena_max=1";
// The picture loaders of gdk-pixbuf beyond the built-in ones are modules, which a confined process cannot
// open.
constexpr char const* no_modules = "GDK_PIXBUF_MODULE_FILE=/dev/null";
// The other cores belong to the screen.
constexpr char const* one_drawing_thread = "RAYON_NUM_THREADS=1";
constexpr char const* environment[] = {memory_tuning, no_modules, one_drawing_thread, nullptr};

class SpawnSettings {
public:
    SpawnSettings() {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawnattr_init(&m_attributes);
    }
    ~SpawnSettings() {
        posix_spawnattr_destroy(&m_attributes);
        posix_spawn_file_actions_destroy(&m_actions);
    }
    SpawnSettings(SpawnSettings const&) = delete;
    posix_spawn_file_actions_t* actions() { return &m_actions; }
    posix_spawnattr_t* attributes() { return &m_attributes; }

private:
    posix_spawn_file_actions_t m_actions;
    posix_spawnattr_t m_attributes;
};

/// The helper gets the socket as descriptor 0, the log as 2, and nothing else that is open here; and it can
/// be interrupted, whatever the starting thread has blocked.
int spawn(pid_t& pid, std::filesystem::path const& program, int socket) {
    SpawnSettings settings;
    posix_spawn_file_actions_adddup2(settings.actions(), socket, STDIN_FILENO);
    posix_spawn_file_actions_addopen(settings.actions(), STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(settings.actions(), STDERR_FILENO + 1);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(settings.attributes(), &none);
    posix_spawnattr_setflags(settings.attributes(), POSIX_SPAWN_SETSIGMASK);
    std::string path = program.string();
    char* arguments[] = {path.data(), nullptr};
    return posix_spawn(&pid, path.c_str(), settings.actions(), settings.attributes(), arguments,
                       const_cast<char**>(environment));
}

std::size_t box_bytes(Framing const& framing) {
    return std::size_t(framing.box.w) * std::size_t(framing.box.h) * 4;
}

/// What the helper says may come from a hostile picture: never more than a line of printable characters.
/// Bytes that are no text are left out, such as half a letter where the sentence is cut.
std::string sentence(Answer const& answer) {
    std::string_view const what{answer.what.data(), strnlen(answer.what.data(), answer.what.size())};
    std::string line;
    for (std::size_t at = 0; at < what.size();) {
        std::size_t const start = at;
        std::optional<char32_t> const c = take_code_point(what, at);
        if (!c) {
            ++at;
        } else if (*c == '\n' || *c == '\t' || is_control(*c) || reorders_text(*c)) {
            line += ' ';
        } else {
            line += what.substr(start, at - start);
        }
    }
    return line;
}

bool is_as_asked(Size size, Framing const& framing) {
    if (framing.fit == Framing::Fit::Cover) return size == framing.box;
    return size.w > 0 && size.h > 0 && size.w <= framing.box.w && size.h <= framing.box.h;
}

bool is_possible(Inspection const& inspection) {
    return inspection.format >= Format{} && inspection.format <= last_format && inspection.pages > 0 &&
           inspection.pages <= most_pages && inspection.size.w > 0 && inspection.size.h > 0;
}

Error ended_while_reading(std::string const& name) {
    return {Kind::Malformed, "the decoder ended while reading " + name +
                                 ": the file is damaged or hostile; export the picture again"};
}

Error took_too_long(std::string const& name, Millis limit) {
    return {Kind::Unavailable, name + ": was not decoded within " + std::to_string(limit.count() / 1000) +
                                   " s: export it smaller, or as a plain JPEG or PNG"};
}

Error stopped(std::string const& name) {
    return {Kind::Unavailable, name + ": was not decoded, because the program ends"};
}

}

Result<HelperProcess> HelperProcess::start(std::filesystem::path const& program) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) {
        return Error{Kind::Unavailable,
                     std::string{"no socket for the decoder ("} + std::strerror(errno) + ")"};
    }
    Fd ours{ends[0]}, theirs{ends[1]}, timer{timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC)};
    if (!timer) {
        return Error{Kind::Unavailable,
                     std::string{"no timer for the decoder ("} + std::strerror(errno) + ")"};
    }
    pid_t pid = 0;
    if (int failed = spawn(pid, program, theirs.get()); failed != 0) {
        return Error{Kind::Unavailable, program.string() + ": the decoder cannot be started (" +
                                            std::strerror(failed) + "): install Dalakiosk again"};
    }
    return HelperProcess{pid, std::move(ours), std::move(timer)};
}

HelperProcess::HelperProcess(HelperProcess&& other) noexcept
    : m_pid(std::exchange(other.m_pid, -1)),
      m_socket(std::move(other.m_socket)),
      m_timer(std::move(other.m_timer)),
      m_pixels(std::move(other.m_pixels)),
      m_is_ready(other.m_is_ready),
      m_is_given_up(other.m_is_given_up) {}

HelperProcess::~HelperProcess() {
    if (m_pid < 0) return;
    kill(m_pid, SIGKILL);
    while (waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) {
    }
}

bool HelperProcess::is_usable() const {
    pollfd end{m_socket.get(), 0, 0};
    return !m_is_given_up && poll(&end, 1, 0) == 0;
}

HelperProcess::Waited HelperProcess::await(Answer& answer, int stop) {
    pollfd ends[] = {{stop, POLLIN, 0}, {m_socket.get(), POLLIN, 0}, {m_timer.get(), POLLIN, 0}};
    while (poll(ends, std::size(ends), -1) < 0 && errno == EINTR) {
    }
    bool const is_stopped = ends[0].revents != 0, has_answer = ends[1].revents != 0;
    if (has_answer && !is_stopped) {
        std::vector<Fd> unwanted;
        if (auto received = receive_message<Answer>(m_socket.get(), unwanted)) {
            answer = *received;
            return Waited::Answered;
        }
    }
    m_is_given_up = true;
    if (is_stopped) return Waited::Stopped;
    return has_answer ? Waited::Ended : Waited::TooLong;
}

Status HelperProcess::begin(Patience patience) {
    auto const seconds = std::chrono::duration_cast<std::chrono::seconds>(patience.limit);
    std::chrono::nanoseconds const rest = patience.limit - seconds;
    itimerspec const end{.it_value = {seconds.count(), rest.count()}};
    timerfd_settime(m_timer.get(), 0, &end, nullptr);
    if (m_is_ready) return {};
    Answer answer;
    switch (await(answer, patience.stop)) {
    case Waited::Answered:
        break;
    case Waited::Stopped:
        return stopped("the picture");
    case Waited::Ended:
    case Waited::TooLong:
        return Error{Kind::Unavailable,
                     "the decoder did not get ready: run dala-decode in a terminal to see why"};
    }
    m_is_ready = answer.kind == Answer::ok;
    m_is_given_up = !m_is_ready;
    if (!m_is_ready) return Error{Kind::Unavailable, sentence(answer)};
    return {};
}

Result<Answer> HelperProcess::ask(OpenPicture const& picture, JobMessage const& job,
                                  std::vector<int> const& fds, Patience patience) {
    Answer answer;
    if (!send_message(m_socket.get(), job, fds)) return ended_while_reading(picture.name);
    switch (await(answer, patience.stop)) {
    case Waited::Answered:
        break;
    case Waited::Ended:
        return ended_while_reading(picture.name);
    case Waited::TooLong:
        return took_too_long(picture.name, patience.limit);
    case Waited::Stopped:
        return stopped(picture.name);
    }
    m_is_given_up = answer.is_worn;
    if (answer.kind >= 0 && answer.kind <= std::int32_t(Kind::Unavailable)) {
        return Error{Kind{answer.kind}, picture.name + ": " + sentence(answer)};
    }
    if (answer.kind != Answer::ok) return ended_while_reading(picture.name);
    return answer;
}

Result<Bitmap> HelperProcess::decode(OpenPicture const& picture, Framing const& framing, int page,
                                     Patience patience) {
    if (Status ready = begin(patience); !ready) return ready.error();
    std::vector<int> fds{picture.fd.get()};
    if (m_pixels.bytes() < box_bytes(framing)) {
        auto larger = SharedPixels::make(box_bytes(framing));
        if (!larger) return larger.error();
        m_pixels = *std::move(larger);
        fds.push_back(m_pixels.fd());
    }
    auto answer = ask(picture, {JobMessage::Task::Decode, framing, page}, fds, patience);
    if (!answer) return answer.error();
    // The box has been checked against the memory, so a size within the box is within the memory.
    if (!is_as_asked(answer->size, framing)) return ended_while_reading(picture.name);
    Bitmap bitmap{answer->size};
    std::memcpy(bitmap.row(0), m_pixels.data(), bitmap.bytes());
    return bitmap;
}

Result<Inspection> HelperProcess::inspect(OpenPicture const& picture, Patience patience) {
    if (Status ready = begin(patience); !ready) return ready.error();
    auto answer = ask(picture, {JobMessage::Task::Inspect}, {picture.fd.get()}, patience);
    if (!answer) return answer.error();
    Inspection const found = unpacked(answer->inspection);
    if (!is_possible(found)) return ended_while_reading(picture.name);
    return found;
}

}
