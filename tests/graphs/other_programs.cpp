// SPDX-License-Identifier: GPL-3.0-or-later
#include "other_programs.hpp"

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace demarche::tests {

Verdict run_python(const std::vector<std::string>& arguments) {
    std::string command = std::filesystem::exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
    for (const std::string& argument : arguments) command += " '" + argument + "'";
    command += " 2>&1";
    Verdict verdict;
    if (FILE* const pipe = popen(command.c_str(), "r"); pipe != nullptr) {
        std::array<char, 4096> part{};
        while (const std::size_t length = fread(part.data(), 1, part.size(), pipe))
            verdict.said.append(part.data(), length);
        const int status = pclose(pipe);
        if (WIFEXITED(status)) verdict.status = WEXITSTATUS(status);
    }
    return verdict;
}

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "demarche_test_XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path TemporaryFolder::write(const std::string& name, const std::string& content) const {
    std::ofstream(path_ / name, std::ios::binary) << content;
    return path_ / name;
}

}  // namespace demarche::tests
