// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>

#include "pipeline/workers/file_descriptor.hpp"
#include "pipeline/workers/message.hpp"

namespace demarche {

// The other end is closed: its process is gone.
class ChannelClosed : public std::runtime_error {
public:
    ChannelClosed() : std::runtime_error("the other end is closed") {}
};

// How long the parent still waits. Counts time spent waiting, in small slices,
// instead of asking the clock at the end: a run that is stopped (Ctrl-Z) and continued must
// not find all its documents late.
class Patience {
public:
    explicit Patience(std::chrono::milliseconds time) : left_(time) {}

    // Waits until the descriptor can be read. False: the time is up.
    bool wait_for(int descriptor);

private:
    std::chrono::nanoseconds left_;
};

// One end of the line between parent and worker: messages in both directions.
class Channel {
public:
    Channel() = default;
    explicit Channel(FileDescriptor socket) : socket_(std::move(socket)) {}

    // Two connected ends; neither survives exec.
    static std::pair<Channel, Channel> pair();

    // attached  a descriptor to send with it, or -1
    // throws    ChannelClosed
    void send(const Message& message, int attached = -1);
    // The same, for one who must not be kept waiting by a peer that does not listen: ChannelClosed as well.
    void send_at_once(const Message& message, int attached = -1);

    // The next message; nothing when patience is at its end.
    // throws  ChannelClosed, BadMessage
    std::optional<Message> receive(Patience& patience);

    // The next message, however long it takes, and the descriptor that came with it, if one did.
    // throws  ChannelClosed, BadMessage
    std::pair<Message, FileDescriptor> receive_with_descriptor();

    int number() const noexcept { return socket_.number(); }

private:
    void send_bytes(std::string_view bytes, int attached, int flags);

    FileDescriptor socket_;
    MessageReader reader_;
};

}  // namespace demarche
