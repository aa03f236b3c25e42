// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pipeline/processes.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace demarche {

namespace fs = std::filesystem;

namespace {

// State ("R", "Z" ...) and parent, from /proc; nothing when the process is gone.
std::optional<std::pair<char, pid_t>> state_of(pid_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string line;
    if (!std::getline(file, line)) return std::nullopt;
    // "pid (name) state parent ...": the name may hold anything.
    const std::size_t name_end = line.rfind(") ");
    if (name_end == std::string::npos) return std::nullopt;
    return std::pair(line[name_end + 2], static_cast<pid_t>(std::stol(line.substr(name_end + 4))));
}

}  // namespace

std::vector<pid_t> children_of(pid_t parent) {
    std::vector<pid_t> children;
    for (const auto& entry : fs::directory_iterator("/proc")) {
        const std::string name = entry.path().filename().string();
        pid_t process = 0;
        const auto [end, problem] = std::from_chars(name.data(), name.data() + name.size(), process);
        if (problem != std::errc() || end != name.data() + name.size()) continue;
        const auto state = state_of(process);
        if (state && state->second == parent) children.push_back(process);
    }
    return children;
}

bool is_running(pid_t process) {
    const auto state = state_of(process);
    return state && state->first != 'Z';
}

std::size_t open_descriptors() {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator()));
}

}  // namespace demarche
