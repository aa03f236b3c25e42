// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace demarche {

// Is told how a run goes on. Called from one thread at a time.
class Progress {
public:
    Progress() = default;
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    virtual ~Progress() = default;

    virtual void begin(std::size_t tasks) = 0;
    // A document is in the study; `failed` tells how.
    virtual void step(const std::string& document, bool failed) = 0;
    virtual void end() = 0;
};

}  // namespace demarche
