#include "decode/client.h"

#include "base/check.h"
#include "base/fd.h"
#include "decode/helper_process.h"

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <cstring>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include <fcntl.h>
#include <sys/eventfd.h>
#include <sys/stat.h>

namespace kiosk {

namespace {

constexpr off_t most_file_bytes = 64 * 1024 * 1024;

Error cannot_open(std::string const& name, int code) {
    if (code == ENOENT)
        return {Kind::NotFound, name + ": there is no such file: put it back, or take it out of the list"};
    if (code == ELOOP)
        return {Kind::Refused, name + ": is a link to another file: copy the picture itself here"};
    return {Kind::Unreadable,
            name + ": cannot be opened (" + std::strerror(code) + "): make it readable for the kiosk"};
}

/// Not through a link, and without waiting for the other end of a pipe.
Result<Fd> open_picture(std::filesystem::path const& file, std::string const& name) {
    Fd fd{open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)};
    if (!fd) return cannot_open(name, errno);
    struct stat status {};
    if (fstat(fd.get(), &status) != 0) return cannot_open(name, errno);
    if (!S_ISREG(status.st_mode))
        return Error{Kind::Refused, name + ": is a folder or a device, not a picture"};
    if (status.st_size > most_file_bytes) {
        return Error{Kind::Refused, name + ": is " + std::to_string(status.st_size / 1'000'000) +
                                        " MB; at most 64 MB are read: export it smaller"};
    }
    return fd;
}

}

/// The thread, its queue and its helper.
class DecodeClient::Worker {
public:
    Worker(std::filesystem::path program, HelperProcess helper, std::function<void(DecodedPicture)> done,
           Millis limit)
        : m_program(std::move(program)),
          m_done(std::move(done)),
          m_limit(limit),
          m_stop(eventfd(0, EFD_CLOEXEC)),
          m_helper(std::move(helper)),
          m_thread([this] { run(); }) {}

    ~Worker() {
        {
            std::lock_guard guard{m_lock};
            m_is_stopping = true;
        }
        eventfd_write(m_stop.get(), 1);
        m_changed.notify_one();
        m_thread.join();
    }

    void request(PictureJob job) {
        KIOSK_CHECK(job.box.w > 0 && job.box.h > 0 && job.box.w <= 16384 && job.box.h <= 16384);
        {
            std::lock_guard guard{m_lock};
            m_waiting.insert(job.urgent ? m_waiting.begin() : m_waiting.end(), std::move(job));
        }
        m_changed.notify_one();
    }

    void cancel(std::uint64_t ticket) {
        std::lock_guard guard{m_lock};
        std::erase_if(m_waiting, [&](PictureJob const& job) { return job.ticket == ticket; });
        if (m_current == ticket) m_current.reset();
    }

private:
    void run() {
        while (std::optional<PictureJob> job = next()) {
            Result<Bitmap> bitmap = decode(*job);
            if (is_wanted()) m_done({job->ticket, std::move(bitmap)});
        }
    }

    /// Waits for a job; nothing when the client goes.
    std::optional<PictureJob> next() {
        std::unique_lock guard{m_lock};
        m_changed.wait(guard, [&] { return m_is_stopping || !m_waiting.empty(); });
        if (m_is_stopping) return std::nullopt;
        PictureJob job = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_current = job.ticket;
        return job;
    }

    bool is_wanted() {
        std::lock_guard guard{m_lock};
        return !m_is_stopping && std::exchange(m_current, std::nullopt).has_value();
    }

    Result<Bitmap> decode(PictureJob const& job) {
        std::string name = job.file.filename().string();
        Result<Fd> picture = open_picture(job.file, name);
        if (!picture) return picture.error();
        if (!m_helper || !m_helper->is_usable()) {
            m_helper.reset();
            auto started = HelperProcess::start(m_program);
            if (!started) return started.error();
            m_helper.emplace(*std::move(started));
        }
        return m_helper->decode(*picture, name, {job.box, job.fit, job.focus_x, job.focus_y}, m_limit,
                                m_stop.get());
    }

    std::filesystem::path m_program;
    std::function<void(DecodedPicture)> m_done;
    Millis m_limit;
    Fd m_stop;  ///< Becomes readable when the client goes, to end the wait for the helper.

    std::mutex m_lock;
    std::condition_variable m_changed;
    std::deque<PictureJob> m_waiting;
    std::optional<std::uint64_t> m_current;  ///< The job being done; nothing once it is cancelled.
    bool m_is_stopping = false;

    std::optional<HelperProcess> m_helper;
    std::thread m_thread;  ///< Last: it uses all the others.
};

Result<DecodeClient> DecodeClient::start(std::filesystem::path const& helper_program,
                                         std::function<void(DecodedPicture)> done, Millis limit) {
    auto helper = HelperProcess::start(helper_program);
    if (!helper) return helper.error();
    return DecodeClient{std::make_unique<Worker>(helper_program, *std::move(helper), std::move(done), limit)};
}

DecodeClient::DecodeClient(std::unique_ptr<Worker> worker) : m_worker(std::move(worker)) {}
DecodeClient::DecodeClient(DecodeClient&&) noexcept = default;
DecodeClient& DecodeClient::operator=(DecodeClient&&) noexcept = default;
DecodeClient::~DecodeClient() = default;

void DecodeClient::request(PictureJob job) { m_worker->request(std::move(job)); }

void DecodeClient::cancel(std::uint64_t ticket) { m_worker->cancel(ticket); }

}
