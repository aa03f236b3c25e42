// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <vector>

namespace demarche {

// Processes whose parent is `parent`, zombies included.
std::vector<pid_t> children_of(pid_t parent);

// Whether there is such a process that has not ended.
bool is_running(pid_t process);

// Descriptors that this process holds.
std::size_t open_descriptors();

}  // namespace demarche
