// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace demarche {

// Which pages are read by optical character recognition.
enum class OcrMode {
    automatic,  // pictures of text, and text layers that do not say what is printed
    never,
    always  // every page on which something is printed
};

// As the command line has it.
constexpr std::string_view name_of(OcrMode mode) noexcept {
    switch (mode) {
        case OcrMode::automatic: return "auto";
        case OcrMode::never: return "never";
        case OcrMode::always: return "always";
    }
    return "unknown";
}

}  // namespace demarche
