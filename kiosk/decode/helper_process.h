#pragma once
// One running dala-decode, seen from the client. Used by one thread at a time.

#include "base/bitmap.h"
#include "base/fd.h"
#include "base/result.h"
#include "base/time.h"
#include "decode/shared_pixels.h"
#include "decode/wire.h"

#include <filesystem>
#include <string>

#include <sys/types.h>

namespace kiosk {

/// A picture file, open for reading, and what errors call it.
struct OpenPicture {
    Fd fd;
    std::string name;
};

/// How long a job may take, getting ready included, and a descriptor that becomes readable when nobody wants
/// it any more.
struct Patience {
    Millis limit;
    int stop;
};

class HelperProcess {
public:
    /// Does not wait until it is ready. Fails with Kind::Unavailable if it cannot be started.
    static Result<HelperProcess> start(std::filesystem::path const& program);
    HelperProcess(HelperProcess&&) noexcept;
    /// Kills it.
    ~HelperProcess();

    /// Blocks until the picture is there or patience ends. Fails as decode_picture() does, and with
    /// Kind::Malformed if the process ended, Kind::Unavailable if it took too long, cannot work or was
    /// stopped.
    Result<Bitmap> decode(OpenPicture const&, Framing const&, int page, Patience);
    /// Likewise, as inspect_picture().
    Result<Inspection> inspect(OpenPicture const&, Patience);
    /// False once it has ended or must not be used any more.
    bool is_usable() const;

private:
    enum class Waited { Answered, Ended, TooLong, Stopped };

    HelperProcess(pid_t pid, Fd socket, Fd timer)
        : m_pid(pid), m_socket(std::move(socket)), m_timer(std::move(timer)) {}
    Waited await(Answer&, int stop);
    /// Sets the timer for a job, and waits until the process is ready for it.
    Status begin(Patience);
    Result<Answer> ask(OpenPicture const&, JobMessage const&, std::vector<int> const& fds, Patience);

    pid_t m_pid;
    Fd m_socket;
    Fd m_timer;  ///< Becomes readable when the job's time is over.
    SharedPixels m_pixels;
    bool m_is_ready = false;
    bool m_is_given_up = false;
};

}
