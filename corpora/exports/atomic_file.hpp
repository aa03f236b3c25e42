// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <ostream>

namespace demarche {

// Writes a file so that it is there whole, or as it was before.
//
// writer  fills the stream; it need not look at the stream's state
// throws  Error{storage} naming `path` and the system's reason (no such folder,
//         disk full, read-only ...); whatever `writer` throws. In either case
//         nothing is left behind and an old file of that name is untouched.
// how     under a temporary name in the same folder, forced to the disk, then
//         renamed. An old file's permissions are kept, and a symbolic link goes on
//         pointing to the file it pointed to. What cannot be replaced (a
//         terminal, a pipe, /dev/stdout) is written to directly.
void write_file_atomically(const std::filesystem::path& path, const std::function<void(std::ostream&)>& writer);

}  // namespace demarche
