// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>

#include "extractors/formats/extractor.hpp"

namespace demarche {

// --- the worker's side of reading in isolation ---

// Turns bytes into pages, as read_file() does.
using ReadFunction = std::function<FileDescription(std::string_view, const ReadingOptions&, const PageSink&)>;

// Whether this process was started to be a worker. To be asked first in main().
bool is_worker(int argc, char** argv) noexcept;

// The life of a worker: gives up its rights, then reads the files that its
// parent hands over, one at a time, until the parent is gone. Does not return.
[[noreturn]] void work(char** argv, const ReadFunction& read = read_file) noexcept;

}  // namespace demarche
