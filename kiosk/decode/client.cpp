#include "decode/client.h"

#include "base/check.h"
#include "base/utf8.h"
#include "decode/helper_process.h"

#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <cstring>
#include <deque>
#include <future>
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
Result<OpenPicture> open_picture(std::filesystem::path const& file) {
    std::string name = shown_safely(file.filename().string());
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
    return OpenPicture{std::move(fd), std::move(name)};
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
        bool is_urgent = job.urgent;
        add({std::move(job), {}}, is_urgent);
    }

    void inspect(std::filesystem::path file, std::function<void(Result<Inspection>)> told) {
        add({{.file = std::move(file)}, std::move(told)}, false);
    }

private:
    /// A picture to decode or, if there is someone to be told, to inspect.
    struct Task {
        PictureJob job;
        std::function<void(Result<Inspection>)> told;
    };

    void add(Task task, bool is_urgent) {
        {
            std::lock_guard guard{m_lock};
            m_waiting.insert(is_urgent ? m_waiting.begin() : m_waiting.end(), std::move(task));
        }
        m_changed.notify_one();
    }

    void run() {
        while (std::optional<Task> task = next()) {
            work_on(*task);
            // Another one, where it is needed, gets ready while there is nothing to do.
            if (!is_stopping()) (void)make_sure_of_helper();
        }
    }

    void work_on(Task const& task) {
        if (task.told) {
            Result<Inspection> found = inspect_now(task.job.file);
            if (!is_stopping()) task.told(std::move(found));
        } else {
            Result<Bitmap> bitmap = decode(task.job);
            if (!is_stopping()) m_done({task.job.ticket, std::move(bitmap)});
        }
    }

    /// Waits for a job; nothing when the client goes.
    std::optional<Task> next() {
        std::unique_lock guard{m_lock};
        m_changed.wait(guard, [&] { return m_is_stopping || !m_waiting.empty(); });
        if (m_is_stopping) return std::nullopt;
        Task task = std::move(m_waiting.front());
        m_waiting.pop_front();
        return task;
    }

    bool is_stopping() {
        std::lock_guard guard{m_lock};
        return m_is_stopping;
    }

    Result<Bitmap> decode(PictureJob const& job) {
        auto picture = open_picture(job.file);
        if (!picture) return picture.error();
        if (Status helped = make_sure_of_helper(); !helped) return helped.error();
        return m_helper->decode(*picture, {job.box, job.fit, job.focus_x, job.focus_y}, job.page,
                                {m_limit, m_stop.get()});
    }

    Result<Inspection> inspect_now(std::filesystem::path const& file) {
        auto picture = open_picture(file);
        if (!picture) return picture.error();
        if (Status helped = make_sure_of_helper(); !helped) return helped.error();
        return m_helper->inspect(*picture, {m_limit, m_stop.get()});
    }

    Status make_sure_of_helper() {
        if (m_helper && m_helper->is_usable()) return {};
        m_helper.reset();
        auto started = HelperProcess::start(m_program);
        if (!started) return started.error();
        m_helper.emplace(*std::move(started));
        return {};
    }

    std::filesystem::path m_program;
    std::function<void(DecodedPicture)> m_done;
    Millis m_limit;
    Fd m_stop;  ///< Becomes readable when the client goes, to end the wait for the helper.

    std::mutex m_lock;
    std::condition_variable m_changed;
    std::deque<Task> m_waiting;
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

void DecodeClient::inspect(std::filesystem::path file, std::function<void(Result<Inspection>)> told) {
    m_worker->inspect(std::move(file), std::move(told));
}

Result<Inspection> DecodeClient::inspect(std::filesystem::path file) {
    std::promise<Result<Inspection>> promise;
    inspect(std::move(file), [&](Result<Inspection> found) { promise.set_value(std::move(found)); });
    return promise.get_future().get();
}

}
