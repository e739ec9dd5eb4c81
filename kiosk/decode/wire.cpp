#include "decode/wire.h"

#include <cstring>

#include <sys/socket.h>

namespace kiosk {

namespace {

constexpr std::size_t most_fds = 2;

struct alignas(cmsghdr) FdSpace {
    std::array<std::byte, CMSG_SPACE(most_fds * sizeof(int))> bytes{};
};

}

InspectionMessage packed(Inspection const& found) {
    return {found.format, found.size,      found.pages,      found.scalable,
            found.turned, found.has_alpha, found.has_profile};
}

Inspection unpacked(InspectionMessage const& found) {
    return {found.format,      found.size,           found.pages,           found.scalable != 0,
            found.turned != 0, found.has_alpha != 0, found.has_profile != 0};
}

bool send_packet(int socket, std::span<std::byte const> packet, std::span<int const> fds) {
    iovec part{const_cast<std::byte*>(packet.data()), packet.size()};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    FdSpace space;
    if (!fds.empty()) {
        message.msg_control = space.bytes.data();
        message.msg_controllen = CMSG_SPACE(fds.size_bytes());
        cmsghdr* rights = CMSG_FIRSTHDR(&message);
        rights->cmsg_level = SOL_SOCKET;
        rights->cmsg_type = SCM_RIGHTS;
        rights->cmsg_len = CMSG_LEN(fds.size_bytes());
        std::memcpy(CMSG_DATA(rights), fds.data(), fds.size_bytes());
    }
    return sendmsg(socket, &message, MSG_NOSIGNAL) == ssize_t(packet.size());
}

bool receive_packet(int socket, std::span<std::byte> packet, std::vector<Fd>& fds) {
    iovec part{packet.data(), packet.size()};
    FdSpace space;
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = space.bytes.data();
    message.msg_controllen = space.bytes.size();
    ssize_t received = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    if (received < 0) return false;
    for (cmsghdr* header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) continue;
        for (std::size_t at = 0; CMSG_LEN(at + sizeof(int)) <= header->cmsg_len; at += sizeof(int)) {
            int fd;
            std::memcpy(&fd, CMSG_DATA(header) + at, sizeof fd);
            fds.emplace_back(fd);
        }
    }
    return received == ssize_t(packet.size()) && !(message.msg_flags & MSG_TRUNC);
}

}
