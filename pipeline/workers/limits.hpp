// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace demarche {

// What one document may cost. A document that wants more is given up, with what
// was read of it until then.
struct ReadingLimits {
    // From the hand-over of its bytes to its last page; of processor time as well.
    std::chrono::seconds timeout{120};
    std::uint32_t memory = 2048;  // MiB that the worker may map, its libraries (about 150 MiB) included

    // What its pages may hold, because the parent holds them all at once: about
    // twenty thousand full pages.
    std::uint32_t pages = 100'000;
    std::uint32_t words = 8U << 20;
    std::uint64_t letters = 64U << 20;  // bytes of UTF-8

    // Tells two sets of limits apart that a user can choose.
    std::string key() const { return std::to_string(timeout.count()) + "s," + std::to_string(memory) + "MiB"; }
};

}  // namespace demarche
