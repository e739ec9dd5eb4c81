#pragma once
// Memory that the client and its helper both see, for the pixels of one picture at a time. It is kept from
// job to job: touching fresh pages costs more than decoding many a picture.

#include "base/fd.h"
#include "base/result.h"

#include <cstddef>
#include <memory>

namespace kiosk {

struct UnmapShared {
    std::size_t bytes = 0;
    void operator()(std::byte*) const;
};

class SharedPixels {
public:
    SharedPixels() = default;
    /// Fresh memory whose size neither side can change any more. Fails with Kind::Unavailable if there is
    /// none.
    static Result<SharedPixels> make(std::size_t bytes);
    /// The other side's memory, as it came over the socket. Fails with Kind::Unavailable if it cannot be
    /// mapped.
    static Result<SharedPixels> map(Fd);

    int fd() const { return m_fd.get(); }
    std::size_t bytes() const { return m_memory.get_deleter().bytes; }
    std::byte* data() const { return m_memory.get(); }

private:
    Fd m_fd;
    std::unique_ptr<std::byte, UnmapShared> m_memory;
};

}
