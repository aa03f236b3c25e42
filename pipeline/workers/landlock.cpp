// SPDX-License-Identifier: GPL-3.0-or-later
//
// Landlock by its bare system calls: the C library has none for it, and the
// kernel headers of Debian 12 know its first versions only. Numbers and layouts are the kernel's
// interface (Documentation/userspace-api/landlock.rst).
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

#include "pipeline/workers/file_descriptor.hpp"
#include "pipeline/workers/sandbox.hpp"

namespace demarche {

namespace {

struct RulesetAttributes {
    std::uint64_t file_rights = 0;
    std::uint64_t network_rights = 0;  // from version 4
    std::uint64_t scopes = 0;          // from version 6
};

struct [[gnu::packed]] PathRule {
    std::uint64_t rights = 0;
    std::int32_t folder = -1;
};

constexpr std::uint64_t right_read_file = 1U << 2U;
constexpr std::uint64_t right_read_folder = 1U << 3U;
constexpr unsigned ask_version = 1;
constexpr int rule_path_beneath = 1;

// Poppler's encodings, fonts and how they are found, Tesseract's languages.
constexpr const char* readable_folders[] = {
    "/usr/share/poppler",       "/usr/share/fonts",    "/usr/local/share/fonts",
    "/usr/share/fontconfig",    "/etc/fonts",          "/var/cache/fontconfig",
    "/usr/share/tesseract-ocr", "/usr/share/tessdata", "/usr/local/share/tessdata"};

// All file rights that a version of Landlock can withhold.
std::uint64_t file_rights(long version) {
    unsigned count = 13;
    if (version >= 2) ++count;  // linking and renaming between folders
    if (version >= 3) ++count;  // truncating
    if (version >= 5) ++count;  // devices
    return (std::uint64_t{1} << count) - 1;
}

std::size_t size_known_to(long version) {
    return sizeof(std::uint64_t) * (version >= 6 ? 3U : version >= 4 ? 2U : 1U);
}

void allow(int ruleset, const char* folder) {
    const FileDescriptor opened(::open(folder, O_PATH | O_CLOEXEC));
    if (!opened.is_open()) return;  // not there: nothing to read
    const PathRule rule{right_read_file | right_read_folder, opened.number()};
    ::syscall(SYS_landlock_add_rule, ruleset, rule_path_beneath, &rule, 0);
}

}  // namespace

bool restrict_files() {
    const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, ask_version);
    if (version < 1) return false;
    const RulesetAttributes attributes{file_rights(version), 0b11, 0b11};
    const FileDescriptor ruleset(
        static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, size_known_to(version), 0)));
    if (!ruleset.is_open()) return false;
    for (const char* folder : readable_folders) allow(ruleset.number(), folder);
    if (const char* folder = std::getenv("TESSDATA_PREFIX")) allow(ruleset.number(), folder);
    return ::syscall(SYS_landlock_restrict_self, ruleset.number(), 0) == 0;
}

}  // namespace demarche
