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

class HelperProcess {
public:
    /// Does not wait until it is ready. Fails with Kind::NotFound or Kind::Unavailable if it cannot be
    /// started.
    static Result<HelperProcess> start(std::filesystem::path const& program);
    HelperProcess(HelperProcess&&) noexcept;
    /// Kills it.
    ~HelperProcess();

    /// Blocks until the picture is there, the limit is over, or `stop` becomes readable. `name` is for the
    /// errors, which are those of decode_picture() and: Kind::Malformed if the process ended,
    /// Kind::Unavailable if it took too long, cannot work or was stopped.
    Result<Bitmap> decode(Fd const& picture, std::string const& name, Framing const&, Millis limit, int stop);
    /// False once it has ended or must not be used any more.
    bool is_usable() const;

private:
    enum class Waited { Answered, Ended, TooLong, Stopped };

    HelperProcess(pid_t pid, Fd socket) : m_pid(pid), m_socket(std::move(socket)) {}
    Waited await(Answer&, Millis limit, int stop);
    Status await_ready(Millis limit, int stop);
    Result<Bitmap> accept(Answer const&, std::string const& name, Framing const&) const;

    pid_t m_pid;
    Fd m_socket;
    SharedPixels m_pixels;
    bool m_is_ready = false;
    bool m_is_given_up = false;
};

}
