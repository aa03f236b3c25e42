// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/model/mention.hpp"

#include <array>

namespace demarche {

namespace {
constexpr std::array stances = {Stance::commit, Stance::support, Stance::urge, Stance::describe, Stance::reject};
}

std::string_view to_string(Stance stance) noexcept {
    switch (stance) {
        case Stance::commit: return "commit";
        case Stance::support: return "support";
        case Stance::urge: return "urge";
        case Stance::describe: return "describe";
        case Stance::reject: return "reject";
    }
    return "unknown";
}

std::optional<Stance> stance_named(std::string_view word) noexcept {
    for (const Stance stance : stances)
        if (to_string(stance) == word) return stance;
    return std::nullopt;
}

}  // namespace demarche
