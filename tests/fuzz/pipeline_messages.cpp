// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "corpora/model/utf8.hpp"
#include "pipeline/workers/message.hpp"

// Whatever a worker sends: it is no message, or it is one that encodes to the bytes that came; in which pieces
// it came makes no difference; and a page is one that cleaning can rely on.
//
// The first byte says how long the pieces are. The rest is sent as it is when its highest bit is set; otherwise
// each part that ends in "\n--\n" is put into a frame whose length and checksum are right, as a malicious worker
// would.

namespace {

using demarche::MessageReader;
using demarche::Page;

void require(bool holds) {
    if (!holds) std::abort();
}

bool is_boundary(const std::string& text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check(const Page& page) {
    require(!demarche::first_invalid_utf8(page.text) && !demarche::first_invalid_utf8(page.remark));
    for (const auto& word : page.words) {
        require(word.length > 0 && std::size_t{word.begin} + word.length <= page.text.size());
        require(is_boundary(page.text, word.begin) && is_boundary(page.text, word.begin + word.length));
        require(page.fonts.empty() ? word.font == 0 : word.font < page.fonts.size());
        require(word.rotation < 4);
    }
}

struct Outcome {
    std::string messages;  // encoded again
    bool is_bad = false;
    bool is_within = false;  // the last message did not end
};

Outcome received(std::string_view bytes, std::size_t step) {
    Outcome outcome;
    MessageReader reader;
    try {
        for (std::size_t at = 0; at < bytes.size(); at += step) {
            reader.add(bytes.substr(at, step));
            while (const auto message = reader.next()) {
                if (const Page* page = std::get_if<Page>(&*message)) check(*page);
                outcome.messages += demarche::encode(*message);
            }
        }
        outcome.is_within = reader.is_within_message();
    } catch (const demarche::BadMessage&) {
        outcome.is_bad = true;
    }
    return outcome;
}

std::string framed_parts(std::string_view text) {
    constexpr std::string_view end_of_part = "\n--\n";
    std::string bytes;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(end_of_part), text.size());
        if (end > 0) bytes += demarche::framed(text.substr(0, end));
        text.remove_prefix(std::min(end + end_of_part.size(), text.size()));
    }
    return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const bool is_raw = (data[0] & 0x80U) != 0;
    const std::string bytes = is_raw ? std::string(text) : framed_parts(text);
    const Outcome whole = received(bytes, std::max<std::size_t>(bytes.size(), 1));
    require(bytes.starts_with(whole.messages));
    require(whole.is_bad || whole.is_within == (whole.messages.size() < bytes.size()));
    require(is_raw || !whole.is_within);
    const Outcome pieces = received(bytes, 1 + (data[0] & 0x7FU));
    require(pieces.messages == whole.messages && pieces.is_bad == whole.is_bad);
    require(pieces.is_within == whole.is_within);
    return 0;
}
