// SPDX-License-Identifier: GPL-3.0-or-later
//
// What can be wrong with a document that a worker reads, as it is told to people. The kind
// decides whether the next run tries again: `malformed` when the file has changed, `too_large` when the limits
// have, `unreadable` always.
#pragma once

#include <string>

#include "corpora/model/finding.hpp"
#include "pipeline/workers/limits.hpp"

namespace demarche {

Failure took_too_long(const ReadingLimits& limits);
Failure needs_more_memory(const ReadingLimits& limits);
Failure holds_too_many_pages(const ReadingLimits& limits);
Failure holds_too_much_text(const ReadingLimits& limits);
// how  "Segmentation fault", "exit status 1"
Failure crashed_its_reader(const std::string& how);
Failure made_its_reader_talk_nonsense(const std::string& what);
Failure was_killed_from_outside();

}  // namespace demarche
