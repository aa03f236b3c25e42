// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <ostream>
#include <string>

namespace demarche {

// What a format has written and not yet passed on. Streams are slow for many
// small pieces, and a network may be larger than memory should hold twice.
class BufferedText {
public:
    explicit BufferedText(std::ostream& out) : out_(out) {}

    std::string& text() noexcept { return text_; }

    // To be called after each item.
    void pass_on() {
        constexpr std::size_t enough = std::size_t{1} << 18U;
        if (text_.size() >= enough) end();
    }

    // To be called once at the end.
    void end() {
        out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
        text_.clear();
    }

private:
    std::ostream& out_;
    std::string text_;
};

}  // namespace demarche
