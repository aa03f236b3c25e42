// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <iosfwd>

#include "pipeline/study.hpp"

namespace demarche {

enum class OutputFormat { text, json };

// What came of a run: counts, and each document that failed with its reason.
void write_summary(const RunSummary& summary, OutputFormat format, std::ostream& out);

struct StatusOptions {
    std::filesystem::path study;
    OutputFormat format = OutputFormat::text;
    bool by_state = false;  // what was found, a line per state, in place of the documents
};

// What a study holds and how far its text can be trusted.
// throws  Error of the study
void write_status(const StatusOptions& options, std::ostream& out);

}  // namespace demarche
