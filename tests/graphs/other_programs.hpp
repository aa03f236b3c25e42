// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace demarche::tests {

// What another program made of a file.
struct Verdict {
    int status = -1;
    std::string said;  // on standard output and standard error

    // It, or what it needs, is not installed.
    bool was_skipped() const { return status == 77 || status == 127; }
};

// Runs Python on these arguments. Debian's is preferred to others in the path, for it sees Debian's NetworkX and
// igraph.
Verdict run_python(const std::vector<std::string>& arguments);

// Goes with all that is in it.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const noexcept { return path_; }
    std::filesystem::path write(const std::string& name, const std::string& content) const;

private:
    std::filesystem::path path_;
};

}  // namespace demarche::tests
