// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/workers/channel.hpp"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace demarche {

namespace {

constexpr std::size_t chunk = std::size_t{256} << 10;

[[noreturn]] void fail(const char* what) {
    if (errno == EPIPE || errno == ECONNRESET || errno == EAGAIN) throw ChannelClosed();
    throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

bool Patience::wait_for(int descriptor) {
    using Clock = std::chrono::steady_clock;
    using std::chrono::nanoseconds;
    constexpr nanoseconds slice = std::chrono::milliseconds(250);
    pollfd waited{descriptor, POLLIN, 0};
    // Looks at least once: what is there already is not late.
    do {
        const auto begin = Clock::now();
        const auto time = std::chrono::ceil<std::chrono::milliseconds>(std::clamp(left_, nanoseconds(0), slice));
        const int ready = ::poll(&waited, 1, static_cast<int>(time.count()));
        if (ready < 0 && errno != EINTR) throw std::system_error(errno, std::generic_category(), "poll");
        left_ -= std::min(slice, nanoseconds(Clock::now() - begin));
        if (ready > 0) return true;
    } while (left_ > nanoseconds(0));
    return false;
}

std::pair<Channel, Channel> Channel::pair() {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        throw std::system_error(errno, std::generic_category(), "socketpair");
    return {Channel(FileDescriptor(ends[0])), Channel(FileDescriptor(ends[1]))};
}

void Channel::send(const Message& message, int attached) {
    send_bytes(encode(message), attached, 0);
}

void Channel::send_at_once(const Message& message, int attached) {
    send_bytes(encode(message), attached, MSG_DONTWAIT);
}

void Channel::send_bytes(std::string_view bytes, int attached, int flags) {
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    while (!bytes.empty()) {
        iovec part{const_cast<char*>(bytes.data()), bytes.size()};
        msghdr head{};
        head.msg_iov = &part;
        head.msg_iovlen = 1;
        if (attached >= 0) {
            head.msg_control = control.data();
            head.msg_controllen = control.size();
            cmsghdr* rights = CMSG_FIRSTHDR(&head);
            rights->cmsg_level = SOL_SOCKET;
            rights->cmsg_type = SCM_RIGHTS;
            rights->cmsg_len = CMSG_LEN(sizeof(int));
            std::memcpy(CMSG_DATA(rights), &attached, sizeof attached);
        }
        const ssize_t sent = ::sendmsg(socket_.number(), &head, MSG_NOSIGNAL | flags);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) fail("sendmsg");
        bytes.remove_prefix(static_cast<std::size_t>(sent));
        attached = -1;  // goes with the first byte
    }
}

std::optional<Message> Channel::receive(Patience& patience) {
    // recv, not recvmsg: descriptors that a worker might send are dropped by the system.
    static thread_local std::array<char, chunk> buffer;
    for (;;) {
        if (auto message = reader_.next()) return message;
        if (!patience.wait_for(socket_.number())) return std::nullopt;
        const ssize_t received = ::recv(socket_.number(), buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (received < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (received < 0) fail("recv");
        if (received == 0) throw ChannelClosed();
        reader_.add({buffer.data(), static_cast<std::size_t>(received)});
    }
}

std::pair<Message, FileDescriptor> Channel::receive_with_descriptor() {
    std::array<char, 4096> buffer;
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control;
    FileDescriptor attached;
    for (;;) {
        if (auto message = reader_.next()) return {std::move(*message), std::move(attached)};
        iovec part{buffer.data(), buffer.size()};
        msghdr head{};
        head.msg_iov = &part;
        head.msg_iovlen = 1;
        head.msg_control = control.data();
        head.msg_controllen = control.size();
        const ssize_t received = ::recvmsg(socket_.number(), &head, MSG_CMSG_CLOEXEC);
        if (received < 0 && errno == EINTR) continue;
        if (received < 0) fail("recvmsg");
        if (received == 0) throw ChannelClosed();
        for (cmsghdr* rights = CMSG_FIRSTHDR(&head); rights != nullptr; rights = CMSG_NXTHDR(&head, rights)) {
            if (rights->cmsg_level != SOL_SOCKET || rights->cmsg_type != SCM_RIGHTS) continue;
            int number = -1;
            std::memcpy(&number, CMSG_DATA(rights), sizeof number);
            attached = FileDescriptor(number);
        }
        reader_.add({buffer.data(), static_cast<std::size_t>(received)});
    }
}

}  // namespace demarche
