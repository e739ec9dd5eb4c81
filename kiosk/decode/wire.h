#pragma once
// What the client and its helper say to each other over one SOCK_SEQPACKET pair: a job goes down with file
// descriptors, an answer comes up. Plain structs: both ends are built together and run on one machine. The
// client believes no answer before it has checked it. Any thread; one thread an end at a time.

#include "base/fd.h"
#include "decode/framing.h"
#include "decode/inspection.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace kiosk {

/// Comes with the open picture file and, when the helper does not have it yet, the memory for the pixels.
struct JobMessage {
    enum class Task : std::int32_t { Decode, Inspect };

    Task task = Task::Decode;
    Framing framing;  ///< Decode only, like the page.
    std::int32_t page = 0;
};

/// An Inspection on its way: a byte from the other end need not be what a bool may hold.
struct InspectionMessage {
    Format format = Format::Jpeg;
    Size size;
    std::int32_t pages = 1;
    std::uint8_t scalable = 0, turned = 0, has_alpha = 0, has_profile = 0;
};
InspectionMessage packed(Inspection const&);
Inspection unpacked(InspectionMessage const&);

/// The helper's first answer says only that it is ready and confined.
struct Answer {
    static constexpr std::int32_t ok = -1;
    std::int32_t kind = ok;  ///< `ok`, or the error's Kind.
    Size size;               ///< Of the bitmap, rows packed, at the start of the memory.
    InspectionMessage inspection;
    std::uint8_t is_worn = 0;      ///< Not 0: a picture has left it without memory for the next.
    std::array<char, 240> what{};  ///< The error's sentence, cut to fit, ended by 0.
};

/// False if the other end is gone.
bool send_packet(int socket, std::span<std::byte const> packet, std::span<int const> fds);
/// Blocks. False if the other end is gone or sends anything but a packet of this size.
bool receive_packet(int socket, std::span<std::byte> packet, std::vector<Fd>& fds);

template <class T> bool send_message(int socket, T const& message, std::span<int const> fds = {}) {
    return send_packet(socket, std::as_bytes(std::span{&message, 1}), fds);
}

template <class T> std::optional<T> receive_message(int socket, std::vector<Fd>& fds) {
    T message;
    if (!receive_packet(socket, std::as_writable_bytes(std::span{&message, 1}), fds)) return std::nullopt;
    return message;
}

}
