// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the parent and its workers say to each other, as bytes.
//
//     parent                      worker
//            ←──── Greeting ─────        once, when its rights are gone
//            ──── ReadRequest ──→        and with it the descriptor of the file's bytes
//            ←────── Page ───────        one for each page, as soon as it is read
//            ←─ EndOfFile, Failure        one of them
//            ──── ReadRequest ──→        ...
//
// A worker has read a hostile file, so whatever it says may be a lie: what is
// decoded here is checked to be a page as cleaning may rely on it.
//
// A message on the wire: length of its body (4 bytes), checksum of its body (4 bytes), body:
// kind (1 byte), fields. Numbers are little-endian and of fixed width; texts and lists begin
// with their count (4 bytes). Both ends are the same program, so there are no versions.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "corpora/model/finding.hpp"
#include "corpora/model/page.hpp"
#include "extractors/formats/extractor.hpp"

namespace demarche {

struct Greeting {
    // Layers of isolation that this system does not offer.
    std::vector<std::string> missing_layers;
};

struct ReadRequest {
    ReadingOptions options;
    std::uint64_t size = 0;     // of the file, in bytes
    std::uint32_t seconds = 0;  // of processor time that it may take
};

struct EndOfFile {
    FileDescription file;
    bool is_worn = false;  // the worker has grown and should not be given another file
};

using Message = std::variant<Greeting, ReadRequest, Page, EndOfFile, Failure>;

// A page of 100,000 words takes 4 MiB.
inline constexpr std::size_t longest_body = 128U << 20;

// The bytes are no message. What came before them was.
class BadMessage : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// throws  std::length_error when the body would be longer than longest_body
std::string encode(const Message& message);

// Any bytes as a message whose length and checksum are right: what a worker that a file has taken over could send.
//
// throws  as encode()
std::string framed(std::string_view body);

// Puts messages together from bytes as they arrive. Holds no more than the bytes
// of one message and those behind it that were handed over with them.
class MessageReader {
public:
    void add(std::string_view bytes);
    // The next whole message, or nothing until more bytes are added.
    // throws  BadMessage; of no use afterwards
    std::optional<Message> next();
    // Whether it holds bytes that are no message yet.
    bool is_within_message() const noexcept { return at_ < bytes_.size(); }

private:
    std::string bytes_;
    std::size_t at_ = 0;
};

}  // namespace demarche
